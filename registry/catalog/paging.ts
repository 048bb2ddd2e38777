import { RegistryError } from '../errors.ts';
import { compareText } from '../findings.ts';

const defaultLimit = 50;
const maxLimit = 100;

/** Which part of a list is asked for; `cursor` is `next` of the page before. */
export interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next?: string;
}

/** Cuts out the part that is asked for: 50 items unless told, at most 100. Throws INPUT_INVALID for a bad limit or cursor. */
export function toPage<Item>(items: readonly Item[], query: PageQuery): Page<Item> {
  const limit = parseLimit(query.limit);
  const offset = parseCursor(query.cursor);
  const next = offset + limit;
  return {
    items: items.slice(offset, next),
    total: items.length,
    ...(next < items.length ? { next: toCursor(next) } : {}),
  };
}

/** Counts equal values, the most frequent first. */
export function countValues(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || compareText(left.value, right.value));
}

/** An input that cannot be used, with the query parameter that is wrong. */
export function invalidQuery(parameter: string, message: string): RegistryError {
  return new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: `/${parameter}`, message }] });
}

/** How many items are asked for. Throws INPUT_INVALID beyond 1 to 100. */
export function parseLimit(limit: number | undefined): number {
  if (limit === undefined) return defaultLimit;
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxLimit) return limit;
  throw invalidQuery('limit', `limit must be a whole number from 1 to ${maxLimit}`);
}

function toCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url');
}

function parseCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^o([0-9]{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1] !== undefined) return Number(match[1]);
  throw invalidQuery('cursor', 'cursor is not one that this server gave: start again without it');
}
