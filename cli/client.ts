import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Static, type TSchema, Type } from 'typebox';
import type { AddonQuery, EvaluatedReference } from '../registry/catalog/types.ts';
import { RegistryError, type RegistryErrorCode } from '../registry/errors.ts';
import type { KeptLock } from '../registry/publish/lock-types.ts';
import { bundleSchema } from '../schemas/bundle.ts';
import {
  definitionDetailSchema,
  definitionHistorySchema,
  definitionPageSchema,
} from '../schemas/definition-catalogue.ts';
import type { JsonObject } from '../schemas/json.ts';
import { lockCheckSchema, lockSchema } from '../schemas/lock.ts';
import { planSchema } from '../schemas/resolution.ts';
import {
  addonDetailSchema,
  addonPageSchema,
  catalogSchema,
  problemSchema,
  sourceStateSchema,
  syncReportSchema,
  versionDetailSchema,
} from '../schemas/rest.ts';
import { searchResultsSchema } from '../schemas/search.ts';
import { valuesCheckSchema } from '../schemas/values-check.ts';
import { versionDiffSchema } from '../schemas/version-diff.ts';
import { versionEffectsSchema, versionParametersSchema } from '../schemas/version-parts.ts';
import { stateChangeSchema, stateHistoryPageSchema } from '../schemas/version-state.ts';
import type { CatalogAccess } from './catalog-access.ts';

export interface CatalogClientOptions {
  /** Where the server is; may carry a path. */
  readonly url: string;
  /** Admits to write routes. */
  readonly token: string | undefined;
  readonly readTimeoutMs?: number;
  /** What is rendered for the first time may wait for an engine. */
  readonly renderTimeoutMs?: number;
  /** A source may be read for long. */
  readonly syncTimeoutMs?: number;
}

interface Call {
  readonly method?: 'GET' | 'POST';
  readonly timeoutMs?: number;
  readonly query?: object;
  /** Sent as JSON. */
  readonly body?: object;
}

// Of errors that a server reports, those that mean the same on this side; every other is trouble of the server.
const sharedCodes: ReadonlySet<string> = new Set<RegistryErrorCode>([
  'CATALOG_NOT_FOUND',
  'ADDON_NOT_FOUND',
  'VERSION_NOT_FOUND',
  'VERSION_QUARANTINED',
  'FILE_NOT_FOUND',
  'DEFINITION_NOT_FOUND',
  'DEFINITION_REFUSED',
  'SCHEMA_NOT_FOUND',
  'SOURCE_NOT_FOUND',
  'LOCK_NOT_FOUND',
  'LOCK_RATE_EXCEEDED',
  'RATE_EXCEEDED',
  'INPUT_TOO_LARGE',
  'STREAM_FULL',
  'INPUT_INVALID',
  'NOT_RENDERABLE',
  'NOT_SOLVABLE',
  'GAVE_UP',
  'ENGINE_UNAVAILABLE',
  'ENGINE_BUSY',
  'UNAUTHORIZED',
  'FORBIDDEN',
]);

const ajv = new Ajv2020({ removeAdditional: 'all', strict: false });
addFormats.default(ajv);

const catalogListSchema = Type.Object({ items: Type.Array(catalogSchema) });
const sourceListSchema = Type.Object({ items: Type.Array(sourceStateSchema) });
// A schema of somebody's parameters: whatever is in it is kept.
const anyObjectSchema = Type.Unsafe<JsonObject>({ type: 'object' });
const checks = new WeakMap<TSchema, ValidateFunction>();

