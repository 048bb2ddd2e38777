import { createClauseWords } from './build-clauses.ts';
import { type Numbering, type PlainClause, type PlainProblem, upTo } from './plain-problem.ts';

/** Numbers that follow from a seed. */
export interface Random {
  /** A whole number from 0 up to but without `end`. */
  below(end: number): number;
  between(least: number, most: number): number;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
  shuffle<Value>(values: readonly Value[]): readonly Value[];
}

export interface RandomSizes {
  readonly packages: readonly [number, number];
  readonly candidates: readonly [number, number];
  /** Clauses for each package, at most. */
  readonly needs: number;
  readonly wants: number;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * end);
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    shuffle(values) {
      const shuffled = [...values];
      for (let end = shuffled.length; end > 1; end -= 1) shuffled.push(...shuffled.splice(below(end), 1));
      return shuffled;
    },
  };
}

/**
 * Addons that need each other, round in circles too: some that nobody lists, versions that were taken away, two catalogs with a need taken from one of them,
 * bounds on what may be absent, installed versions that stay. `odd` adds clauses that no addon would make.
 */
export function createRandomProblem(random: Random, sizes: RandomSizes, odd: boolean): PlainProblem {
  const names = upTo(random.between(...sizes.packages)).map((number) => `p${String(number).padStart(3, '0')}`);
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = random.chance(6) ? 0 : random.between(...sizes.candidates);
  // More states than a set of bits has.
  if (random.chance(10)) counts[names[random.below(names.length)] ?? ''] = random.between(31, 40);
  const { want, need, bear, only } = createClauseWords(counts);
  const listed = new Map(names.map((name) => [name, upTo(counts[name] ?? 0).filter(() => !random.chance(8))]));
  const border = new Map(names.map((name) => [name, random.between(0, counts[name] ?? 0)]));
  const pick = () => names[random.below(names.length)] ?? '';
  const clauses: PlainClause[] = [];
  for (const name of names) {
    for (let round = random.between(0, sizes.needs); round > 0; round -= 1) {
      const candidates = pickRange(name, upTo(counts[name] ?? 0));
      const on = pick();
      if (candidates.length === 0 || on === name) continue;
      clauses.push((random.chance(25) ? bear : need)(name, candidates, on, ...pickAllowed(on)));
    }
    if (random.chance(12) && (counts[name] ?? 0) > 0) clauses.push(only(name, random.between(1, counts[name] ?? 0)));
  }
  for (let round = random.between(1, sizes.wants); round > 0; round -= 1) {
    const name = pick();
    clauses.push(want(name, ...(random.chance(60) ? (listed.get(name) ?? []) : pickAllowed(name))));
  }
  if (odd) for (let round = random.between(2, 8); round > 0; round -= 1) clauses.push(createOddClause());
  return { counts, clauses: random.shuffle(clauses) };

  function pickAllowed(name: string): readonly number[] {
    const allowed = pickRange(name, listed.get(name) ?? []);
    if (random.chance(75)) return allowed;
    const second = random.chance(50);
    return allowed.filter((candidate) => candidate > (border.get(name) ?? 0) === second);
  }

  /** A range, now and then with gaps. */
  function pickRange(name: string, among: readonly number[]): readonly number[] {
    const count = counts[name] ?? 0;
    const ends = [random.between(1, count), random.between(1, count)];
    const gaps = random.chance(15);
    return among.filter(
      (candidate) => candidate >= Math.min(...ends) && candidate <= Math.max(...ends) && !(gaps && random.chance(30)),
    );
  }

  /** Of several packages at once; half of them listed for the candidates of the first. */
  function createOddClause(): PlainClause {
    const terms = random
      .shuffle(names)
      .slice(0, random.between(2, 4))
      .map((name) => ({
        name,
        states: random.chance(40) ? [0] : [0, ...upTo(counts[name] ?? 0)].filter(() => random.chance(60)),
      }));
    const [first, ...others] = terms;
    if (first === undefined || random.chance(50)) return { terms };
    const candidates = upTo(counts[first.name] ?? 0).filter(() => random.chance(60));
    return {
      terms: [{ name: first.name, states: candidates }, ...others],
      of: { name: first.name, candidates },
    };
  }
}

/** The same problem with its clauses and terms in another order. */
export function shuffleProblem(random: Random, { counts, clauses }: PlainProblem): PlainProblem {
  return {
    counts,
    clauses: random.shuffle(clauses).map((clause) => ({ ...clause, terms: random.shuffle(clause.terms) })),
  };
}

export function createRandomNumbering(random: Random, { counts }: PlainProblem): Numbering {
  const names = random.shuffle(Object.keys(counts));
  return {
    names,
    candidates: Object.fromEntries(names.map((name) => [name, random.shuffle(upTo(counts[name] ?? 0))])),
  };
}

/** The problem and another one beside it, of which nothing is wanted and whose names stand before, between and after. */
export function addUnrelated(random: Random, problem: PlainProblem, sizes: RandomSizes): PlainProblem {
  const other = createRandomProblem(random, sizes, false);
  const rename = (name: string) => `${['a', 'p00', 'p', 'z'][Number(name.slice(1)) % 4]}${name}`;
  const clauses = other.clauses
    .filter((clause) => clause.of !== undefined)
    .map(({ terms, of }) => ({
      terms: terms.map(({ name, states }) => ({ name: rename(name), states })),
      ...(of === undefined ? {} : { of: { name: rename(of.name), candidates: of.candidates } }),
    }));
  const counts = Object.entries(other.counts).map(([name, count]) => [rename(name), count] as const);
  return { counts: { ...Object.fromEntries(counts), ...problem.counts }, clauses: [...clauses, ...problem.clauses] };
}
