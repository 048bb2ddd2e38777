import type { Suggestion } from '../../../schemas/resolution.ts';
import type { Fact } from '../types.ts';
import type { Change, Refused } from './change.ts';
import { listChanges } from './list-changes.ts';
import { listWants } from './list-want-changes.ts';
import { type TryBudget, type TryTools, tryChange } from './try-change.ts';
import type { Words } from './words.ts';

/** How much may be tried. */
export interface SuggestLimits {
  readonly maxSolves: number;
  /** Steps of the solver, all tries together. */
  readonly maxSteps: number;
}

/** A change that was tried and works. `phrase`: the change as a part of a sentence. */
export type Suggested = Suggestion & { readonly phrase: string };

/** Changes that were tried and work, best first. */
export interface Suggestions {
  readonly suggestions: readonly Suggested[];
  /** Whether something else conflicts too, which these changes leave as it is. */
  readonly another: boolean;
}

/** A change that was tried and is not enough, with what still excludes one another then. */
interface Failed {
  readonly change: Change;
  readonly facts: readonly Fact[];
}

const maxSuggestions = 5;
const maxPairs = 2;

/** Finds changes of a request that settle the conflict, by trying each; two changes together where none is enough alone. */
export function suggest(
  tools: TryTools,
  refused: Refused,
  options: { readonly words: Words; readonly limits: SuggestLimits },
): Suggestions {
  const { words, limits } = options;
  const budget: TryBudget = { solves: limits.maxSolves, steps: limits.maxSteps };
  const names = new Set(listWants(refused.facts).map(({ name }) => name));
  const isOwn = ({ name }: { readonly name: string }) => names.has(name);
  const own = refused.request.want.filter(isOwn);
  const others = { ...refused.request, want: refused.request.want.filter((want) => !isOwn(want)) };
  const another =
    own.length > 0 &&
    others.want.length > 0 &&
    tryChange(tools, { ...refused, request: others }, budget).kind === 'refuted';
  // Beside another conflict nothing would ever work: then only the wants of this one are looked at.
  const request = another ? { ...refused.request, want: own } : refused.request;

  const suggestions: Suggested[] = [];
  const failed: Failed[] = [];
  const served = new Set<string>();
  for (const change of listChanges({ ...refused, request }, words)) {
    if (suggestions.length === maxSuggestions) break;
    if (served.has(change.purpose) || isNeedless(change, served)) continue;
    const tried = tryChange(tools, change, budget);
    if (tried.kind === 'refuted') failed.push({ change, facts: tried.facts });
    if (tried.kind !== 'works') continue;
    const told = change.tell(tried.outcome);
    if (told === undefined) continue;
    served.add(change.purpose);
    suggestions.push({ kind: change.kind, text: words.change(told.phrase), ...told });
  }
  return { suggestions: suggestions.length > 0 ? suggestions : listPairs(tools, failed, { words, budget }), another };
}

/** Pairs of changes of which neither is enough alone. */
function listPairs(
  tools: TryTools,
  failed: readonly Failed[],
  { words, budget }: { readonly words: Words; readonly budget: TryBudget },
): Suggested[] {
  const pairs: Suggested[] = [];
  const served = new Set<string>();
  for (const { change: first, facts } of failed) {
    if (first.kind === 'without') continue;
    for (const second of listChanges({ request: first.request, universe: first.universe, facts }, words)) {
      if (pairs.length === maxPairs) return pairs;
      const key = [first.purpose, second.purpose].sort().join('\n');
      if (second.kind === 'without' || second.purpose === first.purpose || served.has(key)) continue;
      const tried = tryChange(tools, second, budget);
      if (tried.kind !== 'works') continue;
      const one = first.tell(tried.outcome);
      const other = second.tell(tried.outcome);
      if (one === undefined || other === undefined) continue;
      served.add(key);
      const phrase = words.both(one.phrase, other.phrase);
      const { phrase: _, ...also } = other;
      pairs.push({
        kind: first.kind,
        ...one,
        text: words.change(phrase),
        phrase,
        also: { kind: second.kind, ...also },
      });
    }
  }
  return pairs;
}

/** Nobody needs to move whatever is installed when moving one addon is enough. */
function isNeedless({ purpose }: Change, served: ReadonlySet<string>): boolean {
  return purpose === 'upgrade of *' && [...served].some((each) => each.startsWith('upgrade of '));
}