/** The catalogue of a server, over its REST interface. Every call has a deadline; a failure is SOURCE_UNAVAILABLE or what the server says. */
export function createCatalogClient(options: CatalogClientOptions): CatalogAccess {
  const base = options.url.replace(/\/+$/, '');

  async function send(path: string, call: Call): Promise<Response> {
    const url = new URL(`${base}/api/v1${path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (each !== undefined) url.searchParams.append(name, String(each));
      }
    }
    const method = call.method ?? 'GET';
    const token = method === 'POST' ? options.token : undefined;
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(call.timeoutMs ?? options.readTimeoutMs ?? 30_000),
      });
    } catch (cause) {
      throw unavailable(base, describeFailure(cause), cause);
    }
    if (!response.ok) throw await toError(base, response);
    return response;
  }

  async function get<Schema extends TSchema>(schema: Schema, path: string, call: Call = {}): Promise<Static<Schema>> {
    return read(schema, await send(path, call));
  }

  async function keep(body: object, query: object): Promise<KeptLock> {
    const response = await send('/locks', { method: 'POST', query, body });
    return { lock: await read(lockSchema, response), created: response.status === 201 };
  }

  async function read<Schema extends TSchema>(schema: Schema, response: Response): Promise<Static<Schema>> {
    const value: unknown = await response.json().catch((cause: unknown) => {
      throw unavailable(base, 'it answered with something that is not JSON', cause);
    });
    if (!isOf(schema, value)) throw unavailable(base, 'it answered with something that is not of Chandlery');
    return value;
  }

  return {
    async listCatalogs() {
      return (await get(catalogListSchema, '/catalogs')).items;
    },
    getCatalog: (catalog) => get(catalogSchema, path('catalogs', catalog)),
    search: ({ q, limit, types, catalog }) =>
      get(searchResultsSchema, '/search', { query: { q, limit, type: types, catalog } }),
    listAddons: (query: AddonQuery) => get(addonPageSchema, '/addons', { query }),
    getAddon: (catalog, addon) => get(addonDetailSchema, path('catalogs', catalog, 'addons', addon)),
    getVersion: (catalog, addon, version) =>
      get(versionDetailSchema, path('catalogs', catalog, 'addons', addon, 'versions', version)),
    async readFile(file) {
      const { catalog, addon, version } = file;
      const segments = ['catalogs', catalog, 'addons', addon, 'versions', version, 'files', ...file.path.split('/')];
      return new Uint8Array(await (await send(path(...segments), {})).arrayBuffer());
    },
    renderBundle({ catalog, addon, version, parameters, line, flavor, registry, dependencies }) {
      const place = path('catalogs', catalog, 'addons', addon, 'versions', version, 'bundle');
      const body = { parameters, for: line, flavor, registry, dependencies };
      return get(bundleSchema, place, { method: 'POST', body, timeoutMs: options.renderTimeoutMs ?? 180_000 });
    },
    compareVersions: ({ catalog, addon, from, to, line }) =>
      get(versionDiffSchema, path('catalogs', catalog, 'addons', addon, 'diff'), {
        query: { from, to, for: line },
        timeoutMs: options.renderTimeoutMs ?? 180_000,
      }),
    checkValues: ({ catalog, addon, line, ...question }) =>
      get(valuesCheckSchema, path('catalogs', catalog, 'addons', addon, 'values-check'), {
        method: 'POST',
        body: { ...question, for: line },
        timeoutMs: options.renderTimeoutMs ?? 180_000,
      }),
    getEffects: (reference) => get(versionEffectsSchema, `${toVersionPath(reference)}/effects`, toLineCall(reference)),
    getParameters: (reference) =>
      get(versionParametersSchema, `${toVersionPath(reference)}/parameters`, toLineCall(reference)),
    async findParameterSchema(reference, form) {
      const query = { ...toLineCall(reference).query, format: form };
      try {
        return await get(anyObjectSchema, `${toVersionPath(reference)}/schema`, { query });
      } catch (error) {
        if (error instanceof RegistryError && error.code === 'SCHEMA_NOT_FOUND') return undefined;
        throw error;
      }
    },
    getLock: (id) => get(lockSchema, path('locks', id)),
    checkStoredLock: (id, asked) => get(lockCheckSchema, `${path('locks', id)}/check`, { query: asked }),
    checkLock: (content, asked) =>
      get(lockCheckSchema, '/locks/check', { method: 'POST', query: asked, body: content }),
    keepLock: (content) => keep(content, {}),
    writeLock: (request, { lang }) => keep(request, { lang }),
    resolve: (request, { lang }) => get(planSchema, '/resolve', { method: 'POST', query: { lang }, body: request }),
    listDefinitions: (query) => get(definitionPageSchema, '/definitions', { query }),
    getDefinition: ({ kind, name, line, ...query }) =>
      get(definitionDetailSchema, path('definitions', kind, name), { query: { ...query, for: line } }),
    getDefinitionHistory: ({ kind, name, catalog, addon }) =>
      get(definitionHistorySchema, `${path('definitions', kind, name)}/history`, { query: { catalog, addon } }),
    changeState: ({ catalog, addon, version, action, reason, author, replacement }) =>
      get(stateChangeSchema, `${toTargetPath({ catalog, addon, version })}/state`, {
        method: 'POST',
        body: { action, reason, author, replacement },
      }),
    listStateHistory: ({ catalog, addon, ...query }) =>
      get(stateHistoryPageSchema, path('catalogs', catalog, 'addons', addon, 'history'), { query }),
    async listSources() {
      return (await get(sourceListSchema, '/sources')).items;
    },
    syncSource: (source) =>
      get(syncReportSchema, `${path('sources', ...source.split('/'))}/sync`, {
        method: 'POST',
        timeoutMs: options.syncTimeoutMs ?? 30 * 60_000,
      }),
    async close() {},
  };
}

/** Tells whether a server answers there within a short time. */
export async function isServing(url: string, timeoutMs = 2_000): Promise<boolean> {
  try {
    return (await fetch(`${url.replace(/\/+$/, '')}/healthz`, { signal: AbortSignal.timeout(timeoutMs) })).ok;
  } catch {
    return false;
  }
}

/** Checks an answer against its schema; fields that a newer server adds are dropped, not refused. */
function isOf<Schema extends TSchema>(schema: Schema, value: unknown): value is Static<Schema> {
  let check = checks.get(schema);
  if (check === undefined) {
    check = ajv.compile(toValidatorSchema(schema));
    checks.set(schema, check);
  }
  return check(value);
}

/** Parts that stand in several places bear one name, which the validator takes for a conflict; names by which schemas refer to themselves move to the root. */
function toValidatorSchema(schema: TSchema): object {
  const $defs: Record<string, unknown> = {};
  const nameless = rewrite(schema, (key, part) => {
    if (key === '$defs') Object.assign($defs, part);
    return key === '$id' || key === '$defs' ? undefined : part;
  });
  return rewrite({ ...nameless, $defs }, (key, part) => (key === '$ref' ? `#/$defs/${String(part)}` : part));
}

function rewrite(schema: object, change: (key: string, part: unknown) => unknown): object {
  return JSON.parse(JSON.stringify(schema, change));
}

function toVersionPath({ catalog, addon, version }: EvaluatedReference): string {
  return path('catalogs', catalog, 'addons', addon, 'versions', version);
}

/** One version, or the whole addon. */
function toTargetPath(target: { catalog: string; addon: string; version: string | undefined }): string {
  const { catalog, addon, version } = target;
  return path('catalogs', catalog, 'addons', addon, ...(version === undefined ? [] : ['versions', version]));
}

function toLineCall({ line }: EvaluatedReference): { readonly query: object } {
  return { query: { for: line } };
}

function path(...segments: readonly string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
}

async function toError(base: string, response: Response): Promise<RegistryError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!isOf(problemSchema, body)) return unavailable(base, `it answered with status ${response.status}`);
  // Where it is wrong is told apart when it is not all that is told.
  const faults = (body.errors ?? [])
    .map(({ pointer, message }) => `\n${message === body.detail ? `at ${pointer}` : `${pointer}: ${message}`}`)
    .join('');
  if (isSharedCode(body.code))
    return new RegistryError(body.code, `${body.detail}${faults}`, {
      faults: body.errors ?? [],
      findings: body.findings ?? [],
      ...(body.conflict === undefined ? {} : { conflict: body.conflict }),
    });
  return unavailable(base, `${body.detail} (status ${response.status})`);
}

function isSharedCode(code: string): code is RegistryErrorCode {
  return sharedCodes.has(code);
}

function unavailable(base: string, reason: string, cause?: unknown): RegistryError {
  return new RegistryError('SOURCE_UNAVAILABLE', `the server ${base} does not serve this: ${reason}`, {
    details: { url: base },
    ...(cause === undefined ? {} : { cause }),
  });
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === 'ECONNREFUSED') return 'nobody listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is unknown';
  return cause instanceof Error ? cause.message || String(code) : error.message;
}
