import { type Static, Type } from 'typebox';
import { dependencySchema, requirementsSchema } from './addon.ts';
import { definitionKindSchema } from './definition.ts';
import { versionStateSchema } from './version-state.ts';

const nameSchema = Type.String({ minLength: 1, maxLength: 253 });
const rangeSchema = Type.String({
  maxLength: 4096,
  description: 'a constraint of KubeVela, such as ">=1.2.0, <2"; an exact version; absent or empty: any',
});

/** An addon that somebody wants. */
export const wantSchema = Type.Object(
  {
    name: nameSchema,
    range: Type.Optional(rangeSchema),
    catalog: Type.Optional(
      Type.String({ maxLength: 63, description: 'absent: the first configured catalog that has it' }),
    ),
  },
  { $id: 'Want', additionalProperties: false },
);

/** An addon that the cluster has. */
export const installedAddonSchema = Type.Object(
  {
    name: nameSchema,
    version: Type.String({ minLength: 1, maxLength: 256 }),
    catalog: Type.Optional(Type.String({ maxLength: 63 })),
    clusters: Type.Optional(Type.Array(Type.String({ maxLength: 253 }), { maxItems: 10_000 })),
  },
  { $id: 'InstalledAddon', additionalProperties: false },
);

/** What is to be decided. Equal requests have equal answers, whatever the order of their lists. */
export const resolveRequestSchema = Type.Object(
  {
    want: Type.Array(wantSchema, { minItems: 1, maxItems: 1000 }),
    vela: Type.Optional(
      Type.String({ maxLength: 64, description: 'version of KubeVela, such as 1.10.9; absent: not looked at' }),
    ),
    kubernetes: Type.Optional(
      Type.String({ maxLength: 64, description: 'version of Kubernetes; absent: not looked at' }),
    ),
    installed: Type.Optional(Type.Array(installedAddonSchema, { maxItems: 10_000 })),
    upgrade: Type.Optional(
      Type.Array(nameSchema, { maxItems: 10_000, description: 'installed addons that may be moved; "*": all of them' }),
    ),
    prefer: Type.Optional(
      Type.Array(
        Type.Object(
          { name: nameSchema, catalog: Type.String(), version: Type.String() },
          { additionalProperties: false },
        ),
        {
          maxItems: 10_000,
          description: 'versions taken where they fit, such as those of a lock',
        },
      ),
    ),
    prereleases: Type.Optional(Type.Boolean({ description: 'true: pre-releases count like any other version' })),
  },
  { $id: 'ResolveRequest', additionalProperties: false },
);

/** Why an addon is in a plan. */
export const requirerSchema = Type.Object(
  {
    name: Type.String({ description: 'the addon that needs it' }),
    range: Type.Optional(Type.String()),
    suspected: Type.Optional(
      Type.Literal(true, { description: 'not declared: it uses a definition that only this addon brings' }),
    ),
    uses: Type.Optional(
      Type.Array(Type.Object({ kind: definitionKindSchema, name: Type.String() }, { additionalProperties: false })),
    ),
  },
  { $id: 'Requirer', additionalProperties: false },
);

/** A newer version that was not taken. */
export const passedOverSchema = Type.Object(
  {
    version: Type.String(),
    reason: Type.Enum([
      'yanked',
      'quarantined',
      'prerelease',
      'unwanted',
      'requirements',
      'installed',
      'preferred',
      'dependency',
      'conflict',
    ]),
    text: Type.String({ description: 'the reason in a sentence' }),
  },
  { $id: 'PassedOver', additionalProperties: false },
);

/** One addon of a plan, with exactly one version. */
export const planMemberSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String({ description: 'as the author wrote it' }),
    digest: Type.Optional(Type.String({ description: 'absent when an installed version is in no catalog' })),
    treeDigest: Type.Optional(Type.String()),
    action: Type.Enum(['install', 'keep', 'upgrade', 'downgrade']),
    installed: Type.Optional(Type.String({ description: 'the version that the cluster has' })),
    state: versionStateSchema,
    want: Type.Optional(
      Type.Object(
        { range: Type.Optional(Type.String()) },
        { additionalProperties: false, description: 'present when it was asked for' },
      ),
    ),
    requiredBy: Type.Array(requirerSchema),
    dependencies: Type.Array(dependencySchema, { description: 'as declared' }),
    suspected: Type.Array(Type.String(), { description: 'addons that it needs without saying so' }),
    requirements: requirementsSchema,
    passedOver: Type.Array(passedOverSchema, { description: 'newer versions, newest first' }),
  },
  { $id: 'PlanMember', additionalProperties: false },
);

