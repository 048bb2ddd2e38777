import type { JsonObject } from '../../../schemas/json.ts';
import { setFromText } from './set-from-text.ts';
import { type SetMap, toParameters, toSetMap } from './set-tree.ts';

/** Parameters as the client takes them from its arguments, or the first argument that it refuses. */
export type SetArgumentsReading =
  | { readonly ok: true; readonly parameters: JsonObject }
  | { readonly ok: false; readonly index: number; readonly message: string };

/**
 * Parses arguments such as `a.b=c`, `l={x,y}` and `l[0]=x` as `vela addon enable` does (Helm's `strvals.ParseInto`, one
 * call for each upon the same parameters), on top of `before`. `true`, `false`, `null`, `0` and integers that do not
 * begin with 0 have types, all else is text. Integers beyond 2^53 are refused, as JSON here cannot carry them.
 */
export function parseSetArguments(texts: readonly string[], before: JsonObject = {}): SetArgumentsReading {
  const parameters: SetMap = toSetMap(before);
  for (const [index, text] of texts.entries()) {
    const fault = setFromText(parameters, text);
    if (fault !== undefined) return { ok: false, index, message: fault };
  }
  return { ok: true, parameters: toParameters(parameters) };
}
