import type { EnginePosition } from '../../engine/types.ts';

/** A value whose parts know where the author wrote them, whether it was rendered or only read as text. */
export type LocatedValue = LocatedObject | LocatedList | LocatedScalar | LocatedUnknown;

/** Fields in their order. Read as text, one key may stand there several times, under different conditions. */
export interface LocatedObject {
  readonly kind: 'object';
  readonly place: EnginePosition;
  readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
  readonly key: string;
  /** Of the label; of what is around it when nobody knows that. */
  readonly place: EnginePosition;
  readonly value: LocatedValue;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly place: EnginePosition;
  readonly items: readonly LocatedValue[];
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly place: EnginePosition;
  readonly value: string | number | boolean | null;
}

/** An expression that the text alone does not answer. */
export interface LocatedUnknown {
  readonly kind: 'unknown';
  readonly place: EnginePosition;
}

/** A document of an addon to look for things in. */
export interface LocatedDocument {
  readonly root: LocatedValue;
  /** Set for the template of a definition: `component/netlify`. */
  readonly definition?: string;
  /** `rendered`: with default parameters; `text`: all that is written, whatever its conditions. */
  readonly origin: 'rendered' | 'text';
}

/** Every entry of a key, in order. */
export function listEntriesOf(value: LocatedValue | undefined, key: string): readonly LocatedEntry[] {
  return value?.kind === 'object' ? value.entries.filter((entry) => entry.key === key) : [];
}

/** The last entry at a path of keys; undefined when one of them is missing. */
export function findEntryOf(value: LocatedValue | undefined, ...path: readonly string[]): LocatedEntry | undefined {
  let entry: LocatedEntry | undefined;
  let current = value;
  for (const key of path) {
    entry = listEntriesOf(current, key).at(-1);
    current = entry?.value;
  }
  return entry;
}

/** The text at a path of keys; undefined when there is none, or the text does not show it. */
export function findTextOf(value: LocatedValue | undefined, ...path: readonly string[]): string | undefined {
  const found = path.length === 0 ? value : findEntryOf(value, ...path)?.value;
  return found?.kind === 'scalar' && typeof found.value === 'string' && found.value !== '' ? found.value : undefined;
}

/** Items of a list; a single value counts as its only item, because text may build a list around it. */
export function listItemsOf(value: LocatedValue | undefined): readonly LocatedValue[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}
