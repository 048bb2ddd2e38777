import type { PlainClause, PlainProblem } from './plain-problem.ts';
import { upTo } from './plain-problem.ts';

/** Words for clauses, as a problem builder would make them. */
export interface ClauseWords {
  /** Somebody wants one of these candidates. */
  want(name: string, ...allowed: readonly number[]): PlainClause;
  /** These candidates need another package in one of these. */
  need(name: string, candidates: readonly number[], on: string, ...allowed: readonly number[]): PlainClause;
  /** These candidates bear only these of another package, should that be chosen. */
  bear(name: string, candidates: readonly number[], on: string, ...allowed: readonly number[]): PlainClause;
  /** Should it be chosen, then one of these: what stays as it is, or was taken away. */
  only(name: string, ...allowed: readonly number[]): PlainClause;
}

export function createClauseWords(counts: PlainProblem['counts']): ClauseWords {
  const others = (name: string, allowed: readonly number[]) =>
    upTo(counts[name] ?? 0).filter((candidate) => !allowed.includes(candidate));
  return {
    want: (name, ...allowed) => ({ terms: [{ name, states: [0, ...others(name, allowed)] }] }),
    need: (name, candidates, on, ...allowed) => ({
      of: { name, candidates },
      terms: [
        { name, states: candidates },
        { name: on, states: [0, ...others(on, allowed)] },
      ],
    }),
    bear: (name, candidates, on, ...allowed) => ({
      of: { name, candidates },
      terms: [
        { name, states: candidates },
        { name: on, states: others(on, allowed) },
      ],
    }),
    only: (name, ...allowed) => ({ terms: [{ name, states: others(name, allowed) }] }),
  };
}
