import { type Static, Type } from 'typebox';
import { findingSchema } from './finding.ts';
import { releaseLineSchema } from './release-line.ts';
import { objectDifferenceSchema } from './version-diff.ts';

/** What is asked of values that somebody has. */
export const valuesCheckRequestSchema = Type.Object(
  {
    from: Type.Optional(
      Type.String({ minLength: 1, maxLength: 256, description: 'the version that the values are used with now' }),
    ),
    to: Type.String({ minLength: 1, maxLength: 256, description: 'the version that they are meant for' }),
    for: Type.Optional(releaseLineSchema),
    parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'arguments of the addon' }),
  },
  { $id: 'ValuesCheckRequest', additionalProperties: false },
);

/** What happens to one value, or to one that is left out. */
export const valueIssueSchema = Type.Object(
  {
    path: Type.Array(Type.String(), { description: 'from the outside in; an element of a list by its number' }),
    kind: Type.Enum([
      'missing',
      'retyped',
      'wrong-type',
      'out-of-enum',
      'constraint',
      'removed',
      'unknown',
      'default-changed',
    ]),
    effect: Type.Enum(['refused', 'ignored', 'changed', 'accepted'], {
      description:
        'refused: KubeVela refuses the values for it; ignored: taken and not used; changed: another value than before; accepted: it does not fit what is declared, and is taken all the same',
    }),
    message: Type.String({ description: 'one sentence for people, without the value' }),
    expected: Type.Optional(Type.String({ description: 'what fits: a type, the allowed values, the condition' })),
    before: Type.Optional(Type.String({ description: 'the default that was relied on' })),
    after: Type.Optional(Type.String({ description: 'the default that comes in its place' })),
    nearest: Type.Optional(Type.String({ description: 'a name that may be meant' })),
    file: Type.Optional(Type.String()),
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    column: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { $id: 'ValueIssue', additionalProperties: false },
);

/** Whether values of one version are still valid in another, as one release line renders it. */
export const valuesCheckSchema = Type.Object(
  {
    from: Type.Optional(Type.String()),
    to: Type.String(),
    for: releaseLineSchema,
    valid: Type.Boolean({ description: 'whether the release line renders the newer version with these values' }),
    refused: Type.Optional(Type.String({ description: "why not, in KubeVela's own words" })),
    findings: Type.Array(findingSchema, { description: 'why not, with places in the addon' }),
    refusedBefore: Type.Optional(
      Type.String({ description: 'why the older version does not render with them either' }),
    ),
    issues: Type.Array(valueIssueSchema, { description: 'what is refused first; at most 500' }),
    objects: Type.Array(objectDifferenceSchema, {
      description: 'rendered with these values; empty when one side does not render or no older version is named',
    }),
    cut: Type.Boolean({ description: 'some list is longer than it is shown' }),
  },
  { $id: 'ValuesCheck', additionalProperties: false },
);

export type ValuesCheckRequest = Static<typeof valuesCheckRequestSchema>;
export type ValueIssue = Static<typeof valueIssueSchema>;
export type ValuesCheck = Static<typeof valuesCheckSchema>;
