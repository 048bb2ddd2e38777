import type { JsonObject } from '../../../schemas/json.ts';
import { toSetArguments } from './to-set-arguments.ts';

/** Longest query that every browser, proxy and shell takes, in encoded characters. */
export const maxQueryLength = 4000;

/** Names and values of a query that carries parameters: `set` as the client takes arguments, `values` as JSON for what those cannot carry. */
export type QueryPairs = readonly (readonly [string, string])[];

/** Writes values as pairs of a query; undefined when they are too long for an address. */
export function findQueryPairs(values: JsonObject): QueryPairs | undefined {
  const { texts, rest } = toSetArguments(values);
  const pairs: [string, string][] = texts.map((text) => ['set', text]);
  if (Object.keys(rest).length > 0) pairs.push(['values', JSON.stringify(rest)]);
  const { length } = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return length <= maxQueryLength ? pairs : undefined;
}
