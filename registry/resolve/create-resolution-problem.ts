import type { Language } from '../../schemas/language.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { compareText } from '../findings.ts';
import { readRequirement } from '../version/check-sem-ver.ts';
import { createAdmission } from './create-admission.ts';
import { createNeeds, type NeedsOptions } from './create-needs.ts';
import { createPackageTable } from './create-package-table.ts';
import { createScopes } from './create-scopes.ts';
import { createSuspicion } from './create-suspicion.ts';
import type { AddonCandidates } from './list-addon-candidates.ts';
import { listRootClauses } from './list-root-clauses.ts';
import { rankCandidates } from './rank-candidates.ts';
import { readRequest } from './read-request.ts';
import { requestWords } from './request-words.ts';
import { createStateSet, hasState, toComplement } from './solver/state-set.ts';
import type { Clause, PackageNumber } from './solver/types.ts';
import { admitSystem, getSystemVersion, listComparedSystems, systemSize } from './system-states.ts';
import type { AddonRelease, AddonUniverse, Fact, ResolutionProblem } from './types.ts';

/**
 * Makes a request ready for the solver: what is wanted, what is installed and what the system is as clauses that hold from the start, and what each version needs as clauses of its own.
 * Equal requests make equal problems, whatever the order of their lists. Throws INPUT_INVALID or ADDON_NOT_FOUND with JSON pointers.
 */
