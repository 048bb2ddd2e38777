import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';

const keywords = new Set(['package', 'import', 'for', 'in', 'if', 'let', 'true', 'false', 'null']);

/** Writes a JSON value as CUE, structs over several lines with tabs, behind lines that begin with `margin`. */
export function toCueLiteral(value: JsonValue, margin: string): string {
  if (typeof value === 'string') return toCueString(value, margin);
  if (isJsonList(value)) return toList(value, margin);
  return isJsonObject(value) ? toStruct(value, margin) : JSON.stringify(value);
}

/** Writes a field name, in quotes unless it is a plain word. */
export function toCueLabel(name: string): string {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !keywords.has(name) ? name : JSON.stringify(name);
}

function toStruct(value: JsonObject, margin: string): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const inner = `${margin}\t`;
  const fields = entries.map(([key, item]) => `${inner}${toCueLabel(key)}: ${toCueLiteral(item, inner)}`);
  return `{\n${fields.join('\n')}\n${margin}}`;
}

function toList(value: readonly JsonValue[], margin: string): string {
  if (value.every((item) => typeof item !== 'object' || item === null)) {
    return `[${value.map((item) => (typeof item === 'string' ? JSON.stringify(item) : toCueLiteral(item, margin))).join(', ')}]`;
  }
  const inner = `${margin}\t`;
  return `[\n${value.map((item) => `${inner}${toCueLiteral(item, inner)},`).join('\n')}\n${margin}]`;
}

/** A text of several lines is written as one, between `#"""` where nothing in it means anything to CUE. */
function toCueString(text: string, margin: string): string {
  // The escapes of JSON are escapes of CUE.
  if (!text.includes('\n') || /\\#|"""#|[^\t\n\u0020-\uffff]/.test(text)) return JSON.stringify(text);
  const inner = `${margin}\t`;
  const lines = text.split('\n').map((line) => (line === '' ? '' : `${inner}${line}`));
  return `#"""\n${lines.join('\n')}\n${inner}"""#`;
}
