/**
 * What stands in a form, by the names of its fields; empty fields are left out. A name is a letter and the place of the field:
 * `v` a value, `n` how many items or entries, `k` the key of an entry, `u` which alternative, `i` that an empty one is meant too; `y` alone is
 * the YAML beside the fields. A place is a JSON pointer in which entries of maps are counted and `|1` names an alternative.
 */
export type Draft = ReadonlyMap<string, string>;

/** Items or entries of one list or map that a form shows; more stay in the YAML beside it. */
export const maxItems = 60;
/** Fields that a form takes. */
export const maxDraftFields = 4000;

/** The name of the YAML beside the fields. */
export const yamlName = 'y';

/** How many items or entries a list or map of a form has. */
export function countItems(draft: Draft, at: string): number {
  const text = draft.get(`n${at}`) ?? '';
  return /^[0-9]{1,4}$/.test(text) ? Math.min(Number(text), maxItems) : 0;
}

/** Which alternative is chosen; undefined when none is. */
export function findChoice(draft: Draft, at: string): number | undefined {
  const text = draft.get(`u${at}`) ?? '';
  return /^[0-9]{1,3}$/.test(text) ? Number(text) : undefined;
}

/** Keeps the fields of a form out of pairs of names and texts; what is no field, or is empty, is left out. */
export function toDraft(pairs: Iterable<readonly [string, unknown]>): Draft {
  const draft = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (typeof value !== 'string' || value === '' || draft.size >= maxDraftFields) continue;
    if (/^[vnkui]\//.test(name) || name === yamlName) draft.set(name, value);
  }
  return draft;
}

/** A form with one more item or entry. */
export function addItem(draft: Draft, at: string): Draft {
  return new Map(draft).set(`n${at}`, String(Math.min(countItems(draft, at) + 1, maxItems)));
}

/** A form without one item or entry; those behind it move up. */
export function removeItem(draft: Draft, at: string, index: number): Draft {
  const count = countItems(draft, at);
  if (index < 0 || index >= count) return draft;
  const changed = new Map<string, string>();
  for (const [name, value] of draft) {
    const item = findItem(name, at);
    if (item === undefined || item.index < index) changed.set(name, value);
    else if (item.index > index) changed.set(`${name[0]}${at}/${item.index - 1}${item.rest}`, value);
  }
  return changed.set(`n${at}`, String(count - 1));
}

function findItem(name: string, at: string): { readonly index: number; readonly rest: string } | undefined {
  if (!name.startsWith(`${at}/`, 1)) return undefined;
  const match = /^([0-9]+)((?:[/|].*)?)$/s.exec(name.slice(at.length + 2));
  return match === null ? undefined : { index: Number(match[1]), rest: match[2] ?? '' };
}
