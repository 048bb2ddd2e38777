/** What a field of a UI schema holds: a scalar of a kind, anything, a mapping, or a list. */
export type UiShape =
  | 'text'
  | 'number'
  | 'count'
  | 'flag'
  | 'any'
  | { readonly fields: Readonly<Record<string, UiShape>>; readonly required: readonly string[] }
  | { readonly items: UiShape }
  | { readonly oneOf: readonly string[] }
  | (() => UiShape);

const parameter: UiShape = {
  required: ['jsonKey'],
  fields: {
    sort: 'count',
    label: 'text',
    description: 'text',
    jsonKey: 'text',
    uiType: 'text',
    disable: 'flag',
    additional: 'flag',
    style: { required: [], fields: { colSpan: 'number' } },
    validate: {
      required: [],
      fields: {
        required: 'flag',
        max: 'number',
        maxLength: 'count',
        min: 'number',
        minLength: 'count',
        pattern: 'text',
        options: { items: { required: ['value'], fields: { label: 'text', value: 'any' } } },
        defaultValue: 'any',
        immutable: 'flag',
      },
    },
    conditions: {
      items: {
        required: ['jsonKey'],
        fields: {
          jsonKey: 'text',
          op: { oneOf: ['==', '!=', 'in'] },
          value: 'any',
          action: { oneOf: ['enable', 'disable'] },
        },
      },
    },
    subParameterGroupOption: { items: { required: [], fields: { label: 'text', keys: { items: 'text' } } } },
    subParameters: { items: () => parameter },
    additionalParameter: () => parameter,
  },
};

/** The content of a UI schema file (`pkg/utils/schema/ui_schema.go`, UISchema). */
export const uiSchemaShape: UiShape = { items: parameter };
