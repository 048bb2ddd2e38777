import { parseSetArguments } from '../../registry/render/arguments/parse-set-arguments.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';

/** Parameters that an address carries, or why it carries none. */
export type ValuesReading =
  | { readonly ok: true; readonly values: JsonObject; readonly given: boolean }
  | { readonly ok: false; readonly message: string };

/** Reads `set` (arguments as the client takes them, repeated or one a line) on top of `values` (JSON). */
export function readValuesQuery(query: Readonly<Record<string, unknown>>): ValuesReading {
  const base = readJson(query['values']);
  if (base === undefined) return { ok: false, message: 'values is no JSON object' };
  const texts = listTexts(query['set']);
  const reading = parseSetArguments(texts, base);
  if (!reading.ok) return { ok: false, message: `${texts[reading.index] ?? ''}: ${reading.message}` };
  return { ok: true, values: reading.parameters, given: Object.keys(reading.parameters).length > 0 };
}

function readJson(text: unknown): JsonObject | undefined {
  if (text === undefined || text === '') return {};
  if (typeof text !== 'string') return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function listTexts(given: unknown): readonly string[] {
  const texts = Array.isArray(given) ? given : [given];
  return texts.flatMap((text) => (typeof text === 'string' && text !== '' ? text.split('\n') : []));
}
