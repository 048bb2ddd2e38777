import express, { type RequestHandler } from 'express';
import { RegistryError } from '../../registry/errors.ts';
import { findSender } from '../http/find-sender.ts';
import { isTooLarge } from '../http/is-too-large.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Lets a form through that one of our own pages sent. Throws FORBIDDEN. */
export function createSenderCheck({ address }: Pick<SiteDependencies, 'address'>): RequestHandler {
  return (request, _response, next) => {
    // A browser always says where it comes from, and other programs have the REST interface.
    if (findSender(request.headers, address.absolute('/')) === 'here') return next();
    throw new RegistryError('FORBIDDEN', 'the form is of another site', { details: { form: 'foreign' } });
  };
}

/** Reads a form; one that cannot be read is INPUT_INVALID or INPUT_TOO_LARGE. */
export function createFormParser(maxBodyBytes: number, maxFields = 1000): RequestHandler {
  const read = express.urlencoded({ extended: false, limit: maxBodyBytes, parameterLimit: maxFields });
  return (request, response, next) =>
    read(request, response, (cause?: unknown) => {
      if (cause === undefined) return next();
      const code = isTooLarge(cause) ? 'INPUT_TOO_LARGE' : 'INPUT_INVALID';
      const message = `the form must have at most ${maxBodyBytes} bytes and ${maxFields} fields`;
      next(new RegistryError(code, message, { cause }));
    });
}
