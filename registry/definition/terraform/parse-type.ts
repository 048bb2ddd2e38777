import type { Parameter, ParameterShape } from '../../../schemas/parameter.ts';

const simple: Readonly<Record<string, ParameterShape['type']>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  any: 'any',
  // Terraform up to 0.11 named collections without what they hold.
  list: 'list',
  map: 'map',
};
const tokenPattern =
  /\s*(?:#[^\n]*\n|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\s*([A-Za-z_][\w-]*|"(?:[^"\\]|\\.)*"|-?[\d.]+(?:[eE][-+]?\d+)?|[()[\]{},=:]|\S)/y;
/** Types lie inside one another; no real one comes near. */
const maxDepth = 50;

/** Reads a Terraform type constraint, such as `list(object({ name = string }))`; undefined when it is none. */
export function parseTerraformType(text: string): ParameterShape | undefined {
  const tokens = tokenize(text);
  const reader = { tokens, index: 0 };
  const shape = readType(reader, 0);
  return reader.index === tokens.length ? shape : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  index: number;
}

function tokenize(text: string): readonly string[] {
  tokenPattern.lastIndex = 0;
  const tokens: string[] = [];
  for (let match = tokenPattern.exec(text); match !== null; match = tokenPattern.exec(text)) {
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

function take(reader: Reader, expected?: string): string | undefined {
  const token = reader.tokens[reader.index];
  if (token === undefined || (expected !== undefined && token !== expected)) return undefined;
  reader.index += 1;
  return token;
}

function readType(reader: Reader, depth: number): ParameterShape | undefined {
  const word = take(reader);
  if (word === undefined || depth > maxDepth) return undefined;
  if (reader.tokens[reader.index] !== '(') {
    const type = Object.hasOwn(simple, word) ? simple[word] : undefined;
    return type === undefined ? undefined : { type };
  }
  reader.index += 1;
  const shape = readArguments(reader, word, depth + 1);
  return shape === undefined || take(reader, ')') === undefined ? undefined : shape;
}

function readArguments(reader: Reader, name: string, depth: number): ParameterShape | undefined {
  switch (name) {
    case 'list':
    case 'set':
    case 'map': {
      const element = readType(reader, depth);
      if (element === undefined) return undefined;
      if (name === 'map') return { type: 'map', element };
      return { type: 'list', element, ...(name === 'set' ? { constraints: ['no two alike'] } : {}) };
    }
    case 'tuple':
      return readTuple(reader, depth);
    case 'object':
      return readObject(reader, depth);
    default:
      return undefined;
  }
}

function readTuple(reader: Reader, depth: number): ParameterShape | undefined {
  if (take(reader, '[') === undefined) return undefined;
  const types: ParameterShape[] = [];
  while (take(reader, ']') === undefined) {
    const type = readType(reader, depth);
    if (type === undefined) return undefined;
    types.push(type);
    take(reader, ',');
  }
  return { type: 'list', element: { type: 'union', oneOf: types }, constraints: [`exactly ${types.length} elements`] };
}

function readObject(reader: Reader, depth: number): ParameterShape | undefined {
  if (take(reader, '{') === undefined) return undefined;
  const fields: Parameter[] = [];
  while (take(reader, '}') === undefined) {
    const name = take(reader)?.replace(/^"(.*)"$/, '$1');
    if (name === undefined || (take(reader, '=') ?? take(reader, ':')) === undefined) return undefined;
    const field = readAttribute(reader, name, depth);
    if (field === undefined) return undefined;
    fields.push(field);
    take(reader, ',');
  }
  return { type: 'struct', fields };
}

function readAttribute(reader: Reader, name: string, depth: number): Parameter | undefined {
  const isOptional = reader.tokens[reader.index] === 'optional' && reader.tokens[reader.index + 1] === '(';
  if (isOptional) reader.index += 2;
  const shape = readType(reader, depth);
  if (shape === undefined) return undefined;
  if (!isOptional) return { ...shape, name, optional: false, required: true };
  const fallback = take(reader, ',') === undefined ? undefined : readLiteral(reader);
  if (take(reader, ')') === undefined) return undefined;
  return { ...shape, name, optional: true, required: false, ...(fallback === undefined ? {} : { default: fallback }) };
}

/** A literal default of an optional attribute; what is more than a literal is passed over up to the closing parenthesis. */
function readLiteral(reader: Reader): string | number | boolean | undefined {
  const start = reader.index;
  for (let open = 0; reader.index < reader.tokens.length; reader.index += 1) {
    const token = reader.tokens[reader.index] ?? '';
    if (token === ')' && open === 0) break;
    if ('([{'.includes(token)) open += 1;
    if (')]}'.includes(token)) open -= 1;
  }
  const [token, more] = reader.tokens.slice(start, reader.index);
  if (token === undefined || more !== undefined) return undefined;
  if (token === 'true' || token === 'false') return token === 'true';
  if (token.startsWith('"')) return token.includes('\\') || token.includes('${') ? undefined : token.slice(1, -1);
  return Number.isNaN(Number(token)) ? undefined : Number(token);
}
