import type { ResolveRequest, Suggestion } from '../../../schemas/resolution.ts';
import type { SolverOptions, SolverOutcome, SolverProblem } from '../solver/types.ts';
import type { AddonUniverse, Fact, ResolutionProblem } from '../types.ts';
import type { Change, Outcome, Refused } from './change.ts';
import { listChanges } from './list-changes.ts';
import { listWants } from './list-want-changes.ts';
import type { Words } from './words.ts';

/** What trying a change needs. */
export interface SuggestTools {
  readonly solve: (problem: SolverProblem<Fact>, options: SolverOptions) => SolverOutcome<Fact>;
  readonly createProblem: (input: {
    readonly universe: AddonUniverse;
    readonly request: ResolveRequest;
  }) => ResolutionProblem;
}

/** How much may be tried. */
export interface SuggestLimits {
  readonly maxSolves: number;
  /** Steps of the solver, all tries together. */
  readonly maxSteps: number;
}

/** Changes that were tried and work, best first. */
export interface Suggested {
  /** `phrase`: the change as a part of a sentence. */
  readonly suggestions: readonly (Suggestion & { readonly phrase: string })[];
  /** Whether something else conflicts too, which these changes leave as it is. */
  readonly another: boolean;
}

const maxSuggestions = 5;

/** Finds changes of a request that settle the conflict, by trying each. */
export function suggest(
  tools: SuggestTools,
  refused: Refused,
  options: { readonly words: Words; readonly limits: SuggestLimits },
): Suggested {
  const { words, limits } = options;
  const budget = { solves: limits.maxSolves, steps: limits.maxSteps };
  const names = new Set(listWants(refused.facts).map(({ name }) => name));
  const isOfConflict = ({ name }: { readonly name: string }) => names.has(name);
  const others = refused.request.want.filter((want) => !isOfConflict(want));
  const another =
    others.length > 0 &&
    attempt(tools, { ...refused, request: { ...refused.request, want: others } }, budget) === 'refuted';
  // Beside another conflict nothing would ever work: then only the wants of this one are looked at.
  const own = refused.request.want.filter(isOfConflict);
  const request = another && own.length > 0 ? { ...refused.request, want: own } : refused.request;

  const suggestions: (Suggestion & { readonly phrase: string })[] = [];
  const served = new Set<string>();
  for (const change of listChanges({ ...refused, request }, words)) {
    if (suggestions.length === maxSuggestions) break;
    if (served.has(change.purpose) || isNeedless(change, served)) continue;
    const outcome = attempt(tools, change, budget);
    if (typeof outcome === 'string') continue;
    const found = change.tell(outcome);
    if (found === undefined) continue;
    const { phrase, ...told } = found;
    served.add(change.purpose);
    suggestions.push({ kind: change.kind, text: words.change(phrase), ...told, phrase });
  }
  return { suggestions, another };
}

/** Nobody needs to move whatever is installed when moving one addon is enough. */
function isNeedless({ purpose }: Change, served: ReadonlySet<string>): boolean {
  return purpose === 'upgrade of *' && [...served].some((each) => each.startsWith('upgrade of '));
}

function attempt(
  { solve, createProblem }: SuggestTools,
  { universe, request }: { readonly universe: AddonUniverse; readonly request: ResolveRequest },
  budget: { solves: number; steps: number },
): Outcome | 'refuted' | 'unknown' {
  if (budget.solves <= 0 || budget.steps <= 0) return 'unknown';
  const problem = createProblem({ universe, request });
  const outcome = solve(problem.solver, { maxSteps: budget.steps });
  budget.solves -= 1;
  budget.steps -= Math.max(1, outcome.steps);
  if (outcome.kind === 'gave-up') return 'unknown';
  if (outcome.kind === 'refuted') return 'refuted';
  const versions = new Map<string, string>();
  for (const [target, candidate] of outcome.chosen) {
    const version = problem.listCandidates(target)[candidate - 1]?.version;
    const { name, system } = problem.getPackage(target);
    if (!system && version !== undefined) versions.set(name, version);
  }
  return { findVersion: (name) => versions.get(name), names: [...versions.keys()].sort() };
}
