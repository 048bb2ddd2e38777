import { type Static, Type } from 'typebox';
import { releaseLineSchema } from './release-line.ts';

/** `dry-run` is what `vela addon enable --dry-run` prints; `apply` is ordered for `kubectl apply` and carries the argument Secret. */
export const bundleFlavorSchema = Type.Enum(['dry-run', 'apply'], { description: 'default dry-run' });

/** Whether what an addon needs stands before it. */
export const bundleDependenciesSchema = Type.Enum(['include', 'none'], {
  description: 'include: everything that it needs stands before it, in install order; default none',
});

/** What a bundle is asked for with, as a body. */
export const bundleRequestSchema = Type.Object(
  {
    parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'arguments of the addon' })),
    for: Type.Optional(releaseLineSchema),
    flavor: Type.Optional(bundleFlavorSchema),
    dependencies: Type.Optional(bundleDependenciesSchema),
    registry: Type.Optional(
      Type.String({ maxLength: 63, description: 'value of the label addons.oam.dev/registry; default: the catalog' }),
    ),
  },
  { $id: 'BundleRequest', additionalProperties: false },
);

/** The rendered objects of one version. */
export const bundleSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    digest: Type.String(),
    for: releaseLineSchema,
    flavor: bundleFlavorSchema,
    objects: Type.Array(
      Type.Object(
        {
          addon: Type.Optional(Type.String({ description: 'whose object it is, with dependencies' })),
          from: Type.String({ description: 'the file, `application`, or `parameters` for the argument Secret' }),
          object: Type.Record(Type.String(), Type.Unknown()),
        },
        { additionalProperties: false },
      ),
    ),
    members: Type.Optional(
      Type.Array(
        Type.Object(
          { catalog: Type.String(), name: Type.String(), version: Type.String(), digest: Type.String() },
          { additionalProperties: false },
        ),
        { description: 'with dependencies: in install order, the addon itself last' },
      ),
    ),
    notes: Type.Optional(Type.String({ description: 'what NOTES.cue says after a first installation' })),
    warnings: Type.Array(Type.String(), { description: 'what the client logs' }),
  },
  { $id: 'Bundle', additionalProperties: false },
);

export type BundleDependencies = Static<typeof bundleDependenciesSchema>;
export type BundleFlavor = Static<typeof bundleFlavorSchema>;
export type Bundle = Static<typeof bundleSchema>;
