import { type Static, Type } from 'typebox';
import { sourceStateSchema } from './rest.ts';

const timeSchema = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** One step of reading a source. */
export const sourceStepSchema = Type.Object(
  {
    at: timeSchema,
    step: Type.Enum(['started', 'revision', 'listed', 'trouble', 'finished', 'failed'], {
      description:
        'revision: the source said what it holds; listed: its versions are known; trouble: one version could not be stored',
    }),
    revision: Type.Optional(Type.String()),
    versions: Type.Optional(Type.Integer({ description: 'with listed: how many the source holds' })),
    changed: Type.Optional(Type.Integer({ description: 'with listed: how many of them are to be read' })),
    saved: Type.Optional(Type.Integer({ description: 'with finished' })),
    failed: Type.Optional(Type.Integer({ description: 'with finished' })),
    addon: Type.Optional(Type.String({ description: 'with trouble' })),
    version: Type.Optional(Type.String({ description: 'with trouble' })),
    message: Type.Optional(Type.String({ description: 'with trouble and failed' })),
  },
  { $id: 'SourceStep', additionalProperties: false },
);

/** One reading of a source. */
export const sourceRunSchema = Type.Object(
  {
    started: timeSchema,
    ended: Type.Optional(timeSchema),
    outcome: Type.Enum(['running', 'unchanged', 'changed', 'failed']),
    steps: Type.Array(sourceStepSchema),
    dropped: Type.Integer({ description: 'steps that are not kept, because there were too many' }),
  },
  { $id: 'SourceRun', additionalProperties: false },
);

/** A source with what its last runs did, newest first, as far as this process remembers. */
export const sourceDetailSchema = Type.Object(
  { ...sourceStateSchema.properties, runs: Type.Array(sourceRunSchema) },
  { $id: 'SourceDetail', additionalProperties: false },
);

export type SourceStep = Static<typeof sourceStepSchema>;
export type SourceRun = Static<typeof sourceRunSchema>;
