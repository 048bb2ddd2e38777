import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';

/** Values as arguments of `vela addon enable`, and those that no argument can carry. */
export interface SetArguments {
  /** Each as `a.b=c`. */
  readonly texts: readonly string[];
  readonly rest: JsonObject;
}

const maxNesting = 30;
const typedWord = /^(?:true|false|null|0|[-+]?[1-9][0-9]*)$/i;

/** Writes values as Helm's `strvals` reads them: no fractions, no texts that look like numbers or `true`, nothing empty but texts. Applying `texts` to `rest` gives the values again. */
export function toSetArguments(values: JsonObject): SetArguments {
  const texts: string[] = [];
  const rest = writeMembers(values, '', texts) ?? {};
  return { texts, rest };
}

/** Returns the members that no argument can carry. */
function writeMembers(values: JsonObject, path: string, texts: string[]): JsonObject | undefined {
  const rest: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(values)) {
    const own = path === '' ? escapeKey(key) : `${path}.${escapeKey(key)}`;
    if (key === '' || hasBreak(key) || own.split('.').length > maxNesting) rest.push([key, value]);
    else if (isJsonObject(value) && Object.keys(value).length > 0) {
      const left = writeMembers(value, own, texts);
      if (left !== undefined) rest.push([key, left]);
    } else {
      const written = isJsonList(value) ? writeList(value, own) : writeLeaf(value, own);
      if (written === undefined) rest.push([key, value]);
      else texts.push(...written);
    }
  }
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** All arguments of a list, or none when one of its items has none. */
function writeList(items: readonly JsonValue[], path: string): readonly string[] | undefined {
  if (items.length === 0) return undefined;
  const scalars = items.map((item) => writeScalar(item, /[\\,}]/g));
  if (scalars.every((scalar) => scalar !== undefined) && !(items.length === 1 && items[0] === '')) {
    return [`${path}={${scalars.join(',')}}`];
  }
  const texts: string[] = [];
  for (const [index, item] of items.entries()) {
    const own = `${path}[${index}]`;
    if (isJsonObject(item) && Object.keys(item).length > 0) {
      if (writeMembers(item, own, texts) !== undefined) return undefined;
    } else {
      const written = isJsonList(item) ? undefined : writeLeaf(item, own);
      if (written === undefined) return undefined;
      texts.push(...written);
    }
  }
  return texts;
}

function writeLeaf(value: JsonValue, path: string): readonly string[] | undefined {
  // Helm drops an item whose last value is empty.
  if (value === '' && path.includes('[')) return undefined;
  const scalar = writeScalar(value, /[\\,]|^\{/g);
  return scalar === undefined ? undefined : [`${path}=${scalar}`];
}

/** Texts that would be read as something else, or that one line cannot hold, have no form. */
function writeScalar(value: JsonValue, special: RegExp): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
  if (typeof value !== 'string' || typedWord.test(value) || hasBreak(value)) return undefined;
  return value.replace(special, (letter) => `\\${letter}`);
}

function escapeKey(key: string): string {
  return key.replace(/[\\.,=[]/g, (letter) => `\\${letter}`);
}

/** Lone surrogates and line ends do not come through addresses and shells as they are. */
function hasBreak(text: string): boolean {
  return /[\p{Cc}\p{Surrogate}]/u.test(text);
}
