import { createRangeSet, toComplement } from '../../../registry/resolve/solver/state-set.ts';
import type { Clause, PackageNumber, SolverProblem } from '../../../registry/resolve/solver/types.ts';
import { createRandom } from './random-problem.ts';
import { getHighest } from './range-problem.ts';

/** How large a generated graph of addons is. */
export interface WideGraphSizes {
  readonly addons: number;
  readonly versions: number;
  readonly needs: number;
  readonly wanted: number;
  /** How many ranges in a hundred have an upper end below the newest version. */
  readonly ends: number;
}

/** One need of some versions in a row: `first` up to `last` of an addon need `on` from `from` up to `to`. */
interface Need {
  readonly on: PackageNumber;
  readonly from: number;
  readonly to: number;
}

/** Versions of an addon that need the same. */
const versionsPerEra = 5;

/**
 * Addons that need others at random, by ranges that rise with the version. Solvable: one version of each addon fits the same of all others.
 * Clauses are made when they are asked for, as a problem builder would.
 */
export function createWideGraph(
  { addons, versions, needs, wanted, ends }: WideGraphSizes,
  seed: number,
): SolverProblem<string> {
  const random = createRandom(seed);
  const hidden = Array.from({ length: addons }, () => random.between(Math.ceil(versions / 2), versions));
  const eras = Math.ceil(versions / versionsPerEra);
  const needed: Need[][][] = [];
  for (let addon = 0; addon < addons; addon += 1) {
    const on = Array.from({ length: needs }, () => (addon + 1 + random.below(addons - 1)) % addons);
    needed.push(Array.from({ length: eras }, (_, era) => on.map((target) => createNeed(addon, era, target))));
  }
  const names = Array.from({ length: addons }, (_, addon) => `addon-${String(addon).padStart(6, '0')}`);
  const made = new Map<number, readonly Clause<string>[]>();
  const size = versions + 1;
  const roots = Array.from({ length: Math.min(wanted, addons) }, (_, place) => {
    const target = Math.floor((place * addons) / wanted);
    return { terms: [{ package: target, states: createRangeSet(size, 0, 1) }], fact: `${names[target]} is wanted` };
  });
  return {
    countCandidates: () => versions,
    listRootClauses: () => roots,
    listClauses(target, candidate) {
      const era = Math.floor((candidate - 1) / versionsPerEra);
      const key = target * eras + era;
      const known = made.get(key);
      if (known !== undefined) return known;
      const own = createRangeSet(size, era * versionsPerEra + 1, Math.min(size, (era + 1) * versionsPerEra + 1));
      const clauses = (needed[target]?.[era] ?? []).map(({ on, from, to }) => ({
        terms: [
          { package: target, states: own },
          { package: on, states: toComplement(createRangeSet(size, from, to + 1), size) },
        ],
        fact: 'needs',
      }));
      made.set(key, clauses);
      return clauses;
    },
    compare: (left, right) => ((names[left] ?? '') < (names[right] ?? '') ? -1 : Number(left !== right)),
    prefer: (_, states) => getHighest(states),
  };

  function createNeed(addon: number, era: number, on: number): Need {
    const isHidden = Math.floor(((hidden[addon] ?? 1) - 1) / versionsPerEra) === era;
    const highest = isHidden ? (hidden[on] ?? 1) : versions;
    const from = Math.min(highest, random.between(1, (era + 1) * versionsPerEra));
    const to = random.chance(ends) ? random.between(isHidden ? (hidden[on] ?? 1) : from, versions) : versions;
    return { on, from, to };
  }
}

/** Every clause that could matter for what is wanted, and the packages that they speak of. */
export function listReachable<Fact>(problem: SolverProblem<Fact>): {
  readonly clauses: readonly Clause<Fact>[];
  readonly packages: readonly PackageNumber[];
} {
  const clauses = new Set(problem.listRootClauses());
  const packages = new Set([...clauses].flatMap(({ terms }) => terms.map((term) => term.package)));
  for (const target of packages) {
    for (let candidate = 1; candidate <= problem.countCandidates(target); candidate += 1) {
      for (const clause of problem.listClauses(target, candidate)) {
        clauses.add(clause);
        for (const term of clause.terms) packages.add(term.package);
      }
    }
  }
  return { clauses: [...clauses], packages: [...packages] };
}
