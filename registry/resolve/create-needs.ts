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
    const found: Group[] = [];
    const add = ({ need, key }: KeyedNeed) => {
      let group = groups.get(key);
      if (group === undefined) {
        group = { need, catalog: release.catalog, candidates: [], made: undefined };
        groups.set(key, group);
      }
      // Somebody may declare the same twice.
      if (group.candidates.at(-1) === state) return;
      group.candidates.push(state);
      found.push(group);
    };
    for (const each of listDeclared(release)) {
      if (each.need.kind === 'need' || options.systems.includes(each.need.system)) add(each);
    }
    for (const { on, uses } of options.listSuspected(release)) {
      add(toKeyed(release.catalog, { kind: 'need', on, range: '', uses }));
    }
    return found;
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

/** A need with a text that only equal needs of one catalog share. */
interface KeyedNeed {
  readonly need: Need;
  readonly key: string;
}

/** A universe lives longer than a request: what its versions declare is gone through once. */
const declared = new WeakMap<AddonRelease, readonly KeyedNeed[]>();

function listDeclared(release: AddonRelease): readonly KeyedNeed[] {
  const before = declared.get(release);
  if (before !== undefined) return before;
  const { catalog, requirements, dependencies } = release;
  const { vela = '', kubernetes = '' } = requirements;
  const needs: Need[] = [
    ...(vela === '' ? [] : [{ kind: 'requirement', system: 'kubevela', range: vela } as const]),
    ...(kubernetes === '' ? [] : [{ kind: 'requirement', system: 'kubernetes', range: kubernetes } as const]),
  ];
  for (const { name, version = '' } of dependencies) {
    if (name !== release.name) needs.push({ kind: 'need', on: name, range: version, uses: [] });
  }
  const made = needs.map((need) => toKeyed(catalog, need));
  declared.set(release, made);
  return made;
}

/** Texts of authors may hold anything, so the length says where one ends. */
function toKeyed(catalog: string, need: Need): KeyedNeed {
  if (need.kind === 'requirement') return { need, key: `${need.system} ${need.range}` };
  const uses = need.uses.map(({ kind, name }) => `${kind}/${name}`).join(' ');
  return { need, key: `${catalog} ${uses.length} ${uses}${need.on.length} ${need.on}${need.range}` };
}
