import { type Static, Type } from 'typebox';
import { findingSchema } from './finding.ts';
import { releaseLineSchema } from './release-line.ts';

/** What a preview is asked for with. */
export const previewRequestSchema = Type.Object(
  {
    parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'arguments of the addon' })),
    texts: Type.Optional(
      Type.Array(
        Type.Object(
          { pointer: Type.String({ maxLength: 2000 }), text: Type.String({ maxLength: 262_144 }) },
          { additionalProperties: false },
        ),
        {
          maxItems: 200,
          description:
            'YAML to put into the parameters where the JSON pointer says; what has an empty one is merged over them',
        },
      ),
    ),
    for: Type.Optional(releaseLineSchema),
  },
  { $id: 'PreviewRequest', additionalProperties: false },
);

/** One object as YAML, beside the same object with the defaults alone. */
export const previewDocumentSchema = Type.Object(
  {
    from: Type.String({ description: 'the file, or `application`' }),
    kind: Type.String(),
    name: Type.String(),
    state: Type.Enum(['same', 'changed', 'added', 'removed'], { description: 'against the defaults' }),
    lines: Type.Integer({ minimum: 0 }),
    text: Type.Optional(Type.String({ description: 'absent where too much stands before it' })),
    gaps: Type.Optional(
      Type.Array(Type.Object({ at: Type.Integer(), lines: Type.Integer() }, { additionalProperties: false }), {
        description: 'how many deeply indented lines of a long object are left out before a line of the text',
      }),
    ),
    added: Type.Optional(
      Type.Array(Type.Integer(), { description: 'lines of the text that the defaults do not give' }),
    ),
    removed: Type.Optional(
      Type.Array(Type.Object({ at: Type.Integer(), text: Type.String() }, { additionalProperties: false }), {
        description: 'lines of the defaults that are gone, with the line that they stood before',
      }),
    ),
  },
  { additionalProperties: false },
);

/** What enabling with given parameters writes, for people who try them out; a refusal is an answer. */
export const previewSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    for: releaseLineSchema,
    parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'with the texts in their places' }),
    outcome: Type.Union([
      Type.Object(
        {
          kind: Type.Literal('rendered'),
          compared: Type.Boolean({ description: 'false: the defaults alone give nothing to compare with' }),
          documents: Type.Array(previewDocumentSchema),
          notes: Type.Optional(Type.String()),
          warnings: Type.Array(Type.String()),
        },
        { additionalProperties: false },
      ),
      Type.Object(
        {
          kind: Type.Literal('refused'),
          message: Type.String({ description: "KubeVela's own, whole" }),
          findings: Type.Array(findingSchema),
        },
        { additionalProperties: false },
      ),
      Type.Object({ kind: Type.Literal('unreadable') }, { additionalProperties: false }),
    ]),
    faults: Type.Array(
      Type.Object(
        {
          pointer: Type.String({ description: 'of the text; empty: the one that is merged over the rest' }),
          message: Type.String(),
          line: Type.Integer(),
          column: Type.Integer(),
        },
        { additionalProperties: false },
      ),
      { description: 'texts that are no YAML; then nothing is rendered' },
    ),
  },
  { $id: 'Preview', additionalProperties: false },
);

export type PreviewDocument = Static<typeof previewDocumentSchema>;
export type Preview = Static<typeof previewSchema>;
