import { solve } from '../solver/solve.ts';
import type { Fact, RefutedResolution } from '../types.ts';
import { identifyFact, listSubjects } from './group-facts.ts';
import { type Minimised, type MinimiseLimits, type MinimiseTools, minimise } from './minimise.ts';

/** The same refutation by the fewest facts, as far as the limits let them be found. */
export function shortenRefutation({ problem, derivation }: RefutedResolution, limits: MinimiseLimits): Minimised<Fact> {
  const tools: MinimiseTools<Fact> = {
    solve,
    problem: problem.solver,
    identify: identifyFact,
    listNames: (fact) => Object.values(listSubjects(fact)),
  };
  return minimise(tools, derivation, limits);
}
