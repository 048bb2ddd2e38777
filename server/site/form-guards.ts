import express, { type RequestHandler } from 'express';
import { RegistryError } from '../../registry/errors.ts';
import { findSender } from '../http/find-sender.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Lets a form through that one of our own pages sent. Throws FORBIDDEN. */
export function createSenderCheck({ address }: Pick<SiteDependencies, 'address'>): RequestHandler {
  return (request, _response, next) => {
    // A browser always says where it comes from, and other programs have the REST interface.
    if (findSender(request.headers, address.absolute('/')) === 'here') return next();
    throw new RegistryError('FORBIDDEN', 'the form is of another site', { details: { form: 'foreign' } });
  };
}

/** Reads a form; one that cannot be read is INPUT_INVALID. */
export function createFormParser(maxBodyBytes: number): RequestHandler {
  const read = express.urlencoded({ extended: false, limit: maxBodyBytes, parameterLimit: 1000 });
  return (request, response, next) =>
    read(request, response, (cause?: unknown) => {
      if (cause === undefined) return next();
      next(new RegistryError('INPUT_INVALID', `the form must have at most ${maxBodyBytes} bytes`, { cause }));
    });
}
