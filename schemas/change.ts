import { type Static, Type } from 'typebox';

/** What can happen to a version: it is published, or something is said of it or taken back. */
export const changeKindSchema = Type.Enum([
  'published',
  'yanked',
  'unyanked',
  'deprecated',
  'undeprecated',
  'quarantined',
  'released',
]);

/** One thing that happened in the catalogue. */
export const changeSchema = Type.Object(
  {
    id: Type.String({ description: 'the same for ever; no two changes share it' }),
    at: Type.String({
      format: 'date-time',
      description: 'RFC 3339, UTC; of a published version: when its source published it',
    }),
    change: changeKindSchema,
    catalog: Type.String(),
    name: Type.String(),
    version: Type.Optional(Type.String({ description: 'absent: every version of the addon, also those to come' })),
    description: Type.Optional(Type.String({ description: 'with published: what the addon says of itself' })),
    reason: Type.Optional(Type.String({ description: 'with everything but published' })),
    replacement: Type.Optional(
      Type.String({ description: 'with deprecated: what to use instead, [catalog/]name[@version]' }),
    ),
  },
  { $id: 'Change', additionalProperties: false },
);

/** A part of what happened, newest first. */
export const changePageSchema = Type.Object(
  {
    items: Type.Array(changeSchema),
    next: Type.Optional(Type.String({ description: 'cursor of what is older; stays right while new things happen' })),
  },
  { $id: 'ChangePage', additionalProperties: false },
);

export type ChangeKind = Static<typeof changeKindSchema>;
export type Change = Static<typeof changeSchema>;
export type ChangePage = Static<typeof changePageSchema>;
