import type { SuspectedNeed } from './create-suspicion.ts';
import type { AddonCandidates } from './list-addon-candidates.ts';
import type { Clause, PackageNumber } from './solver/types.ts';
import type { AddonRelease, Fact, SystemName } from './types.ts';

/** What one version needs, before it is known which of its neighbours need the same. */
type Need =
  | { readonly kind: 'need'; readonly on: string; readonly range: string; readonly uses: SuspectedNeed['uses'] }
  | { readonly kind: 'requirement'; readonly system: SystemName; readonly range: string };

export interface NeedsOptions {
  readonly package: PackageNumber;
  readonly addon: AddonCandidates;
  /** State that is in the cluster without being wanted: what it needs it had when it was installed. */
  readonly settled: number | undefined;
  readonly systems: readonly SystemName[];
  listSuspected(release: AddonRelease): readonly SuspectedNeed[];
  /** The clause that says so for these candidates; undefined when it could never be broken. */
  toClause(
    need: Need,
    group: { readonly candidates: readonly number[]; readonly catalog: string },
  ): Clause<Fact> | undefined;
  /** What the installed version still needs, should it be chosen. */
  toStillNeeds(release: AddonRelease): readonly Clause<Fact>[];
}

interface Group {
  readonly need: Need;
  readonly catalog: string;
  readonly candidates: number[];
  /** Made when first asked for. */
  made: { readonly clause: Clause<Fact> | undefined } | undefined;
}

/** Tells the clauses of each candidate of one addon; candidates that need the same share the very clause. */
export function createNeeds(options: NeedsOptions): (candidate: number) => readonly Clause<Fact>[] {
  const { addon, settled } = options;
  const groups = new Map<string, Group>();
  const byCandidate: (readonly Group[])[] = [[]];
  const made = new Map<number, readonly Clause<Fact>[]>();

  for (const [index, { release }] of addon.candidates.entries()) {
    const state = index + 1;
    byCandidate.push(release === undefined || state === settled ? [] : listGroups(release, state));
  }

  function listGroups(release: AddonRelease, state: number): readonly Group[] {
    const found = new Set<Group>();
    for (const need of listNeeds(release)) {
      const key = toKey(release.catalog, need);
      let group = groups.get(key);
      if (group === undefined) {
        group = { need, catalog: release.catalog, candidates: [], made: undefined };
        groups.set(key, group);
      }
      if (found.has(group)) continue;
      found.add(group);
      group.candidates.push(state);
    }
    return [...found];
  }

  function* listNeeds(release: AddonRelease): Generator<Need> {
    for (const system of options.systems) {
      const range = release.requirements[system === 'kubevela' ? 'vela' : 'kubernetes'] ?? '';
      if (range !== '') yield { kind: 'requirement', system, range };
    }
    for (const { name, version = '' } of release.dependencies) {
      if (name !== release.name) yield { kind: 'need', on: name, range: version, uses: [] };
    }
    for (const { on, uses } of options.listSuspected(release)) yield { kind: 'need', on, range: '', uses };
  }

  function toClauses(candidate: number): readonly Clause<Fact>[] {
    const release = addon.candidates[candidate - 1]?.release;
    if (candidate === settled) return release === undefined ? [] : options.toStillNeeds(release);
    const clauses = (byCandidate[candidate] ?? []).map((group) => {
      group.made ??= { clause: options.toClause(group.need, group) };
      return group.made.clause;
    });
    return clauses.filter((clause) => clause !== undefined);
  }

  return (candidate) => {
    const before = made.get(candidate);
    if (before !== undefined) return before;
    const clauses = toClauses(candidate);
    made.set(candidate, clauses);
    return clauses;
  };
}

/** Texts of authors may hold anything, so the length says where one ends. */
function toKey(catalog: string, need: Need): string {
  if (need.kind === 'requirement') return `${need.system} ${need.range}`;
  const uses = need.uses.map(({ kind, name }) => `${kind}/${name}`).join(' ');
  return `${catalog} ${uses.length} ${uses}${need.on.length} ${need.on}${need.range}`;
}
