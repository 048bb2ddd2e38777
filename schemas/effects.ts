import { type Static, type TProperties, Type } from 'typebox';

/** What an addon brings into a cluster, the dangerous first. */
export const effectKindSchema = Type.Enum([
  'cluster-admin',
  'wildcard-rule',
  'secrets-access',
  'escalation',
  'privileged',
  'host-path',
  'host-namespace',
  'webhook',
  'rbac',
  'crd',
  'namespace',
  'image',
  'chart',
  'remote-module',
  'git-repository',
  'workload',
]);

const named = Type.Object({ kind: Type.Optional(Type.String()), name: Type.String() }, { additionalProperties: false });
const names = Type.Array(Type.String());

function phrase<Code extends string, Properties extends TProperties>(code: Code, properties: Properties) {
  return Type.Object({ code: Type.Literal(code), ...properties }, { additionalProperties: false });
}

/** What a value says in words, for those who say it in another language. */
const effectPhraseSchema = Type.Union(
  [
    phrase('grant', { accounts: Type.Array(named), role: named }),
    phrase('rules', { count: Type.Optional(Type.Integer()) }),
    phrase('permission', { verbs: names, on: names, groups: Type.Optional(names) }),
    phrase('unnamed', {}),
    phrase('api-service', { name: Type.Optional(Type.String()) }),
    phrase('webhook', { name: Type.Optional(Type.String()), failurePolicy: Type.Optional(Type.String()) }),
    phrase('privileged', {}),
    phrase('capabilities', { names }),
    phrase('host-paths', { paths: Type.Array(Type.String({ description: 'empty: a parameter gives it' })) }),
    phrase('chart', { name: Type.String(), version: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
  ],
  { description: 'what `value` says, in parts; absent where it is a name or an address' },
);

/** One thing that enabling does to the cluster. */
export const effectSchema = Type.Object(
  {
    kind: effectKindSchema,
    severity: Type.Enum(['danger', 'notice', 'plain']),
    subject: Type.String({ description: 'the object that carries it, such as `ClusterRoleBinding/flux`' }),
    value: Type.String({ description: 'what it is: an image reference, a path, the rule in words' }),
    phrase: Type.Optional(effectPhraseSchema),
    file: Type.String({ description: 'path inside the addon; empty when it comes from the metadata' }),
    line: Type.Integer({ minimum: 1 }),
    column: Type.Integer({ minimum: 1 }),
    definition: Type.Optional(
      Type.String({ description: 'set when it happens only where this definition is used: `component/netlify`' }),
    ),
    conditional: Type.Optional(
      Type.Boolean({ description: 'true when it does not happen with default parameters, but with others' }),
    ),
  },
  { $id: 'Effect', additionalProperties: false },
);

/** How many effects of each severity. */
export const effectCountsSchema = Type.Object(
  { danger: Type.Integer(), notice: Type.Integer(), plain: Type.Integer() },
  { $id: 'EffectCounts', additionalProperties: false },
);

export type EffectKind = Static<typeof effectKindSchema>;
export type Effect = Static<typeof effectSchema>;
export type EffectPhrase = Static<typeof effectPhraseSchema>;
export type EffectCounts = Static<typeof effectCountsSchema>;
