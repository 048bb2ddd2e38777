const leastLikeness = 0.3;

interface LikenessOptions<Item> {
  readonly toName: (item: Item) => string;
  /** From 0, nothing in common, to 1, the same; default: 0.3. */
  readonly least?: number;
}

/** Orders the items whose name resembles a text, the likest first; those that do not resemble it are left out. */
export function rankByLikeness<Item>(
  text: string,
  items: readonly Item[],
  { toName, least = leastLikeness }: LikenessOptions<Item>,
): readonly Item[] {
  const wanted = toPairs(text);
  return items
    .map((item) => ({ item, likeness: compare(wanted, toPairs(toName(item))) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((left, right) => right.likeness - left.likeness)
    .map(({ item }) => item);
}

/** Neighbouring characters, with the ends marked so that short names count too. */
function toPairs(text: string): ReadonlySet<string> {
  const marked = `^${text.toLowerCase()}$`;
  return new Set([...marked].slice(0, -1).map((character, index) => character + (marked[index + 1] ?? '')));
}

/** Dice coefficient: 1 for the same pairs, 0 for none in common. */
function compare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
