import { type Static, Type } from 'typebox';
import { dependencySchema, requirementsSchema } from './addon.ts';
import { requirerSchema } from './resolution.ts';
import { versionStateSchema } from './version-state.ts';

/** The only format there is; a file that names another is refused with a word about upgrading. */
export const lockFormat = 1;

const digestSchema = (description: string) =>
  Type.String({
    pattern: '^sha256:[0-9a-f]{64}$',
    patternErrorMessage: 'must be "sha256:" and 64 hexadecimal digits in lower case',
    description,
  });

const idSchema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  patternErrorMessage: 'must be 64 hexadecimal digits in lower case',
  description: 'sha256 of the canonical content; equal results share it',
});

const nameSchema = Type.String({ minLength: 1, maxLength: 253 });
const versionSchema = Type.String({ minLength: 1, maxLength: 256, description: 'as the author wrote it' });
const systemSchema = Type.String({ minLength: 1, maxLength: 64 });

/** One pinned addon. */
export const lockMemberSchema = Type.Object(
  {
    catalog: Type.String({ minLength: 1, maxLength: 63 }),
    name: nameSchema,
    version: versionSchema,
    digest: digestSchema('of the archive'),
    treeDigest: digestSchema('of the content'),
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

const outsideSchema = Type.Optional(
  Type.Array(Type.Object({ name: nameSchema, version: versionSchema }, { additionalProperties: false }), {
    description: 'by name: what members need and the cluster has already, in a version that is in no catalog',
  }),
);

/** A decided set, without anything that changes from day to day. */
export const lockContentSchema = Type.Object(
  {
    format: Type.Literal(lockFormat),
    vela: Type.Optional(systemSchema),
    kubernetes: Type.Optional(systemSchema),
    members: Type.Array(lockMemberSchema, {
      minItems: 1,
      maxItems: 2000,
      description: 'by name, each name once',
    }),
    outside: outsideSchema,
  },
  { $id: 'LockContent', additionalProperties: false },
);

const { requiredBy, dependencies, requirements, ...memberProperties } = lockMemberSchema.properties;

/** `chandlery.lock`: a content as YAML with its id; what is empty may be left out. */
export const lockFileSchema = Type.Object(
  {
    ...lockContentSchema.properties,
    id: idSchema,
    members: Type.Array(
      Type.Object(
        {
          ...memberProperties,
          requiredBy: Type.Optional(requiredBy),
          dependencies: Type.Optional(dependencies),
          requirements: Type.Optional(requirements),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2000 },
    ),
  },
  { additionalProperties: false },
);

/** A stored lock. */
export const lockSchema = Type.Object(
  {
    id: idSchema,
    url: Type.String({ description: 'the Helm registry endpoint that serves exactly these versions' }),
    created: Type.String({ format: 'date-time' }),
    order: Type.Array(Type.String(), { description: 'names in install order' }),
    ...lockContentSchema.properties,
  },
  { $id: 'Lock', additionalProperties: false },
);

/** Something that keeps a lock from holding, or (a warning) that a person should know. */
export const lockProblemSchema = Type.Object(
  {
    code: Type.Enum([
      'missing',
      'digest',
      'bytes',
      'yanked',
      'quarantined',
      'deprecated',
      'vela',
      'kubernetes',
      'dependency',
    ]),
    severity: Type.Enum(['error', 'warning']),
    text: Type.String({ description: 'the problem in a sentence' }),
  },
  { $id: 'LockProblem', additionalProperties: false },
);

/** What became of one member. */
export const lockMemberCheckSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    state: versionStateSchema,
    problems: Type.Array(lockProblemSchema),
  },
  { $id: 'LockMemberCheck', additionalProperties: false },
);

/** Whether a lock still holds. `vela` and `kubernetes` are what it was checked for. */
export const lockCheckSchema = Type.Object(
  {
    id: idSchema,
    holds: Type.Boolean({ description: 'false when a member has an error' }),
    vela: Type.Optional(Type.String()),
    kubernetes: Type.Optional(Type.String()),
    members: Type.Array(lockMemberCheckSchema, { description: 'by name' }),
  },
  { $id: 'LockCheck', additionalProperties: false },
);

export type LockMember = Static<typeof lockMemberSchema>;
export type LockContent = Static<typeof lockContentSchema>;
export type LockFile = Static<typeof lockFileSchema>;
export type Lock = Static<typeof lockSchema>;
export type LockProblem = Static<typeof lockProblemSchema>;
export type LockMemberCheck = Static<typeof lockMemberCheckSchema>;
export type LockCheck = Static<typeof lockCheckSchema>;
