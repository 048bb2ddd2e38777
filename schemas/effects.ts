import { type Static, Type } from 'typebox';

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

/** One thing that enabling does to the cluster. */
export const effectSchema = Type.Object(
  {
    kind: effectKindSchema,
    severity: Type.Enum(['danger', 'notice', 'plain']),
    subject: Type.String({ description: 'the object that carries it, such as `ClusterRoleBinding/flux`' }),
    value: Type.String({ description: 'what it is: an image reference, a path, the rule in words' }),
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
export type EffectCounts = Static<typeof effectCountsSchema>;
