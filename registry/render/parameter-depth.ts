import { isJsonList, type JsonValue } from '../../schemas/json.ts';

/** Values inside one another that arguments may have; the client's own arguments reach thirty. */
export const maxParameterDepth = 64;

/** Tells whether a value has more values inside one another than arguments may have. */
export function isTooDeep(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxParameterDepth) return true;
    level = level.flatMap((each) => {
      if (isJsonList(each)) return each;
      return each !== null && typeof each === 'object' ? Object.values(each) : [];
    });
  }
  return false;
}
