import type { Range, RangeProblem, RangeRule } from './range-problem.ts';

/** A graph on which a resolver that only tries and goes back is known to take very long. */
export interface PathologicalGraph {
  readonly work: string;
  readonly problem: RangeProblem;
  readonly outcome: 'solved' | 'refuted' | 'gave-up';
  /** Steps that suffice, or after which to give up. */
  readonly maxSteps: number;
}

/** What is published of resolvers that went back and forth for minutes, made anew in our words. */
export function listPathologicalGraphs(): readonly PathologicalGraph[] {
  return [
    {
      work: 'pip: a library pins its core, 1 000 versions too new',
      problem: pinnedCore(1_000),
      outcome: 'solved',
      maxSteps: 4_000,
    },
    {
      work: 'pip: 40 in a row, 20 versions each, the last is missing',
      problem: chain(40, 20, 0),
      outcome: 'refuted',
      maxSteps: 2_000,
    },
    {
      work: 'Composer: a framework of 50 parts that release together',
      problem: lockstep(50, 200),
      outcome: 'solved',
      maxSteps: 20_000,
    },
    { work: 'npm: 60 diamonds, apart at the bottom', problem: diamonds(60, 4), outcome: 'refuted', maxSteps: 2_000 },
    { work: 'Cargo: sudoku', problem: sudoku(), outcome: 'solved', maxSteps: 5_000 },
    { work: 'Cargo: 12 queens', problem: queens(12), outcome: 'solved', maxSteps: 20_000 },
    { work: 'Cargo: 6 pigeons, 5 holes', problem: pigeons(6, 5), outcome: 'refuted', maxSteps: 5_000 },
    { work: 'Cargo: 12 pigeons, 11 holes', problem: pigeons(12, 11), outcome: 'gave-up', maxSteps: 2_000 },
    {
      work: 'pub: what fails has nothing to do with what was decided last',
      problem: backjump(200),
      outcome: 'refuted',
      maxSteps: 1_000,
    },
    { work: 'one addon with 100 000 versions', problem: manyVersions(100_000, 1), outcome: 'solved', maxSteps: 10 },
    {
      work: 'the same, all but ten need what is not there',
      problem: manyVersions(100_000, 99_990),
      outcome: 'solved',
      maxSteps: 200_000,
    },
    { work: '20 000 addons in a row', problem: chain(20_000, 3, 1), outcome: 'solved', maxSteps: 30_000 },
    {
      work: '20 000 addons in a row, the last is missing',
      problem: chain(20_000, 1, 0),
      outcome: 'refuted',
      maxSteps: 30_000,
    },
  ];
}

/** Every version of `library` pins one of `core`, and all but the oldest of these need an older `transport` than the one that is wanted. */
function pinnedCore(versions: number): RangeProblem {
  const rules: RangeRule[] = [{ of: ['core', 4, versions], needs: ['transport', 1, 25] }];
  for (let version = 1; version <= versions; version += 1) {
    rules.push({ of: ['library', version, version], needs: ['core', version, version] });
  }
  return {
    counts: new Map([
      ['library', versions],
      ['core', versions],
      ['transport', 60],
    ]),
    wants: [
      ['library', 1, versions],
      ['transport', 26, 60],
    ],
    rules,
  };
}

/** Each needs any version of the next; `last` is how many versions the last one has. */
function chain(length: number, versions: number, last: number): RangeProblem {
  const counts = new Map<string, number>();
  for (let place = 0; place < length; place += 1) counts.set(numbered('link', place), versions);
  counts.set(numbered('link', length), last);
  const rules: RangeRule[] = [];
  for (let place = 0; place < length; place += 1) {
    const next = numbered('link', place + 1);
    rules.push({ of: [numbered('link', place), 1, versions], needs: [next, 1, counts.get(next) ?? 0] });
  }
  return { counts, wants: [[numbered('link', 0), 1, versions]], rules };
}

/** Version n of the framework needs version n of each part; one part of a version in the middle bears no newer tool. */
function lockstep(parts: number, versions: number): RangeProblem {
  const counts = new Map([
    ['framework', versions],
    ['plugin', versions],
    ['tool', 10],
  ]);
  const rules: RangeRule[] = [];
  for (let part = 0; part < parts; part += 1) {
    const name = numbered('part', part);
    counts.set(name, versions);
    for (let version = 1; version <= versions; version += 1) {
      rules.push({ of: ['framework', version, version], needs: [name, version, version] });
    }
  }
  rules.push({ of: [numbered('part', parts - 1), 21, versions], needs: ['tool', 1, 5] });
  rules.push({ of: ['plugin', 1, versions], needs: ['framework', 11, versions] });
  rules.push({ of: ['plugin', 101, versions], needs: ['framework', 101, versions] });
  return {
    counts,
    wants: [
      ['plugin', 1, versions],
      ['framework', 1, versions],
      ['tool', 6, 10],
    ],
    rules,
  };
}

