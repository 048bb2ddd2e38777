import { isJsonList, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { compareUtf8 } from '../addon/utf8-order.ts';

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Writes JSON as Go's `json.Marshal` writes maps: keys sorted by bytes, no spaces, `<`, `>` and `&` escaped. */
export function toGoJson(value: JsonValue): string {
  if (isJsonList(value)) return `[${value.map(toGoJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = listSorted(value).map(([key, item]) => `${toGoText(key)}:${toGoJson(item)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string') return toGoText(value);
  return JSON.stringify(value);
}

/** Lists the members of an object in the order in which Go prints them. */
export function listSorted(object: JsonObject): readonly (readonly [string, JsonValue])[] {
  return Object.entries(object).sort(([left], [right]) => compareUtf8(left, right));
}

function toGoText(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (letter) => escapes[letter] ?? letter);
}
