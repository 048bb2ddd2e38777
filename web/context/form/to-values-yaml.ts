import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';

/** What every reader of YAML 1.1 and 1.2 takes for the text that it is. */
const plain = /^[A-Za-z/][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*$/;
const words = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Writes values as a values file: block style, two spaces, texts in quotes where YAML would read something else. Empty for no values. */
export function toValuesYaml(values: JsonObject): string {
  return Object.keys(values).length === 0 ? '' : writeMapping(values, '');
}

function writeMapping(values: JsonObject, indent: string): string {
  return Object.entries(values)
    .map(([key, value]) => `${indent}${writeText(key)}:${writeBelow(value, indent)}`)
    .join('');
}

function writeList(items: readonly JsonValue[], indent: string): string {
  return items
    .map((item) => {
      if (isJsonObject(item) && Object.keys(item).length > 0) {
        return `${indent}- ${writeMapping(item, `${indent}  `).slice(indent.length + 2)}`;
      }
      if (isJsonList(item) && item.length > 0) {
        return `${indent}- ${writeList(item, `${indent}  `).slice(indent.length + 2)}`;
      }
      return `${indent}- ${writeFlat(item)}\n`;
    })
    .join('');
}

function writeBelow(value: JsonValue, indent: string): string {
  if (isJsonObject(value) && Object.keys(value).length > 0) return `\n${writeMapping(value, `${indent}  `)}`;
  if (isJsonList(value) && value.length > 0) return `\n${writeList(value, `${indent}  `)}`;
  return ` ${writeFlat(value)}\n`;
}

function writeFlat(value: JsonValue): string {
  if (isJsonObject(value)) return '{}';
  if (isJsonList(value)) return '[]';
  return typeof value === 'string' ? writeText(value) : JSON.stringify(value);
}

/** JSON's strings are YAML's texts in double quotes; what a page might change is escaped. */
function writeText(text: string): string {
  if (plain.test(text) && !words.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
