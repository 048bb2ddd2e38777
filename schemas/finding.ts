import { type Static, Type } from 'typebox';

/** How much a finding matters: an `error` means that a core cannot enable the addon. */
export const severitySchema = Type.Enum(['error', 'warning', 'info']);

/** Something wrong or noteworthy in content. Lines and columns count from 1, columns in UTF-16 units as SARIF does. */
export const findingSchema = Type.Object(
  {
    rule: Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$', description: 'rule id, documented at /rules/<id>' }),
    severity: severitySchema,
    for: Type.Optional(Type.Array(Type.String(), { description: 'release lines that it concerns; absent = all' })),
    file: Type.String({ description: 'path inside the addon; empty when the addon as a whole is meant' }),
    line: Type.Integer({ minimum: 1 }),
    column: Type.Integer({ minimum: 1 }),
    message: Type.String(),
    fix: Type.Optional(Type.String({ description: 'what to do, in one sentence' })),
    doc: Type.String({ description: 'path of the page that explains the rule' }),
  },
  { $id: 'Finding', additionalProperties: false },
);

export type Severity = Static<typeof severitySchema>;
export type Finding = Static<typeof findingSchema>;
