import type { FactGroup, Subject } from './group-facts.ts';
import type { Conclusion } from './phrases.ts';

const nowhere: Conclusion = { kind: 'nowhere', name: '', version: '', by: [], wanted: false };

/** Finds where facts that exclude one another meet: what they all end at, or the addon of which every version ends somewhere else. */
export function findConclusion(groups: readonly FactGroup[]): Conclusion {
  const subjects = [...new Set(groups.flatMap(({ of, on }) => (on === undefined ? [of] : [of, on])))];
  const ends = subjects.filter((subject) => listNext(groups, subject).length === 0);
  const [end, ...others] = ends;
  if (end !== undefined && others.length === 0) return toConclusion(groups, end);
  if (end === undefined) {
    // All in a circle: it closes where somebody else asks too.
    const closing = subjects.find((subject) => isFixed(groups, subject) && groups.some(({ on }) => on === subject));
    return closing === undefined ? nowhere : toConclusion(groups, closing);
  }
  const branches = subjects
    .map((subject) => ({ subject, reached: listReached(groups, subject) }))
    .filter(({ reached }) => ends.every((each) => reached.has(each)))
    .sort((left, right) => left.reached.size - right.reached.size);
  const [branch] = branches;
  // Where several lead to all ends, only one that all the others lead to is where they part.
  const isCommon = branch !== undefined && branches.every(({ reached }) => reached.has(branch.subject));
  return isCommon ? { ...nowhere, kind: 'branch', name: toName(branch.subject) } : nowhere;
}

function toConclusion(groups: readonly FactGroup[], subject: Subject): Conclusion {
  const name = toName(subject);
  const by = [...new Set(groups.filter(({ on }) => on === subject).map(({ of }) => toName(of)))];
  const own = groups.filter(({ of }) => of === subject).flatMap(({ clauses }) => clauses.map(({ fact }) => fact));
  const wanted = own.some((fact) => fact.kind === 'want');
  if (own.some((fact) => fact.kind === 'need' && fact.on === '')) return { ...nowhere, kind: 'branch', name };
  if (subject === 'system kubevela' || subject === 'system kubernetes') {
    const version = own.find((fact) => fact.kind === 'system')?.version ?? '';
    return { kind: subject === 'system kubevela' ? 'kubevela' : 'kubernetes', name, version, by, wanted: false };
  }
  const installed = own.find((fact) => fact.kind === 'installed' && fact.movable !== true);
  if (installed?.kind === 'installed') {
    return { kind: 'installed', name, version: installed.installed.version, by, wanted };
  }
  return { kind: 'addon', name, version: '', by, wanted };
}

function listNext(groups: readonly FactGroup[], subject: Subject): Subject[] {
  return groups.flatMap(({ of, on }) => (of === subject && on !== undefined ? [on] : []));
}

function listReached(groups: readonly FactGroup[], subject: Subject): Set<Subject> {
  const reached = new Set([subject]);
  for (const each of reached) for (const next of listNext(groups, each)) reached.add(next);
  return reached;
}

function isFixed(groups: readonly FactGroup[], subject: Subject): boolean {
  return groups.some(({ of, kind }) => of === subject && (kind === 'want' || kind === 'installed'));
}

function toName(subject: Subject): string {
  return subject.slice(subject.indexOf(' ') + 1);
}
