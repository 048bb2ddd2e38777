import { type Static, Type } from 'typebox';
import { dependencySchema, requirementsSchema } from './addon.ts';
import { requirerSchema } from './resolution.ts';

/** The only format there is; a file that names another is refused with a word about upgrading. */
export const lockFormat = 1;

/** One pinned addon. */
export const lockMemberSchema = Type.Object(
  {
    catalog: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.String({ minLength: 1, maxLength: 253 }),
    version: Type.String({ minLength: 1, maxLength: 256, description: 'as the author wrote it' }),
    digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: 'of the archive' }),
    treeDigest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: 'of the content' }),
    want: Type.Optional(
      Type.Object(
        { range: Type.Optional(Type.String()) },
        { additionalProperties: false, description: 'present when it was asked for' },
      ),
    ),
    requiredBy: Type.Array(requirerSchema),
    dependencies: Type.Array(dependencySchema),
    requirements: requirementsSchema,
  },
  { $id: 'LockMember', additionalProperties: false },
);

/** A decided set, without anything that changes from day to day. `chandlery.lock` is this as YAML. */
export const lockContentSchema = Type.Object(
  {
    format: Type.Literal(lockFormat),
    vela: Type.Optional(Type.String()),
    kubernetes: Type.Optional(Type.String()),
    members: Type.Array(lockMemberSchema, { description: 'by name, each name once' }),
  },
  { $id: 'LockContent', additionalProperties: false },
);

/** A stored lock. */
export const lockSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'sha256 of the canonical content; equal results share it',
    }),
    url: Type.String({ description: 'the Helm registry endpoint that serves exactly these versions' }),
    created: Type.String({ format: 'date-time' }),
    order: Type.Array(Type.String(), { description: 'names in install order' }),
    ...lockContentSchema.properties,
  },
  { $id: 'Lock', additionalProperties: false },
);

export type LockMember = Static<typeof lockMemberSchema>;
export type LockContent = Static<typeof lockContentSchema>;
export type Lock = Static<typeof lockSchema>;
