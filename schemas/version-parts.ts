import { type Static, Type } from 'typebox';
import { effectSchema } from './effects.ts';
import { parameterSchema } from './parameter.ts';
import { releaseLineSchema } from './release-line.ts';

/** What a release line judged, or that it has not judged yet. */
const head = {
  catalog: Type.String(),
  name: Type.String(),
  version: Type.String(),
  for: releaseLineSchema,
  pending: Type.Boolean({ description: 'true: not evaluated yet, so the rest is empty' }),
};

/** What enabling a version does to the cluster, the dangerous first. */
export const versionEffectsSchema = Type.Object(
  { ...head, items: Type.Array(effectSchema) },
  { $id: 'VersionEffects', additionalProperties: false },
);

/** The parameters of a version, as a tree. */
export const versionParametersSchema = Type.Object(
  { ...head, items: Type.Array(parameterSchema) },
  { $id: 'VersionParameters', additionalProperties: false },
);

export type VersionEffects = Static<typeof versionEffectsSchema>;
export type VersionParameters = Static<typeof versionParametersSchema>;
