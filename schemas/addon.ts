import { type Static, Type } from 'typebox';

/** What a version demands of the cluster, as KubeVela constraints (`rendering.md` section 3 names the dialect). */
export const requirementsSchema = Type.Object(
  { vela: Type.Optional(Type.String()), kubernetes: Type.Optional(Type.String()) },
  { $id: 'Requirements', additionalProperties: false },
);

/** Another addon that must be enabled first, with a Masterminds constraint or none. */
export const dependencySchema = Type.Object(
  { name: Type.String(), version: Type.Optional(Type.String()) },
  { $id: 'Dependency', additionalProperties: false },
);

/** metadata.yaml as the KubeVela client reads it (`pkg/addon/type.go`, Meta): unknown keys gone, the last duplicate wins, versions as the author wrote them. */
export const addonMetadataSchema = Type.Object(
  {
    name: Type.String(),
    version: Type.String({ description: 'as the author wrote it, with or without a leading v' }),
    description: Type.String(),
    icon: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    tags: Type.Array(Type.String()),
    dependencies: Type.Array(dependencySchema),
    system: Type.Optional(requirementsSchema),
    needNamespace: Type.Array(Type.String()),
    invisible: Type.Boolean(),
    deployTo: Type.Optional(
      Type.Object(
        {
          disableControlPlane: Type.Boolean(),
          runtimeCluster: Type.Boolean(),
          legacyRuntimeCluster: Type.Optional(Type.Boolean({ description: 'the older spelling, runtime_cluster' })),
        },
        { additionalProperties: false },
      ),
    ),
    uxPlugins: Type.Optional(Type.Record(Type.String(), Type.String())),
    annotations: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { $id: 'AddonMetadata', additionalProperties: false },
);

/** What the KubeVela client takes a file for (`pkg/addon/addon.go`, the pattern table); `ignored` = it never reads it. */
export const fileRoleSchema = Type.Enum([
  'metadata',
  'readme',
  'template',
  'parameter',
  'resource',
  'definition',
  'schema',
  'view',
  'config-template',
  'notes',
  'godef',
  'chart',
  'ignored',
]);

/** One file of a package. */
export const addonFileSchema = Type.Object(
  {
    path: Type.String(),
    mode: Type.Union([Type.Literal('0644'), Type.Literal('0755')]),
    sizeBytes: Type.Integer({ minimum: 0 }),
    digest: Type.String({ description: 'sha256 of the content' }),
    role: fileRoleSchema,
  },
  { $id: 'AddonFile', additionalProperties: false },
);

export type Requirements = Static<typeof requirementsSchema>;
export type Dependency = Static<typeof dependencySchema>;
export type AddonMetadata = Static<typeof addonMetadataSchema>;
export type FileRole = Static<typeof fileRoleSchema>;
export type AddonFile = Static<typeof addonFileSchema>;
