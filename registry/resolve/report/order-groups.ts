import { compareText } from '../../findings.ts';
import type { FactGroup, Subject } from './group-facts.ts';

/** Orders facts as one would tell them: a want, what it needs, what that needs, down to where it ends; then the next want. */
export function orderGroups(groups: readonly FactGroup[]): FactGroup[] {
  const told = new Set<FactGroup>();
  const visited = new Set<Subject>();

  function visit(subject: Subject): void {
    if (visited.has(subject)) return;
    visited.add(subject);
    const own = groups
      .filter((group) => group.of === subject)
      .sort((left, right) => toNewest(left) - toNewest(right) || compareText(left.key, right.key));
    for (const group of own) if (group.on === undefined) told.add(group);
    for (const group of own) {
      if (group.on === undefined) continue;
      told.add(group);
      visit(group.on);
    }
    // What is installed may be met only through what it still needs.
    for (const group of groups) if (group.on === subject && group.kind === 'still-needs') visit(group.of);
  }

  const starts = groups.toSorted((left, right) => rank(left) - rank(right) || compareText(left.key, right.key));
  for (const { of } of starts) visit(of);
  return [...told];
}

/** The first candidate that a group tells of: what the newest version needs is told first. */
function toNewest({ clauses }: FactGroup): number {
  return Math.min(...clauses.map(({ fact }) => ('candidates' in fact ? (fact.candidates[0] ?? 0) : 0)));
}

function rank({ kind }: FactGroup): number {
  if (kind === 'want') return 0;
  return kind === 'installed' ? 1 : 2;
}