/** Two addons a floor, each needing both of the floor below; at the bottom both need the same addon in ranges that do not meet. */
function diamonds(floors: number, versions: number): RangeProblem {
  const counts = new Map([['ground', 2]]);
  const rules: RangeRule[] = [];
  for (let floor = 0; floor < floors; floor += 1) {
    for (const side of ['left', 'right']) {
      counts.set(numbered(side, floor), versions);
      for (const below of floor + 1 < floors ? ['left', 'right'] : []) {
        rules.push({ of: [numbered(side, floor), 1, versions], needs: [numbered(below, floor + 1), 1, versions] });
      }
    }
  }
  rules.push({ of: [numbered('left', floors - 1), 1, versions], needs: ['ground', 1, 1] });
  rules.push({ of: [numbered('right', floors - 1), 1, versions], needs: ['ground', 2, 2] });
  return { counts, wants: [[numbered('left', 0), 1, versions]], rules };
}

/** A puzzle of our own, of which 22 digits are given: squares are packages, digits are versions. */
function sudoku(): RangeProblem {
  const squares = Array.from({ length: 81 }, (_, place) => ({ row: Math.floor(place / 9), column: place % 9 }));
  const counts = new Map(squares.map((_, place) => [numbered('square', place), 9]));
  const rules: RangeRule[] = [];
  for (const [place, one] of squares.entries()) {
    for (const [otherPlace, other] of squares.entries()) {
      const sameBox =
        Math.floor(one.row / 3) === Math.floor(other.row / 3) &&
        Math.floor(one.column / 3) === Math.floor(other.column / 3);
      if (otherPlace <= place || !(one.row === other.row || one.column === other.column || sameBox)) continue;
      for (let digit = 1; digit <= 9; digit += 1)
        rules.push(apart(numbered('square', place), digit, numbered('square', otherPlace), digit));
    }
  }
  const wants = squares.map(({ row, column }, place): Range => {
    const digit = ((3 * (row % 3) + Math.floor(row / 3) + column) % 9) + 1;
    const name = numbered('square', place);
    return (place * 5) % 11 < 3 ? [name, digit, digit] : [name, 1, 9];
  });
  return { counts, wants, rules };
}

/** Rows are packages, columns are versions. */
function queens(size: number): RangeProblem {
  const rules: RangeRule[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let other = row + 1; other < size; other += 1) {
      for (let column = 1; column <= size; column += 1) {
        for (const taken of [column, column + other - row, column - other + row]) {
          if (taken >= 1 && taken <= size)
            rules.push(apart(numbered('row', row), column, numbered('row', other), taken));
        }
      }
    }
  }
  const rows = Array.from({ length: size }, (_, row) => numbered('row', row));
  return { counts: new Map(rows.map((row) => [row, size])), wants: rows.map((row) => [row, 1, size]), rules };
}

/** Each pigeon wants a hole, and no two the same. Known to have no short proof by resolution. */
function pigeons(count: number, holes: number): RangeProblem {
  const names = Array.from({ length: count }, (_, pigeon) => numbered('pigeon', pigeon));
  const rules = names.flatMap((name, place) =>
    names
      .slice(place + 1)
      .flatMap((other) => Array.from({ length: holes }, (_, hole) => apart(name, hole + 1, other, hole + 1))),
  );
  return { counts: new Map(names.map((name) => [name, holes])), wants: names.map((name) => [name, 1, holes]), rules };
}

/** `first` and `second` are apart whatever is decided for the many that are decided between them. */
function backjump(between: number): RangeProblem {
  const counts = new Map([
    ['first', 10],
    ['second', 10],
    ['shared', 10],
  ]);
  const wants: Range[] = [['first', 1, 10]];
  const rules: RangeRule[] = [
    { of: ['first', 1, 10], needs: ['shared', 1, 5] },
    { of: ['second', 1, 5], needs: ['shared', 6, 10] },
    { of: ['second', 6, 10], needs: ['shared', 7, 9] },
  ];
  for (let place = 0; place < between; place += 1) {
    const name = numbered('free', place);
    counts.set(name, 10);
    wants.push([name, 1, 10]);
    rules.push({ of: [name, 1, 10], needs: [place + 1 < between ? numbered('free', place + 1) : 'second', 1, 10] });
  }
  return { counts, wants, rules };
}

/** All candidates from `refused` on need a version of their own of something that has none of these. */
function manyVersions(versions: number, refused: number): RangeProblem {
  const rules: RangeRule[] = [];
  for (let back = 0; back < (refused === 1 ? 0 : refused); back += 1) {
    rules.push({ of: ['large', versions - back, versions - back], needs: ['other', 1 + (back % 40), 1 + (back % 40)] });
  }
  return {
    counts: new Map([
      ['large', versions],
      ['other', 50],
    ]),
    wants: [
      ['large', 1, versions],
      ['other', 41, 50],
    ],
    rules,
  };
}

function apart(name: string, candidate: number, other: string, taken: number): RangeRule {
  return { of: [name, candidate, candidate], excludes: [other, taken, taken] };
}

function numbered(name: string, number: number): string {
  return `${name}-${String(number).padStart(5, '0')}`;
}
