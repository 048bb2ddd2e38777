import type { ErrorRequestHandler, Response } from 'express';
import { RegistryError, type RegistryErrorCode } from '../../registry/errors.ts';
import type { Problem } from '../../schemas/rest.ts';

const statusByCode = {
  CATALOG_NOT_FOUND: 404,
  ADDON_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  VERSION_QUARANTINED: 410,
  FILE_NOT_FOUND: 404,
  DEFINITION_NOT_FOUND: 404,
  SOURCE_NOT_FOUND: 404,
  RULE_NOT_FOUND: 404,
  LOCK_NOT_FOUND: 404,
  LOCK_RATE_EXCEEDED: 429,
  RATE_EXCEEDED: 429,
  INPUT_TOO_LARGE: 413,
  STREAM_FULL: 503,
  DEFINITION_REFUSED: 422,
  SCHEMA_NOT_FOUND: 404,
  BLOB_NOT_FOUND: 500,
  INPUT_INVALID: 400,
  CONFIG_INVALID: 500,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  SOURCE_UNAVAILABLE: 502,
  SOURCE_INVALID: 502,
  DATA_FOLDER_IN_USE: 503,
  DATA_FOLDER_UNUSABLE: 507,
  BLOB_CORRUPT: 500,
  ARCHIVE_INVALID: 422,
  ADDRESS_UNAVAILABLE: 503,
  NOT_RENDERABLE: 422,
  NOT_SOLVABLE: 422,
  GAVE_UP: 422,
  ENGINE_UNAVAILABLE: 503,
  ENGINE_BUSY: 503,
  SEARCH_UNAVAILABLE: 503,
} as const satisfies Record<RegistryErrorCode, number>;

/** The HTTP status of an error: its code's, or 500 for a bug, or what Express says of a malformed request. */
export function statusOf(error: unknown): number {
  if (error instanceof RegistryError) return statusByCode[error.code];
  if (error instanceof URIError) return 400;
  return 500;
}

/** Turns an error into RFC 9457 problem details; a bug tells nothing of itself. */
export function toProblem(error: unknown): Problem {
  const status = statusOf(error);
  if (!(error instanceof RegistryError)) {
    return {
      type: 'about:blank',
      title: status === 400 ? 'Bad request' : 'Internal error',
      status,
      detail: status === 400 ? 'the request cannot be read' : 'the server failed; its log says more',
      code: status === 400 ? 'INPUT_INVALID' : 'INTERNAL',
    };
  }
  const [word = '', ...rest] = error.code.toLowerCase().split('_');
  return {
    type: 'about:blank',
    title: [word.charAt(0).toUpperCase() + word.slice(1), ...rest].join(' '),
    status,
    detail: error.message,
    code: error.code,
    ...(error.faults.length === 0 ? {} : { errors: error.faults.map((fault) => ({ ...fault })) }),
    ...(error.findings.length === 0 ? {} : { findings: [...error.findings] }),
    ...(error.conflict === undefined ? {} : { conflict: error.conflict }),
  };
}

/** Sends problem details. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="chandlery"');
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(`${JSON.stringify(problem)}\n`);
}

/** The one error handler of the REST interface: every error becomes a problem; a bug is logged once, with its stack. */
export function createProblemHandler(onBug: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (statusOf(error) >= 500) onBug(error);
    const retryAfter = error instanceof RegistryError ? error.details['retryAfterSeconds'] : undefined;
    if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
    sendProblem(response, toProblem(error));
  };
}
