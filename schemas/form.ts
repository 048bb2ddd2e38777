import { type Static, Type } from 'typebox';
import { parameterSchema } from './parameter.ts';
import { releaseLineSchema } from './release-line.ts';

/** When a field of a form is shown, by the value of another one beside it. */
export const uiConditionSchema = Type.Object(
  {
    jsonKey: Type.String(),
    op: Type.Enum(['==', '!=', 'in']),
    value: Type.Optional(Type.Unknown()),
    action: Type.Enum(['enable', 'disable']),
  },
  { additionalProperties: false },
);

const recursive = Type.Module({
  UiParameter: Type.Object({
    jsonKey: Type.String({ description: 'name of the parameter' }),
    label: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
    sort: Type.Optional(Type.Number()),
    uiType: Type.Optional(Type.String()),
    disable: Type.Optional(Type.Boolean({ description: 'not shown' })),
    options: Type.Optional(Type.Array(Type.Object({ label: Type.Optional(Type.String()), value: Type.Unknown() }))),
    conditions: Type.Optional(Type.Array(uiConditionSchema)),
    subParameters: Type.Optional(Type.Array(Type.Ref('UiParameter'))),
  }),
});

/** What an addon's own UI schema says of one parameter (`pkg/utils/schema/ui_schema.go`), as far as a form heeds it. */
export const uiParameterSchema = recursive.UiParameter;

/** What a form for the parameters of a version is made from. */
export const formDescriptionSchema = Type.Object(
  {
    catalog: Type.String(),
    name: Type.String(),
    version: Type.String(),
    for: releaseLineSchema,
    pending: Type.Boolean({ description: 'true: not evaluated yet, so there are no items' }),
    items: Type.Array(parameterSchema),
    ui: Type.Array(uiParameterSchema, { description: "of schemas/addon-uischema-<addon>.yaml, the addon's own" }),
  },
  { $id: 'FormDescription', additionalProperties: false },
);

export type UiCondition = Static<typeof uiConditionSchema>;
export type UiParameter = Static<typeof uiParameterSchema>;
export type FormDescription = Static<typeof formDescriptionSchema>;
