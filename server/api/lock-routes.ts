import { Type } from 'typebox';
import type { LockReader } from '../../registry/catalog/lock-types.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { KeptLock, LockKeeper } from '../../registry/publish/lock-types.ts';
import { type LockReading, parseLockYaml } from '../../registry/resolve/lock/parse-lock-yaml.ts';
import { toLockYaml } from '../../registry/resolve/lock/to-lock-yaml.ts';
import { isJsonObject, type JsonValue } from '../../schemas/json.ts';
import { languageSchema } from '../../schemas/language.ts';
import { type LockContent, lockCheckSchema, lockContentSchema, lockSchema } from '../../schemas/lock.ts';
import { type ResolveRequest, resolveRequestSchema } from '../../schemas/resolution.ts';
import { json, type Route, type RouteInput, type RouteOutput } from './route.ts';

export interface LockRoutesOptions {
  readonly locks: LockReader & LockKeeper;
  /** Whether everybody may keep a lock here, or only the administrator. */
  readonly open: boolean;
}

const yaml = 'application/yaml';
const immutable = 'public, max-age=31536000, immutable';
const shortLived = 'public, max-age=60, immutable';

const systemQuerySchema = Type.Object(
  {
    vela: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'default: what the lock was made for' }),
    ),
    kubernetes: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'default: what the lock was made for' }),
    ),
  },
  { additionalProperties: false },
);

/** Decided sets of exact versions. */
export function createLockRoutes({ locks, open }: LockRoutesOptions): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/locks',
      operationId: 'writeLock',
      summary: 'Decide a set, or take one that is decided, and keep it: 201 when it is new, 200 when it was there',
      query: Type.Object({ lang: Type.Optional(languageSchema) }, { additionalProperties: false }),
      body: [resolveRequestSchema, lockContentSchema],
      textBody: yaml,
      response: lockSchema,
      ...(open ? {} : { admin: true }),
      handle: async (input) => toKept(await keep(locks, input)),
    },
    {
      method: 'post',
      path: '/locks/check',
      operationId: 'checkLockContent',
      summary: 'Whether a lock holds that is not kept here; stores nothing',
      query: systemQuerySchema,
      body: lockContentSchema,
      textBody: yaml,
      response: lockCheckSchema,
      handle: async (input) => json(await locks.checkLock(readContent(input), toAsked(input))),
    },
    {
      method: 'get',
      path: '/locks/{id}',
      operationId: 'getLock',
      summary: 'A lock; an id may carry `sha256:` before it',
      response: lockSchema,
      handle: async ({ path }) => json(await locks.getLock(path['id'] ?? ''), shortLived),
    },
    {
      method: 'get',
      path: '/locks/{id}/check',
      operationId: 'checkLock',
      summary: 'Whether a lock still holds, member by member',
      query: systemQuerySchema,
      response: lockCheckSchema,
      handle: async (input) => json(await locks.checkStoredLock(input.path['id'] ?? '', toAsked(input))),
    },
    {
      method: 'get',
      path: '/locks/{id}/chandlery.lock',
      operationId: 'getLockFile',
      summary: 'The same as a file to keep in a repository',
      response: 'bytes',
      mediaTypes: [yaml],
      handle: async ({ path }) => {
        const {
          id: _id,
          url: _url,
          created: _created,
          order: _order,
          ...content
        } = await locks.getLock(path['id'] ?? '');
        const bytes = Buffer.from(toLockYaml(content));
        return { kind: 'bytes', bytes, contentType: `${yaml}; charset=utf-8`, cacheControl: immutable };
      },
    },
  ];
}

function keep(locks: LockKeeper, input: RouteInput): Promise<KeptLock> {
  const { body, query, prefersLanguage } = input;
  if (body === undefined || isLockContent(body)) return locks.keepLock(readContent(input));
  const languages = languageSchema.enum;
  const named = query['lang'] ?? prefersLanguage(languages);
  const lang = languages.find((each) => each === named) ?? 'en';
  // The route's schemas are these two, and it is not the other.
  return locks.writeLock(body as ResolveRequest, { lang });
}

function isLockContent(body: JsonValue): boolean {
  return isJsonObject(body) && 'members' in body;
}

/** Throws INPUT_INVALID, with the line and column of each fault of a file. */
function readContent({ body, text }: RouteInput): LockContent {
  // Checked by the route's schema.
  if (text === undefined) return body as LockContent;
  const reading: LockReading = parseLockYaml(text);
  if (reading.ok) return reading.content;
  const faults = reading.faults.map(({ path, line, column, message }) => ({
    pointer: path.map((step) => `/${step}`).join('') || '/',
    message: `line ${line}, column ${column}: ${message}`,
  }));
  throw new RegistryError('INPUT_INVALID', `the lock cannot be used: ${faults[0]?.message ?? ''}`, { faults });
}

function toAsked({ query }: RouteInput): { vela?: string; kubernetes?: string } {
  const { vela, kubernetes } = query;
  return {
    ...(vela === undefined ? {} : { vela: String(vela) }),
    ...(kubernetes === undefined ? {} : { kubernetes: String(kubernetes) }),
  };
}

function toKept({ lock, created }: KeptLock): RouteOutput {
  return { kind: 'json', value: lock, status: created ? 201 : 200, location: `locks/${lock.id}` };
}
