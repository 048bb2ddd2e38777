import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type { DefinitionReader } from '../../registry/catalog/definition-types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { type DefinitionKind, definitionKindSchema } from '../../schemas/definition.ts';
import { statusOf } from '../http/problem.ts';
import { sendBytes } from '../http/send-json.ts';
import { discoveredKinds, listBucket } from './bucket-listing.ts';
import { parseNarrowing } from './definition-narrowing.ts';
import { toLinkHeader } from './to-link-header.ts';

export interface DefinitionFilesOptions {
  readonly reader: DefinitionReader;
  /** Absolute URL of a path that begins with `/`. */
  readonly absolute: (path: string) => string;
  readonly onBug: (error: unknown) => void;
}

type Form = 'cue' | 'yaml';

const contentTypes = {
  cue: 'text/plain; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
} as const satisfies Record<Form, string>;

/**
 * Definitions as files: `/definitions/<kind>/<name>.cue|.yaml` for `vela def apply URL` and `kubectl apply -f URL`, and, for
 * `vela comp --discover --url oss://HOST`, `/?list-type=2` with `/<name>.yaml`. Everything else is left to who comes next.
 */
export function createDefinitionFiles({ reader, absolute, onBug }: DefinitionFilesOptions): Router {
  const router = Router({ caseSensitive: true });

  async function send(
    request: Request,
    response: Response,
    { kind, name, form }: { readonly kind: DefinitionKind; readonly name: string; readonly form: Form },
  ): Promise<void> {
    const { searchParams } = new URL(request.url, 'http://host');
    const file = await reader.getDefinitionFile({ kind, name, ...parseNarrowing(searchParams) }, form);
    const url = absolute(`/definitions/${kind}/${encodeURIComponent(name)}.${form}`);
    response.set('Link', toLinkHeader(url, file));
    const bytes = Buffer.from(file.text);
    await sendBytes(request, response, { bytes, contentType: contentTypes[form], cacheControl: 'no-cache' });
  }

  const sendNamed: RequestHandler<{ kind: string; file: string }> = async (request, response, next) => {
    const match = /^(.+)\.(cue|yaml)$/.exec(request.params.file);
    const kind = definitionKindSchema.enum.find((each) => each === request.params.kind);
    if (match?.[1] === undefined || kind === undefined) return next();
    await send(request, response, { kind, name: match[1], form: match[2] === 'cue' ? 'cue' : 'yaml' });
  };

  const sendDiscovered: RequestHandler<{ file: string }> = async (request, response, next) => {
    const { file } = request.params;
    if (!file.endsWith('.yaml')) return next();
    const name = file.slice(0, -'.yaml'.length);
    for (const kind of discoveredKinds) {
      try {
        return await send(request, response, { kind, name, form: 'yaml' });
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    }
    throw new RegistryError('DEFINITION_NOT_FOUND', `no definition is called "${name}"`);
  };

  const sendListing: RequestHandler = async (request, response, next) => {
    if (new URL(request.url, 'http://host').searchParams.get('list-type') !== '2') return next();
    const bytes = Buffer.from(await listBucket(reader));
    await sendBytes(request, response, { bytes, contentType: 'application/xml', cacheControl: 'no-cache' });
  };

  router.get('/definitions/:kind/:file', sendNamed);
  router.get('/', sendListing);
  router.get('/:file', sendDiscovered);
  router.use(createTextErrors(onBug));
  return router;
}

function isNotFound(error: unknown): boolean {
  return error instanceof RegistryError && error.code === 'DEFINITION_NOT_FOUND';
}

/** Command lines print what they are sent, so a refusal is one plain sentence. */
function createTextErrors(onBug: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) onBug(error);
    const text = error instanceof RegistryError ? error.message : 'the request cannot be answered';
    response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${text}\n`);
  };
}
