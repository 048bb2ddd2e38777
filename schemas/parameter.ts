import { type Static, Type } from 'typebox';

/** What a parameter may hold. `map` is a struct with any keys; `union` has alternatives of several shapes. */
export const parameterTypeSchema = Type.Enum([
  'string',
  'bytes',
  'int',
  'number',
  'bool',
  'null',
  'struct',
  'list',
  'map',
  'union',
  'any',
]);

const shape = {
  type: parameterTypeSchema,
  default: Type.Optional(Type.Unknown({ description: 'as JSON' })),
  const: Type.Optional(Type.Unknown({ description: 'the only value allowed' })),
  enum: Type.Optional(Type.Array(Type.Unknown(), { description: 'the only values allowed' })),
  constraints: Type.Optional(Type.Array(Type.String(), { description: 'CUE expressions such as `>0`' })),
  closed: Type.Optional(Type.Boolean({ description: 'fields that are not named are refused' })),
};

const recursive = Type.Module({
  ParameterShape: Type.Object({
    ...shape,
    fields: Type.Optional(Type.Array(Type.Ref('Parameter'), { description: 'of a struct' })),
    element: Type.Optional(Type.Ref('ParameterShape')),
    oneOf: Type.Optional(Type.Array(Type.Ref('ParameterShape'), { description: 'of a union' })),
  }),
  Parameter: Type.Object({
    ...shape,
    fields: Type.Optional(Type.Array(Type.Ref('Parameter'), { description: 'of a struct' })),
    element: Type.Optional(Type.Ref('ParameterShape')),
    oneOf: Type.Optional(Type.Array(Type.Ref('ParameterShape'), { description: 'of a union' })),
    name: Type.String(),
    optional: Type.Boolean({ description: 'marked `?`' }),
    required: Type.Boolean({ description: 'must be given: neither optional nor with a value of its own' }),
    usage: Type.Optional(Type.String({ description: 'from // +usage=' })),
    short: Type.Optional(Type.String()),
    alias: Type.Optional(Type.String()),
    ignore: Type.Optional(Type.Boolean()),
    immutable: Type.Optional(Type.Boolean()),
    file: Type.Optional(Type.String()),
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    column: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
});

/** The type of a value without a name: an element of a list, a value of a map, an alternative. */
export const parameterShapeSchema = recursive.ParameterShape;
/** One named parameter, with what it holds. */
export const parameterSchema = recursive.Parameter;

export type ParameterShape = Static<typeof parameterShapeSchema>;
export type Parameter = Static<typeof parameterSchema>;
