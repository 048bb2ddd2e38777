import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { type InputFault, RegistryError } from '../../registry/errors.ts';
import { describeFault } from '../../registry/located-yaml/describe-fault.ts';
import type { JsonValue } from '../../schemas/json.ts';
import { findClient } from '../http/address-limit.ts';
import { admitsToken } from '../http/admin-tokens.ts';
import { findSender } from '../http/find-sender.ts';
import { isTooLarge } from '../http/is-too-large.ts';
import { createProblemHandler, sendProblem } from '../http/problem.ts';
import { sendBytes, sendJson } from '../http/send-json.ts';
import { toOpenApi } from './open-api.ts';
import type { Route, RouteInput } from './route.ts';

export interface ApiOptions {
  readonly routes: readonly Route[];
  readonly version: string;
  /** Absolute URL of `/api/v1`. */
  readonly url: string;
  /** Tokens that admit to write routes; none = write routes are closed. */
  readonly adminTokens: readonly string[];
  readonly onBug: (error: unknown) => void;
}

/** Arguments of an addon are a few kilobytes. */
const maxBodyBytes = 1024 * 1024;

/** The REST interface, to be mounted at `/api/v1`. */
export function createApi(options: ApiOptions): Router {
  const router = Router({ caseSensitive: true, mergeParams: false });
  const ajv = new Ajv2020({ coerceTypes: true, allErrors: true, verbose: true });
  const bodies = new Ajv2020({ allErrors: true, verbose: true });
  bodies.addVocabulary(['patternErrorMessage']);
  for (const route of options.routes) {
    const check = route.query === undefined ? undefined : ajv.compile(route.query);
    const checkBody = route.body === undefined ? undefined : createBodyCheck(bodies, route.body);
    const parsers = checkBody === undefined ? [] : [createBodyParser(route.textBody)];
    const guards = route.method === 'post' ? [createSenderGuard(options.url)] : [];
    router[route.method](
      toExpressPath(route.path),
      ...guards,
      ...parsers,
      async (request: Request, response: Response) => {
        if (route.admin === true) admit(request, options.adminTokens);
        const query = check === undefined ? {} : { ...request.query };
        if (check !== undefined && !check(query)) throw invalidQuery(check.errors ?? []);
        await send(request, response, route, {
          path: toPath(request.params),
          query: query as RouteInput['query'],
          ...readBody(request, checkBody),
          client: findClient(request),
          prefers: (types) => request.accepts(...types) || undefined,
          prefersLanguage: (languages) => request.acceptsLanguages(...languages) || undefined,
        });
      },
    );
  }
  for (const [path, methods] of groupMethods(options.routes)) router.all(path, createMethodRefusal(methods));
  const document = toOpenApi({ routes: options.routes, version: options.version, url: options.url });
  router.get('/openapi.json', (request, response) => sendJson(request, response, { value: document }));
  router.use((_request, response) =>
    sendProblem(response, {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'no such route: see openapi.json',
      code: 'ROUTE_NOT_FOUND',
    }),
  );
  router.use(createProblemHandler(options.onBug));
  return router;
}

/** The methods of every path, as Express writes it. */
function groupMethods(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes) {
    const known = methods.get(toExpressPath(path)) ?? [];
    methods.set(toExpressPath(path), [...known, ...(method === 'get' ? ['GET', 'HEAD'] : ['POST'])]);
  }
  return methods;
}

/** Answers every method that a path does not have with those that it has. */
function createMethodRefusal(methods: readonly string[]): RequestHandler {
  const allow = [...methods, 'OPTIONS'].join(', ');
  return (request, response) => {
    response.setHeader('Allow', allow);
    if (request.method === 'OPTIONS') return void response.status(204).end();
    sendProblem(response, {
      type: 'about:blank',
      title: 'Method not allowed',
      status: 405,
      detail: `this address takes ${allow}`,
      code: 'METHOD_NOT_ALLOWED',
    });
  };
}

/** A page of another site could make a browser send what a form may hold, which is any text. Throws FORBIDDEN. */
function createSenderGuard(url: string): RequestHandler {
  return (request, _response, next) => {
    if (findSender(request.headers, url) !== 'elsewhere') return next();
    next(new RegistryError('FORBIDDEN', 'a page of another site sent this'));
  };
}

