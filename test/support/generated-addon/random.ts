/** Chances that a seed decides: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number from 0 up to, without, `end`. */
  below(end: number): number;
  /** True that often, `share` being between 0 and 1. */
  chance(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** A value with its weight; heavier ones come more often. */
  weigh<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
  /** `count` results of a function. */
  times<Item>(count: number, make: (index: number) => Item): Item[];
}

/** Creates chances out of a seed (the generator is Mulberry32: 32 bits of state, well spread). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)] ?? items[0],
    weigh: (items) => {
      let rest = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      const found = items.find(([weight]) => {
        rest -= weight;
        return rest < 0;
      });
      const [, item] = found ?? items[0] ?? [];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
}
