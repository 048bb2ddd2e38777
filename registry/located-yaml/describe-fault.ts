import type { ErrorObject } from 'ajv/dist/2020.js';
import { findNearestWord } from '../nearest-word.ts';

/** What a schema error means to whoever wrote the file; `key` names the part of the value that is meant, when it is not the whole. */
export interface FaultDescription {
  readonly message: string;
  readonly key?: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  array: 'a list',
  null: 'nothing',
};

/** Puts a schema error in words. */
export function describeFault(error: ErrorObject): FaultDescription {
  const { keyword, params, parentSchema } = error;
  switch (keyword) {
    case 'additionalProperties':
      return describeUnknownKey(String(params['additionalProperty']), Object.keys(parentSchema?.['properties'] ?? {}));
    case 'required':
      return { message: `the key "${params['missingProperty']}" is missing` };
    case 'type':
      return {
        message: `must be ${kinds[String(params['type'])] ?? String(params['type'])}, not ${kindOf(error.data)}`,
      };
    case 'const':
      return { message: describeWords([params['allowedValue']], error.data) };
    case 'enum':
      return { message: describeWords(params['allowedValues'], error.data) };
    case 'pattern':
      return { message: String(parentSchema?.['patternErrorMessage'] ?? 'has a form that is not allowed') };
    case 'minimum':
    case 'maximum':
      return { message: describeBounds(parentSchema) };
    case 'minLength':
    case 'minItems':
      return { message: params['limit'] === 1 ? 'must not be empty' : `must hold at least ${params['limit']}` };
    case 'maxLength':
      return { message: `must not be longer than ${params['limit']} characters` };
    case 'maxItems':
      return { message: `must not hold more than ${params['limit']}` };
    case 'uniqueItems':
      return { message: 'must not hold the same twice' };
    case 'anyOf':
      return describeChoice(error);
    default:
      return { message: error.message ?? 'is not allowed' };
  }
}

function describeBounds(schema: ErrorObject['parentSchema']): string {
  const [least, most] = [schema?.['minimum'], schema?.['maximum']];
  if (most === undefined) return `must be at least ${least}`;
  return least === undefined ? `must be at most ${most}` : `must be between ${least} and ${most}`;
}

function describeUnknownKey(key: string, known: readonly string[]): FaultDescription {
  const nearest = findNearestWord(key, known);
  const help = nearest === undefined ? `; known here: ${known.join(', ')}` : `; did you mean "${nearest}"?`;
  return { key, message: `the key "${key}" is unknown${help}` };
}

function describeWords(words: readonly unknown[], value: unknown): string {
  const texts = words.map(String);
  const nearest = typeof value === 'string' ? findNearestWord(value, texts) : undefined;
  const list = texts.map((text) => `"${text}"`).join(' or ');
  return `must be ${list}${nearest === undefined || texts.length === 1 ? '' : `; did you mean "${nearest}"?`}`;
}

/** A choice between branches that differ in `type`, or one whose description says it all. */
function describeChoice({ schema, data, parentSchema }: ErrorObject): FaultDescription {
  const types = readTypes(schema);
  if (types.length === 0) return { message: `must be ${String(parentSchema?.['description'] ?? 'something else')}` };
  if (typeof data !== 'object' || data === null) return { message: `must be ${kinds['object']}, not ${kindOf(data)}` };
  if (!('type' in data)) return { message: `the key "type" is missing; it must be ${quoteAll(types)}` };
  return { key: 'type', message: describeWords(types, data.type) };
}

function readTypes(schema: unknown): readonly string[] {
  if (!Array.isArray(schema)) return [];
  return schema.flatMap((branch) => branch?.properties?.type?.const ?? []).map(String);
}

function quoteAll(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false', object: 'a mapping' }[typeof value as string] ??
    'that'
  );
}
