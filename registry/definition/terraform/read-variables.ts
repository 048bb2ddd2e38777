import type { Finding } from '../../../schemas/finding.ts';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { createDefinitionFinding } from '../definition-rules.ts';
import type { Place, TemplateText } from '../template/types.ts';
import { findVariablePlaces } from './find-variable-places.ts';
import type { TerraformVariable } from './types.ts';

/** The variables of a configuration in the order of the text, or why there are none. */
export interface TerraformReading {
  readonly variables: readonly TerraformVariable[];
  readonly findings: readonly Finding[];
}

export interface ReadVariablesOptions {
  /** The definition's file. */
  readonly file: string;
  readonly configuration: TemplateText;
  readonly type: 'hcl' | 'json';
}

/** The largest real configuration has 4 kB, and the parser takes about 1.8 ms for each 1 kB. */
const maxTextLength = 128 * 1024;

/** No configuration that people write comes near. */
const maxDepth = 250;

type Parsed =
  | { readonly ok: true; readonly configuration: JsonObject }
  | { readonly ok: false; readonly faults: readonly Fault[] };

interface Fault extends Place {
  readonly message: string;
}

/** Reads the variables of a Terraform configuration with HashiCorp's own parser, which is loaded on first use. */
export async function readTerraformVariables(options: ReadVariablesOptions): Promise<TerraformReading> {
  const { file, configuration, type } = options;
  const { text } = configuration;
  const parsed = type === 'json' ? parseJson(text) : await parseHcl(text);
  if (!parsed.ok) {
    const findings = parsed.faults.map(({ message, ...place }) =>
      createDefinitionFinding('definition/invalid-terraform', { file, ...configuration.locate(place), message }),
    );
    return { variables: [], findings };
  }
  const places = findVariablePlaces(text);
  const variables = listVariableBlocks(parsed.configuration).map(([name, block]) => {
    const place = configuration.locate(places.get(name) ?? { line: 1, column: 1 });
    return toVariable(name, block, place);
  });
  return { variables: variables.sort(byPlace), findings: [] };
}

async function parseHcl(text: string): Promise<Parsed> {
  if (text.length > maxTextLength) {
    const message = `The configuration has ${text.length} characters; at most ${maxTextLength} are looked at.`;
    return refuse(message);
  }
  // Asked beforehand: a parser whose stack ran over is of no use for the next configuration.
  if (isTooDeep(text)) return refuse(tooDeep);
  const { parse } = await import('@cdktn/hcl2json');
  try {
    return { ok: true, configuration: await parse('main.tf', text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError || message.includes('call stack')) {
      return refuse(tooDeep);
    }
    return { ok: false, faults: toFaults(message, text) };
  }
}

const tooDeep = 'The expressions of the configuration lie too deep inside one another.';

/** Brackets inside brackets, and expressions that nest without any: signs in a row, conditions in one line. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let signs = 0;
  let conditions = 0;
  for (const character of text) {
    if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1);
    signs = character === '!' || character === '-' ? signs + 1 : character === ' ' ? signs : 0;
    conditions = character === '?' ? conditions + 1 : character === '\n' ? 0 : conditions;
    if (depth > maxDepth || signs > maxDepth || conditions > maxDepth) return true;
  }
  return false;
}

function parseJson(text: string): Parsed {
  try {
    const value: JsonValue = JSON.parse(text);
    if (isJsonObject(value)) return { ok: true, configuration: value };
    return refuse('A Terraform configuration in JSON is an object.');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Without a position the text ends too early.
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    return refuse(`No JSON: ${message}.`, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
}

function refuse(message: string, place: Place = { line: 1, column: 1 }): Parsed {
  return { ok: false, faults: [{ ...place, message }] };
}

/** The parser's errors look like `parse config: [main.tf:2,10-3,1: Summary; Detail. main.tf:…]`, with columns in characters. */
function toFaults(message: string, text: string): readonly Fault[] {
  const lines = text.split('\n');
  const parts = [...message.matchAll(/main\.tf:(\d+),(\d+)-[\d,]+: (.*?)(?= main\.tf:\d+,\d+-|\]$|$)/gs)];
  if (parts.length === 0) return [{ line: 1, column: 1, message }];
  return parts.map(([, lineText, columnText, what = '']) => {
    const line = Number(lineText);
    const characters = [...(lines[line - 1] ?? '')].slice(0, Number(columnText) - 1);
    return { line, column: characters.join('').length + 1, message: what.replace('; ', ': ') };
  });
}

/** In HCL the parser gives a list of blocks for each name; in JSON an object or a list may stand there. */
function listVariableBlocks(configuration: JsonObject): readonly (readonly [string, JsonObject])[] {
  const blocks: (readonly [string, JsonObject])[] = [];
  const found = configuration['variable'] ?? {};
  for (const variables of isJsonList(found) ? found : [found]) {
    if (!isJsonObject(variables)) continue;
    for (const [name, content] of Object.entries(variables)) {
      // Of two blocks of one name Terraform takes none; the last stands for both here.
      const block = isJsonList(content) ? content.at(-1) : content;
      if (isJsonObject(block)) blocks.push([name, block]);
    }
  }
  return blocks;
}

function toVariable(name: string, block: JsonObject, place: { line: number; column: number }): TerraformVariable {
  const { type, default: fallback, description, sensitive, validation } = block;
  const validations = isJsonList(validation) ? validation : [validation];
  const conditions = validations.flatMap((each) => {
    const condition = isJsonObject(each) ? each['condition'] : undefined;
    return typeof condition === 'string' ? [unwrap(condition)] : [];
  });
  return {
    name,
    type: typeof type === 'string' ? unwrap(type).trim() : undefined,
    description: typeof description === 'string' ? description : '',
    default: fallback,
    computed: fallback !== undefined && hasExpression(fallback),
    sensitive: sensitive === true,
    conditions,
    ...place,
  };
}

function unwrap(text: string): string {
  return text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text;
}

function hasExpression(value: JsonValue): boolean {
  if (typeof value === 'string') return /(?:^|[^$])\$\{/.test(value) || /(?:^|[^%])%\{/.test(value);
  if (isJsonList(value)) return value.some(hasExpression);
  return isJsonObject(value) && Object.values(value).some(hasExpression);
}

function byPlace(left: TerraformVariable, right: TerraformVariable): number {
  return left.line - right.line || left.column - right.column;
}
