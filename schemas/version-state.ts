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

const reasonSchema = Type.String({ minLength: 1, maxLength: 2000, description: 'why, in one or a few sentences' });
const authorSchema = Type.Optional(
  Type.String({ minLength: 1, maxLength: 400, description: 'who decided it; default: admin' }),
);
const replacementSchema = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 400,
    description: 'with deprecate: what to use instead, [catalog/]name[@version]',
  }),
);

/** What is said of one version. */
export const versionStateRequestSchema = Type.Object(
  { action: stateActionSchema, reason: reasonSchema, author: authorSchema, replacement: replacementSchema },
  { $id: 'VersionStateRequest', additionalProperties: false },
);

/** What is said of every version of an addon, also of those to come. */
export const addonStateRequestSchema = Type.Object(
  {
    action: Type.Enum(['deprecate', 'undeprecate']),
    reason: reasonSchema,
    author: authorSchema,
    replacement: replacementSchema,
  },
  { $id: 'AddonStateRequest', additionalProperties: false },
);

/** What came of wanting to change a state. */
export const stateChangeSchema = Type.Object(
  {
    changed: Type.Boolean({ description: 'false: it was so already, and nothing was written' }),
    detail: Type.String({ description: 'what holds now, in words' }),
    notes: Type.Array(Type.String(), { description: 'what to look at all the same' }),
    state: Type.Optional(versionStateSchema),
    stateReason: Type.Optional(stateReasonSchema),
    event: Type.Optional(stateEventSchema),
  },
  { $id: 'StateChange', additionalProperties: false },
);

/** A part of the history of an addon, newest event first. */
export const stateHistoryPageSchema = Type.Object(
  { items: Type.Array(stateEventSchema), total: Type.Integer(), next: Type.Optional(Type.String()) },
  { $id: 'StateHistoryPage', additionalProperties: false },
);

export type StateChange = Static<typeof stateChangeSchema>;
export type StateHistoryPage = Static<typeof stateHistoryPageSchema>;
export type VersionState = Static<typeof versionStateSchema>;
export type StateAction = Static<typeof stateActionSchema>;
export type StateReason = Static<typeof stateReasonSchema>;
export type StateEvent = Static<typeof stateEventSchema>;
/** An event before the history has numbered it. */
export type NewStateEvent = Omit<StateEvent, 'sequence'>;
