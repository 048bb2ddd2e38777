import { type Static, Type } from 'typebox';

/**
 * `yanked`: in no default index and never resolved, still served by exact version, digest and lock.
 * `quarantined`: bytes are blocked. `deprecated`: served and resolved as before, with a warning.
 */
export const versionStateSchema = Type.Enum(['active', 'deprecated', 'yanked', 'quarantined'], {
  description:
    'yanked: listed in no index and never resolved, still served by exact version, digest and lock; quarantined: its bytes are blocked',
});

/** What changes the state of a version; `release` ends a quarantine. */
export const stateActionSchema = Type.Enum(['yank', 'unyank', 'deprecate', 'undeprecate', 'quarantine', 'release']);

/** Why a version is not simply active. */
export const stateReasonSchema = Type.Object(
  {
    reason: Type.String(),
    author: Type.String(),
    at: Type.String({ format: 'date-time', description: 'RFC 3339, UTC' }),
    replacement: Type.Optional(
      Type.String({ description: 'with deprecated: what to use instead, [catalog/]name[@version]' }),
    ),
  },
  { $id: 'StateReason', additionalProperties: false },
);

/** One entry of the append-only history. */
export const stateEventSchema = Type.Object(
  {
    sequence: Type.Integer({ description: 'grows by one or more; no two events share it' }),
    catalog: Type.String(),
    name: Type.String(),
    version: Type.Optional(Type.String({ description: 'absent: every version of the addon, also those to come' })),
    action: stateActionSchema,
    ...stateReasonSchema.properties,
  },
  { $id: 'StateEvent', additionalProperties: false },
);

export type VersionState = Static<typeof versionStateSchema>;
export type StateAction = Static<typeof stateActionSchema>;
export type StateReason = Static<typeof stateReasonSchema>;
export type StateEvent = Static<typeof stateEventSchema>;
/** An event before the history has numbered it. */
export type NewStateEvent = Omit<StateEvent, 'sequence'>;
