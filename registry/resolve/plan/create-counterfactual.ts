import { compareText } from '../../findings.ts';
import { createStateSet, toComplement } from '../solver/state-set.ts';
import type { Clause, Derivation, PackageNumber, SolverOutcome, SolverProblem } from '../solver/types.ts';
import type { Fact, ResolutionProblem } from '../types.ts';
import type { ChosenAddon } from './list-chosen.ts';
import type { Shift } from './plan-words-en.ts';

/** What would be if one version were taken that was not. */
export type Counterfactual =
  /** It could be, with these changes elsewhere. */
  | { readonly kind: 'shifts'; readonly shifts: readonly Shift[] }
  /** It could not be, because of this need. */
  | { readonly kind: 'need'; readonly on: string; readonly range: string }
  | { readonly kind: 'unknown' };

export interface CounterfactualOptions {
  readonly problem: ResolutionProblem;
  readonly chosen: ReadonlyMap<PackageNumber, number>;
  readonly solve: (problem: SolverProblem<Fact>) => SolverOutcome<Fact>;
  /** How many versions are looked into; the rest stays unknown. */
  readonly maxProbes: number;
}

/** More changes than this are more than anybody reads. */
const maxShifts = 3;

/** Solves once more with a version forced, as often as it may. */
export function createCounterfactual(
  options: CounterfactualOptions,
): (addon: ChosenAddon, state: number) => Counterfactual {
  const { problem, chosen, solve } = options;
  let left = options.maxProbes;
  const versionOf = (target: PackageNumber, state: number) => problem.listCandidates(target)[state - 1]?.version ?? '';

  function listShifts(target: PackageNumber, imagined: ReadonlyMap<PackageNumber, number>): readonly Shift[] {
    const shifts: Shift[] = [];
    for (const each of new Set([...chosen.keys(), ...imagined.keys()])) {
      const [from, to] = [chosen.get(each), imagined.get(each)];
      if (each === target || from === to || problem.getPackage(each).system) continue;
      shifts.push({
        name: problem.getPackage(each).name,
        ...(from === undefined ? {} : { from: versionOf(each, from) }),
        ...(to === undefined ? {} : { to: versionOf(each, to) }),
      });
    }
    return shifts.sort((one, other) => compareText(one.name, other.name)).slice(0, maxShifts);
  }

  return (addon, state) => {
    if (left === 0) return { kind: 'unknown' };
    left -= 1;
    const { target, name, candidate } = addon;
    const size = problem.listCandidates(target).length + 1;
    const forced: Clause<Fact> = {
      terms: [{ package: target, states: toComplement(createStateSet(size, [state]), size) }],
      fact: { kind: 'want', want: { name, range: candidate.version } },
    };
    const outcome = solve({
      ...problem.solver,
      listRootClauses: () => [...problem.solver.listRootClauses(), forced],
    });
    if (outcome.kind === 'solved') {
      const shifts = listShifts(target, outcome.chosen);
      return shifts.length === 0 ? { kind: 'unknown' } : { kind: 'shifts', shifts };
    }
    if (outcome.kind === 'gave-up') return { kind: 'unknown' };
    const need = findNeed(outcome.derivation, name, state);
    return need === undefined ? { kind: 'unknown' } : { kind: 'need', on: need.on, range: need.range };
  };
}

/** What the version needs, of all that the refutation rests on. */
function findNeed(derivation: Derivation<Fact>, addon: string, state: number) {
  const seen = new Set<Derivation<Fact>>([derivation]);
  for (const each of seen) {
    if (each.kind === 'derived') {
      for (const from of each.from) seen.add(from);
      continue;
    }
    const { fact } = each.clause;
    if (fact.kind === 'need' && fact.addon === addon && fact.candidates.includes(state)) return fact;
  }
  return undefined;
}