/** Something a person should know about a plan that holds. */
export const planNoticeSchema = Type.Object(
  {
    code: Type.Enum([
      'shadowed',
      'cycle',
      'deprecated',
      'prerelease',
      'suspected',
      'not-compared',
      'refused',
      'installed-unknown',
      'yanked',
    ]),
    text: Type.String(),
  },
  { $id: 'PlanNotice', additionalProperties: false },
);

/** What would be installed, in order. */
export const planSchema = Type.Object(
  {
    vela: Type.Optional(Type.String()),
    kubernetes: Type.Optional(Type.String()),
    members: Type.Array(planMemberSchema, {
      description: 'in install order: what is needed stands before what needs it',
    }),
    cycles: Type.Array(Type.Array(Type.String()), { description: 'names that need one another, each path closed' }),
    notices: Type.Array(planNoticeSchema),
    commands: Type.Object(
      {
        registry: Type.Array(Type.String(), { description: '`vela addon registry add` for each catalog that is used' }),
        registries: Type.Record(Type.String(), Type.Unknown(), {
          description: 'the same as entries of the ConfigMap vela-system/vela-addon-registry, key `registries`',
        }),
        enable: Type.Array(Type.String(), {
          description: '`vela addon enable NAME --version V`, one a member that is not kept',
        }),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'Plan', additionalProperties: false },
);

/** One fact that a conflict rests on. */
export const conflictFactSchema = Type.Object(
  {
    id: Type.Integer({ description: 'counted from 1' }),
    kind: Type.Enum(['want', 'need', 'requirement', 'system', 'installed', 'still-needs', 'catalog']),
    text: Type.String({ description: 'the fact in a sentence' }),
    addon: Type.Optional(Type.String({ description: 'whom the fact is about' })),
    versions: Type.Optional(
      Type.Array(Type.String(), { description: 'the versions that it holds for, newest first, at most 100' }),
    ),
    on: Type.Optional(Type.String({ description: 'the addon, `kubevela` or `kubernetes` that is asked for' })),
    range: Type.Optional(Type.String()),
    listed: Type.Optional(
      Type.Array(Type.String(), { description: 'versions of `on` that exist, newest first, at most 100' }),
    ),
    allowed: Type.Optional(Type.Array(Type.String(), { description: 'those that fit, newest first, at most 100' })),
    suspected: Type.Optional(Type.Literal(true)),
  },
  { $id: 'ConflictFact', additionalProperties: false },
);

/** One conclusion; the last step of a conflict is that nothing fits. */
export const conflictStepSchema = Type.Object(
  {
    id: Type.Integer({ description: 'counted from 1' }),
    text: Type.String(),
    because: Type.Array(
      Type.Object(
        { fact: Type.Optional(Type.Integer()), step: Type.Optional(Type.Integer()) },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'ConflictStep', additionalProperties: false },
);

const changeProperties = {
  kind: Type.Enum(['vela', 'kubernetes', 'version', 'drop-range', 'upgrade', 'prerelease', 'without', 'catalog']),
  name: Type.Optional(Type.String()),
  version: Type.Optional(Type.String()),
};

/** A change that makes it work, or two that do so together; each was tried. */
export const suggestionSchema = Type.Object(
  {
    ...changeProperties,
    text: Type.String(),
    also: Type.Optional(
      Type.Object(changeProperties, {
        additionalProperties: false,
        description: 'the second change, where one alone is not enough',
      }),
    ),
  },
  { $id: 'Suggestion', additionalProperties: false },
);

/** Why nothing fits: the fewest facts that already exclude one another, and what follows from them. */
export const conflictSchema = Type.Object(
  {
    text: Type.String({ description: 'the whole explanation, in lines' }),
    facts: Type.Array(conflictFactSchema),
    steps: Type.Array(conflictStepSchema),
    suggestions: Type.Array(suggestionSchema),
  },
  { $id: 'Conflict', additionalProperties: false },
);

export type Want = Static<typeof wantSchema>;
export type InstalledAddon = Static<typeof installedAddonSchema>;
export type ResolveRequest = Static<typeof resolveRequestSchema>;
export type Requirer = Static<typeof requirerSchema>;
export type PassedOver = Static<typeof passedOverSchema>;
export type PlanMember = Static<typeof planMemberSchema>;
export type PlanNotice = Static<typeof planNoticeSchema>;
export type Plan = Static<typeof planSchema>;
export type ConflictFact = Static<typeof conflictFactSchema>;
export type ConflictStep = Static<typeof conflictStepSchema>;
export type Suggestion = Static<typeof suggestionSchema>;
export type Conflict = Static<typeof conflictSchema>;