/** Reads a JSON body, or one of the given media type as text; one that cannot be read is INPUT_INVALID or INPUT_TOO_LARGE. */
function createBodyParser(textType: string | undefined): RequestHandler {
  const readText = express.text({ limit: maxBodyBytes, type: () => true });
  const readJson = express.json({ limit: maxBodyBytes, strict: true, type: () => true });
  const form = `a JSON object${textType === undefined ? '' : ` or ${textType}`} of at most ${maxBodyBytes} bytes`;
  return (request, response, next) => {
    const read = textType !== undefined && request.is(textType) === textType ? readText : readJson;
    read(request, response, (cause?: unknown) => {
      if (cause === undefined) return next();
      const message = `the body must be ${form}`;
      const code = isTooLarge(cause) ? 'INPUT_TOO_LARGE' : 'INPUT_INVALID';
      next(new RegistryError(code, message, { faults: [{ pointer: '/', message }], cause }));
    });
  };
}

/** Checks a body by the schema that it means. */
type BodyCheck = (body: object) => ValidateFunction;

function createBodyCheck(ajv: Ajv2020, body: NonNullable<Route['body']>): BodyCheck {
  const schemas = 'length' in body ? body : [body];
  const checks = schemas.map((schema) => ({ required: schema.required ?? [], check: ajv.compile(schema) }));
  return (value) => {
    const met = checks.map(({ required }) => required.filter((key) => key in value).length / (required.length || 1));
    const best = checks[met.indexOf(Math.max(...met))];
    if (best === undefined) throw new Error('a route that takes a body has a schema for it');
    return best.check;
  };
}

/** The body as JSON or text. Throws INPUT_INVALID when it is not what the route takes. */
function readBody(request: Request, checkOf: BodyCheck | undefined): Pick<RouteInput, 'body' | 'text'> {
  // An absent body is an empty one: whatever it may hold is optional.
  const body: unknown = request.body ?? {};
  if (checkOf === undefined) return { body: undefined, text: undefined };
  if (typeof body !== 'object' || body === null) return { body: undefined, text: String(body) };
  const check = checkOf(body);
  if (!check(body)) throw invalidBody(check.errors ?? []);
  // Came out of JSON.
  return { body: body as JsonValue, text: undefined };
}

async function send(request: Request, response: Response, route: Route, input: RouteInput): Promise<void> {
  const output = await route.handle(input);
  if (output.kind === 'stream') return output.serve(request, response);
  if (output.kind === 'bytes' && output.embeddable === true) {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  }
  if (output.kind === 'bytes') return sendBytes(request, response, output);
  if (output.location !== undefined) response.location(output.location);
  await sendJson(request, response, {
    value: output.value,
    cacheControl: output.cacheControl ?? (route.method === 'get' ? 'no-cache' : 'no-store'),
    ...(output.vary === undefined ? {} : { vary: output.vary }),
    ...(output.status === undefined ? {} : { status: output.status }),
  });
}

/** Express writes `{name}` as `:name` and `{name*}` as `*name`. */
function toExpressPath(path: string): string {
  return path.replace(/\{([a-z]+)\*\}/g, '*$1').replace(/\{([a-z]+)\}/g, ':$1');
}

function toPath(params: Readonly<Record<string, string | string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  );
}

/** Throws UNAUTHORIZED without a token, FORBIDDEN with a wrong one or when there is none to have. */
function admit(request: Request, tokens: readonly string[]): void {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined) {
    throw new RegistryError('UNAUTHORIZED', 'this needs the administrator token as "Authorization: Bearer <token>"');
  }
  if (admitsToken(tokens, given)) return;
  throw new RegistryError('FORBIDDEN', 'this token does not admit to administration');
}

function invalidBody(errors: readonly ErrorObject[]): RegistryError {
  return new RegistryError('INPUT_INVALID', 'the body cannot be used: see errors', { faults: errors.map(toFault) });
}

function invalidQuery(errors: readonly ErrorObject[]): RegistryError {
  return new RegistryError('INPUT_INVALID', 'the query cannot be used: see errors', { faults: errors.map(toFault) });
}

function toFault(error: ErrorObject): InputFault {
  const { message, key } = describeFault(error);
  const pointer = `${error.instancePath}${key === undefined ? '' : `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`}`;
  return { pointer: pointer === '' ? '/' : pointer, message };
}