export function createResolutionProblem({
  universe,
  request,
  lang = 'en',
}: {
  readonly universe: AddonUniverse;
  readonly request: ResolveRequest;
  /** In which faults of the request are told. */
  readonly lang?: Language;
}): ResolutionProblem {
  const read = readRequest(universe, request, requestWords[lang]);
  const { wanted, installed, isMovable } = read;
  const prereleases = request.prereleases === true;
  const table = createPackageTable(universe, installed);
  const { listScope, findPlace } = createScopes(universe);
  const systems = listComparedSystems(request);
  const preferredByName = groupPreferred(request);
  const preferred = new Map<AddonCandidates, ReadonlySet<number>>();
  const admission = createAdmission({ prereleases, listPreferred });
  const listSuspected = createSuspicion({
    universe,
    rankOwner: (name) => (wanted.has(name) ? 0 : installed.has(name) ? 1 : 2),
    listScope,
    findPlace,
  });
  const needs = new Map<PackageNumber, (candidate: number) => readonly Clause<Fact>[]>();
  const ranks = new Map<PackageNumber, readonly number[]>();

  function listPreferred(addon: AddonCandidates): ReadonlySet<number> {
    const before = preferred.get(addon);
    if (before !== undefined) return before;
    const states = (preferredByName.get(addon.name) ?? [])
      .map(({ catalog, version }) => addon.findState(catalog, version))
      .filter((state) => state !== undefined);
    const made = new Set(states);
    preferred.set(addon, made);
    return made;
  }

  function toNeedCatalogs(catalog: string, on: string): readonly string[] {
    const place = findPlace(catalog, on);
    return place === undefined ? listScope(catalog) : [place];
  }

  function createNeedsOf(
    target: PackageNumber,
    addon: AddonCandidates,
  ): (candidate: number) => readonly Clause<Fact>[] {
    const toClause: NeedsOptions['toClause'] = (need, { candidates, catalog }) => {
      const who = { package: target, states: createStateSet(addon.candidates.length + 1, candidates) };
      if (need.kind === 'requirement') {
        const { system, range } = need;
        const allowed = admitSystem(getSystemVersion(request, system), range);
        // What is met needs no clause: the system is what it is.
        if (hasState(allowed, 1)) return undefined;
        const fact: Fact = { kind: 'requirement', addon: addon.name, candidates, system, range };
        const states = toComplement(allowed, systemSize);
        return { terms: [who, { package: table.ofSystem(system).number, states }], fact };
      }
      const { on, range, uses } = need;
      // The client refuses a dependency without a name, whatever there is.
      if (on === '') {
        return { terms: [who], fact: { kind: 'need', addon: addon.name, candidates, on, range, catalogs: [], uses } };
      }
      const catalogs = toNeedCatalogs(catalog, on);
      const other = table.ofAddon(on);
      const states = toComplement(
        admission.admitNeeded(other.addon, range, catalogs),
        other.addon.candidates.length + 1,
      );
      const fact: Fact = { kind: 'need', addon: addon.name, candidates, on, range, catalogs, uses };
      return { terms: [who, { package: other.number, states }], fact };
    };
    return createNeeds({
      package: target,
      addon,
      settled: wanted.has(addon.name) ? undefined : addon.installed,
      systems,
      listSuspected,
      toClause,
      toStillNeeds: (release) => toStillNeeds(target, addon, release),
    });
  }

  /** An installed addon breaks when another one moves out of its range; what the cluster has already is as it is. */
  function toStillNeeds(target: PackageNumber, addon: AddonCandidates, release: AddonRelease): readonly Clause<Fact>[] {
    const state = addon.installed;
    const note = installed.get(addon.name);
    if (state === undefined || note === undefined) return [];
    const clauses: Clause<Fact>[] = [];
    for (const { name: on, version: range = '' } of release.dependencies) {
      if (on === '' || on === addon.name || range === '' || !readRequirement(range).ok) continue;
      const other = table.ofAddon(on);
      const broken = other.addon.candidates.flatMap(({ version }, index) =>
        index + 1 === other.addon.installed || admission.isInRange(version, range) ? [] : [index + 1],
      );
      if (broken.length === 0) continue;
      clauses.push({
        terms: [
          { package: target, states: createStateSet(addon.candidates.length + 1, [state]) },
          { package: other.number, states: createStateSet(other.addon.candidates.length + 1, broken) },
        ],
        fact: { kind: 'still-needs', installed: note, on, range },
      });
    }
    return clauses;
  }

  const rootClauses = listRootClauses({ read, request, systems, table, admission });

  return {
    request,
    universe,
    solver: {
      countCandidates(target) {
        const entry = table.getEntry(target);
        return entry.kind === 'system' ? systemSize - 1 : entry.addon.candidates.length;
      },
      listRootClauses: () => rootClauses,
      listClauses(target, candidate) {
        const entry = table.getEntry(target);
        if (entry.kind === 'system') return [];
        const known = needs.get(target) ?? createNeedsOf(target, entry.addon);
        needs.set(target, known);
        return known(candidate);
      },
      compare(left, right) {
        const [one, other] = [table.getEntry(left), table.getEntry(right)];
        if (one.kind !== other.kind) return one.kind === 'system' ? -1 : 1;
        return compareText(one.name, other.name);
      },
      prefer(target, states) {
        const entry = table.getEntry(target);
        if (entry.kind === 'system') return hasState(states, 1) ? 1 : 2;
        const { addon, name } = entry;
        const keepInstalled = !(isMovable(name) && wanted.has(name));
        const ranked =
          ranks.get(target) ??
          rankCandidates(addon, {
            preferred: listPreferred(addon),
            keepInstalled,
            prereleases,
            isStable: admission.isStable,
          });
        ranks.set(target, ranked);
        const best = ranked.find((state) => hasState(states, state));
        if (best === undefined) throw new Error(`none of no states of ${name} can be preferred`);
        return best;
      },
    },
    getPackage(target) {
      const { kind, name } = table.getEntry(target);
      return { name, system: kind === 'system' };
    },
    findPackage: (name) => (table.findAddon(name) ?? table.findSystem(name))?.number,
    listCandidates(target) {
      const entry = table.getEntry(target);
      return entry.kind === 'system' ? [] : entry.addon.candidates;
    },
    listAllowed(on, range, catalogs) {
      const { addon } = table.ofAddon(on);
      const want = wanted.get(on);
      const isWant = want?.wants.some((each) => (each.range ?? '') === range) === true;
      if (isWant && (want.catalog === undefined || catalogs.includes(want.catalog))) {
        return admission.admitWanted(addon, range, { catalogs, named: want.named });
      }
      return admission.admitNeeded(addon, range, catalogs);
    },
  };
}

type Preferred = NonNullable<ResolveRequest['prefer']>[number];

function groupPreferred({ prefer = [] }: ResolveRequest): ReadonlyMap<string, readonly Preferred[]> {
  const groups = new Map<string, Preferred[]>();
  for (const each of prefer.toSorted((left, right) => compareText(left.catalog, right.catalog))) {
    groups.set(each.name, [...(groups.get(each.name) ?? []), each]);
  }
  return groups;
}
