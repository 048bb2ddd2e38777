import { isJsonObject, type JsonObject } from '../../../schemas/json.ts';

/** Puts parameters above others as Helm does with values files: objects are merged, everything else is replaced. */
export function mergeParameters(below: JsonObject, above: JsonObject): JsonObject {
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const before = merged.get(key);
    merged.set(key, isJsonObject(before) && isJsonObject(value) ? mergeParameters(before, value) : value);
  }
  return Object.fromEntries(merged);
}
