import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import type { ObjectDifference } from '../../../schemas/version-diff.ts';
import { compareText } from '../../findings.ts';
import { boundText } from './bound-text.ts';

type FieldDifference = ObjectDifference['fields'][number];

/**
 * Lists the fields in which two JSON values differ, in the order of their paths, as deep as they differ. Objects in a list are matched by
 * `name` where each of them has one of its own (`containers[web].image`), else by their place.
 */
export function* compareValues(before: JsonValue, after: JsonValue, path = ''): Generator<FieldDifference> {
  if (isJsonObject(before) && isJsonObject(after)) {
    yield* compareEntries(Object.entries(before), Object.entries(after), (key) => joinKey(path, key));
  } else if (isJsonList(before) && isJsonList(after)) {
    const byName = hasNames(before) && hasNames(after);
    const toEntries = (list: readonly JsonValue[]) =>
      list.map((item, index): Entry => [byName ? findName(item) : String(index), item]);
    yield* compareEntries(toEntries(before), toEntries(after), (key) => `${path}[${key}]`);
  } else if (before !== after) {
    yield { path, change: 'changed', before: toText(before), after: toText(after) };
  }
}

type Entry = readonly [key: string, value: JsonValue];

function* compareEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  toPath: (key: string) => string,
): Generator<FieldDifference> {
  const [was, is] = [new Map(before), new Map(after)];
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort(compareKeys)) {
    const [old, next] = [was.get(key), is.get(key)];
    if (old === undefined && next !== undefined) yield { path: toPath(key), change: 'added', after: toText(next) };
    else if (next === undefined && old !== undefined)
      yield { path: toPath(key), change: 'removed', before: toText(old) };
    else if (old !== undefined && next !== undefined) yield* compareValues(old, next, toPath(key));
  }
}

/** Places in a list count as numbers. */
function compareKeys(left: string, right: string): number {
  const isPlace = /^\d+$/.test(left) && /^\d+$/.test(right);
  return (isPlace ? Number(left) - Number(right) : 0) || compareText(left, right);
}

function hasNames(list: readonly JsonValue[]): boolean {
  const names = new Set(list.map(findName));
  return !names.has('') && names.size === list.length;
}

function findName(item: JsonValue): string {
  if (!isJsonObject(item)) return '';
  const name = (item satisfies JsonObject)['name'];
  return typeof name === 'string' ? name : '';
}

function joinKey(path: string, key: string): string {
  const step = /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? step : `${path}.${step}`;
}

function toText(value: JsonValue): string {
  return boundText(typeof value === 'string' ? value : JSON.stringify(value));
}
