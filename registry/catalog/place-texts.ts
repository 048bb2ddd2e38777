import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { Preview } from '../../schemas/preview.ts';
import { mergeParameters } from '../render/arguments/merge-parameters.ts';
import { readValues } from '../render/arguments/read-values.ts';
import { toYamlJson } from '../render/yaml-object.ts';

/** YAML that belongs into parameters; an empty pointer means that it is merged over them. */
export interface ParameterText {
  readonly pointer: string;
  readonly text: string;
}

/** Puts the values of texts into parameters. A pointer that leads nowhere, and a text that is no YAML, is a fault. */
export function placeTexts(
  parameters: JsonObject,
  texts: readonly ParameterText[],
): { readonly parameters: JsonObject; readonly faults: Preview['faults'] } {
  const faults: Preview['faults'] = [];
  let placed: JsonValue = parameters;
  let above: JsonObject = {};
  for (const { pointer, text } of texts) {
    const read = pointer === '' ? toMembers(text) : toYamlJson(text);
    if (!read.ok) {
      faults.push({ pointer, message: read.message, line: read.line, column: read.column });
      continue;
    }
    if (pointer === '') above = mergeParameters(above, isJsonObject(read.value) ? read.value : {});
    else {
      const next: JsonValue | undefined = replaceAt(placed, pointer.split('/').slice(1), read.value);
      if (next === undefined) faults.push({ pointer, message: 'nothing stands here', line: 1, column: 1 });
      else placed = next;
    }
  }
  return { parameters: mergeParameters(isJsonObject(placed) ? placed : {}, above), faults };
}

function toMembers(text: string) {
  const read = readValues(text);
  return read.ok ? ({ ok: true, value: read.parameters } as const) : read;
}

/** Undefined when the pointer leads nowhere. */
function replaceAt(into: JsonValue, [first, ...steps]: readonly string[], value: JsonValue): JsonValue | undefined {
  if (first === undefined) return value;
  const step = first.replaceAll('~1', '/').replaceAll('~0', '~');
  const entries: readonly (readonly [string, JsonValue])[] = isJsonList(into)
    ? into.map((item, index) => [String(index), item])
    : isJsonObject(into)
      ? Object.entries(into)
      : [];
  const found = entries.find(([key]) => key === step);
  const inner = found === undefined ? undefined : replaceAt(found[1], steps, value);
  if (inner === undefined) return undefined;
  const changed = entries.map(([key, item]): [string, JsonValue] => [key, key === step ? inner : item]);
  return isJsonList(into) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}
