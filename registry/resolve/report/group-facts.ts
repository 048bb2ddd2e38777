import type { Clause } from '../solver/types.ts';
import type { Fact } from '../types.ts';

/** An addon or a part of the system, told apart though they may share a name. */
export type Subject = `addon ${string}` | `system ${string}`;

/** Clauses that are told in one sentence, such as what several versions of an addon need of another one. */
export interface FactGroup {
  /** Equal for facts of one group; groups sort by it. */
  readonly key: string;
  readonly kind: Fact['kind'];
  /** Whom it is about. */
  readonly of: Subject;
  /** What that one asks for. */
  readonly on?: Subject;
  readonly clauses: readonly Clause<Fact>[];
}

/** Puts what is told together into groups, in the order of their keys. */
export function groupFacts(clauses: readonly Clause<Fact>[]): FactGroup[] {
  const groups = new Map<string, FactGroup & { readonly clauses: Clause<Fact>[] }>();
  for (const clause of clauses) {
    const { of, on } = listSubjects(clause.fact);
    const key = toGroupKey(clause.fact);
    const group = groups.get(key) ?? {
      key,
      kind: clause.fact.kind,
      of,
      ...(on === undefined ? {} : { on }),
      clauses: [],
    };
    group.clauses.push(clause);
    groups.set(key, group);
  }
  return [...groups.values()].sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
}

/** Whom a fact is about, and what that one asks for. */
export function listSubjects(fact: Fact): { readonly of: Subject; readonly on?: Subject } {
  switch (fact.kind) {
    case 'want':
      return { of: `addon ${fact.want.name}` };
    case 'need':
      return fact.on === '' ? { of: `addon ${fact.addon}` } : { of: `addon ${fact.addon}`, on: `addon ${fact.on}` };
    case 'requirement':
      return { of: `addon ${fact.addon}`, on: `system ${fact.system}` };
    case 'system':
      return { of: `system ${fact.system}` };
    case 'installed':
      return { of: `addon ${fact.installed.name}` };
    case 'still-needs':
      return { of: `addon ${fact.installed.name}`, on: `addon ${fact.on}` };
    default:
      return fact satisfies never;
  }
}

/**
 * A text that is the same for facts that say the same. In the order of these texts comes first what people know
 * best: what they asked for, what their cluster is, what is declared, and last what is only suspected.
 */
export function identifyFact(fact: Fact): string {
  // Candidates that need the same stand in one fact, so the first tells them all.
  const { candidates, ...rest } = { candidates: [], ...fact };
  return `${toGroupKey(fact)} ${candidates[0] ?? 0} ${JSON.stringify(rest)}`;
}

function toGroupKey(fact: Fact): string {
  const { of, on = '' } = listSubjects(fact);
  const { kind } = fact;
  switch (kind) {
    case 'want':
      return `0 ${of} ${fact.want.range ?? ''}`;
    case 'system':
      return `1 ${of}`;
    case 'installed':
      return `2 ${of}`;
    case 'requirement':
      return `3 ${of} ${on}`;
    case 'need':
      return fact.uses.length === 0 ? `4 ${of} ${on}` : `6 ${of} ${on} ${JSON.stringify(fact.uses)}`;
    case 'still-needs':
      return `5 ${of} ${on} ${fact.range}`;
    default:
      return kind satisfies never;
  }
}
