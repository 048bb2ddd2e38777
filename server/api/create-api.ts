import { createHash, timingSafeEqual } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Request, type Response, Router } from 'express';
import { RegistryError } from '../../registry/errors.ts';
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

/** The REST interface, to be mounted at `/api/v1`. */
export function createApi(options: ApiOptions): Router {
  const router = Router({ caseSensitive: true, mergeParams: false });
  const ajv = new Ajv2020({ coerceTypes: true, allErrors: true });
  for (const route of options.routes) {
    const check = route.query === undefined ? undefined : ajv.compile(route.query);
    router[route.method](toExpressPath(route.path), async (request: Request, response: Response) => {
      if (route.admin === true) admit(request, options.adminTokens);
      const query = check === undefined ? {} : { ...request.query };
      if (check !== undefined && !check(query)) throw invalidQuery(check.errors ?? []);
      await send(request, response, route, { path: toPath(request.params), query: query as RouteInput['query'] });
    });
  }
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

async function send(request: Request, response: Response, route: Route, input: RouteInput): Promise<void> {
  const output = await route.handle(input);
  if (output.kind === 'bytes') return sendBytes(request, response, output);
  await sendJson(request, response, {
    value: output.value,
    cacheControl: output.cacheControl ?? (route.method === 'get' ? 'no-cache' : 'no-store'),
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
  // Digests are compared, so that neither length nor prefix shows in the time it takes.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (tokens.some((token) => timingSafeEqual(digest(token), digest(given)))) return;
  throw new RegistryError('FORBIDDEN', 'this token does not admit to administration');
}

function invalidQuery(
  errors: readonly { instancePath: string; message?: string; params: Record<string, unknown> }[],
): RegistryError {
  const faults = errors.map(({ instancePath, message, params }) => ({
    pointer: instancePath === '' ? '/' : instancePath,
    message:
      typeof params['additionalProperty'] === 'string'
        ? 'there is no such query parameter'
        : (message ?? 'is not valid'),
  }));
  return new RegistryError('INPUT_INVALID', 'the query cannot be used: see errors', { faults });
}
