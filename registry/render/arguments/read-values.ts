import { isJsonObject, type JsonObject } from '../../../schemas/json.ts';
import { toYamlJson } from '../yaml-object.ts';

/** Parameters out of a values file, or why it holds none, with the place. */
export type ValuesReading =
  | { readonly ok: true; readonly parameters: JsonObject }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

/** Reads a values file as Helm reads one: a YAML mapping; an empty file is an empty one. */
export function readValues(text: string): ValuesReading {
  const read = toYamlJson(text);
  if (!read.ok) return read;
  if (read.value === null) return { ok: true, parameters: {} };
  if (isJsonObject(read.value)) return { ok: true, parameters: read.value };
  const { line = 1, column = 1 } = read.root ?? {};
  return { ok: false, line, column, message: 'values must be a mapping of parameter names' };
}
