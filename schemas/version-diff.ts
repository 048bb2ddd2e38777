import { type Static, Type } from 'typebox';
import { fileRoleSchema } from './addon.ts';
import { definitionKindSchema } from './definition.ts';
import { effectSchema } from './effects.ts';
import { findingSchema } from './finding.ts';
import { releaseLineSchema } from './release-line.ts';

/** How far a version number moves; before 1.0.0 the minor number announces what breaks. */
export const bumpSchema = Type.Enum(['none', 'patch', 'minor', 'major']);

const judged = {
  breaking: Type.Boolean({ description: 'what worked before may be refused, ignored or missing now' }),
  bump: Type.Enum(['patch', 'minor', 'major'], { description: 'how far this alone moves the version' }),
  message: Type.String({ description: 'one sentence for people' }),
};

const texts = {
  before: Type.Optional(Type.String({ description: 'shortened where it is long' })),
  after: Type.Optional(Type.String({ description: 'shortened where it is long' })),
};

const placeSchema = Type.Object(
  { file: Type.String(), line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

/** One difference of two parameter structs or two definitions. */
export const valueChangeSchema = Type.Object(
  {
    subject: Type.Enum(['parameter', 'spec', 'identity', 'template', 'module'], {
      description: 'what differs: a parameter, a field of the spec, the name, what is rendered, a module elsewhere',
    }),
    path: Type.Array(Type.String(), { description: '`[]` stands for an element of a list, `*` for a value of a map' }),
    kind: Type.Enum([
      'added',
      'removed',
      'retyped',
      'tightened',
      'widened',
      'default-added',
      'default-changed',
      'default-removed',
      'required',
      'optional',
      'closed',
      'opened',
      'immutable',
      'mutable',
      'changed',
    ]),
    ...judged,
    ...texts,
    refused: Type.Optional(
      Type.Boolean({
        description: 'of what is gone: whether a value that is still given for it is refused, or ignored',
      }),
    ),
    names: Type.Optional(
      Type.Array(Type.String(), { description: 'of a field of the spec: what it leaves out now, or what it adds' }),
    ),
    beforeAt: Type.Optional(placeSchema),
    afterAt: Type.Optional(placeSchema),
  },
  { $id: 'ValueChange', additionalProperties: false },
);

/** A definition that came, went or changed. */
export const definitionDifferenceSchema = Type.Object(
  {
    kind: definitionKindSchema,
    name: Type.String(),
    change: Type.Enum(['added', 'removed', 'changed']),
    file: Type.String({ description: 'in the newer side, or in the older one when it was removed' }),
    ...judged,
    changes: Type.Array(valueChangeSchema, { description: 'breaking ones first; empty unless it changed' }),
  },
  { $id: 'DefinitionDifference', additionalProperties: false },
);

const rangeChangeSchema = Type.Enum(['added', 'removed', 'widened', 'narrowed', 'changed', 'rewritten'], {
  description: 'rewritten: another text that admits the same versions; changed: neither admits all of the other',
});

/** An addon that must be enabled first, or one that no longer must. */
export const dependencyDifferenceSchema = Type.Object(
  { name: Type.String(), change: rangeChangeSchema, ...judged, ...texts },
  { $id: 'DependencyDifference', additionalProperties: false },
);

/** What is demanded of the cluster now and was not, or the other way round. */
export const requirementDifferenceSchema = Type.Object(
  { system: Type.Enum(['vela', 'kubernetes']), change: rangeChangeSchema, ...judged, ...texts },
  { $id: 'RequirementDifference', additionalProperties: false },
);

const fileStateSchema = Type.Object(
  { sizeBytes: Type.Integer(), digest: Type.String() },
  { additionalProperties: false },
);

/** A file that came, went or changed; `role` is what the client takes it for. */
export const fileDifferenceSchema = Type.Object(
  {
    path: Type.String(),
    change: Type.Enum(['added', 'removed', 'changed']),
    role: fileRoleSchema,
    before: Type.Optional(fileStateSchema),
    after: Type.Optional(fileStateSchema),
  },
  { $id: 'FileDifference', additionalProperties: false },
);

/** A rendered object that came, went or changed. */
export const objectDifferenceSchema = Type.Object(
  {
    apiVersion: Type.String(),
    kind: Type.String(),
    namespace: Type.Optional(Type.String()),
    name: Type.String(),
    change: Type.Enum(['added', 'removed', 'changed']),
    fields: Type.Array(
      Type.Object(
        {
          path: Type.String({ description: 'such as spec.components[helm].properties.url' }),
          change: Type.Enum(['added', 'removed', 'changed']),
          ...texts,
        },
        { additionalProperties: false },
      ),
    ),
    moreFields: Type.Optional(Type.Integer({ description: 'how many changed fields are not listed' })),
  },
  { $id: 'ObjectDifference', additionalProperties: false },
);

/** Something that enabling does to the cluster with one version and not with the other. */
export const effectDifferenceSchema = Type.Object(
  { change: Type.Enum(['appeared', 'vanished']), effect: effectSchema },
  { $id: 'EffectDifference', additionalProperties: false },
);

const sideSchema = Type.Object(
  {
    catalog: Type.Optional(Type.String({ description: 'absent: a folder or an archive' })),
    name: Type.String(),
    version: Type.String(),
    digest: Type.Optional(Type.String()),
    treeDigest: Type.String(),
    refused: Type.Optional(
      Type.String({ description: "why it does not render on this line without parameters, in KubeVela's own words" }),
    ),
  },
  { additionalProperties: false },
);

/** What all differences together mean for a version number. */
export const stepVerdictSchema = Type.Object(
  {
    breaking: Type.Boolean(),
    reasons: Type.Array(Type.String(), { description: 'what breaks, a sentence each' }),
    required: bumpSchema,
    actual: Type.Optional(bumpSchema),
    adequate: Type.Optional(
      Type.Boolean({ description: 'absent when the newer side is older, or one of the two is no version' }),
    ),
    suggested: Type.Optional(
      Type.String({ description: 'the next version that announces the change, when not adequate' }),
    ),
  },
  { $id: 'StepVerdict', additionalProperties: false },
);

/** Parts that are cut off when they are too long. */
const cutPartSchema = Type.Enum(['parameters', 'definitions', 'dependencies', 'objects', 'effects', 'files']);

/** Two versions compared, as one release line sees them. */
export const versionDiffSchema = Type.Object(
  {
    from: sideSchema,
    to: sideSchema,
    for: releaseLineSchema,
    verdict: stepVerdictSchema,
    parameters: Type.Array(valueChangeSchema, { description: 'of the addon itself' }),
    definitions: Type.Array(definitionDifferenceSchema),
    dependencies: Type.Array(dependencyDifferenceSchema),
    requirements: Type.Array(requirementDifferenceSchema),
    objects: Type.Array(objectDifferenceSchema, {
      description: 'rendered without parameters; empty when one side does not render',
    }),
    effects: Type.Array(effectDifferenceSchema),
    files: Type.Array(fileDifferenceSchema),
    findings: Type.Array(findingSchema, { description: 'why something could not be compared' }),
    cut: Type.Array(cutPartSchema, { description: 'lists that are longer than they are shown; the verdict knows all' }),
  },
  { $id: 'VersionDiff', additionalProperties: false },
);

export type ValueChange = Static<typeof valueChangeSchema>;
export type DefinitionDifference = Static<typeof definitionDifferenceSchema>;
export type DependencyDifference = Static<typeof dependencyDifferenceSchema>;
export type RequirementDifference = Static<typeof requirementDifferenceSchema>;
export type FileDifference = Static<typeof fileDifferenceSchema>;
export type ObjectDifference = Static<typeof objectDifferenceSchema>;
export type EffectDifference = Static<typeof effectDifferenceSchema>;
export type StepVerdict = Static<typeof stepVerdictSchema>;
export type VersionDiff = Static<typeof versionDiffSchema>;
export type RangeChange = Static<typeof rangeChangeSchema>;
