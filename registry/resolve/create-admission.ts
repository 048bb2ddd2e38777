import {
  type ComparedVersion,
  meetsRequirement,
  namesPrerelease,
  readComparedVersion,
  readRequirement,
} from '../version/check-sem-ver.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import type { AddonCandidates } from './list-addon-candidates.ts';
import { createStateSet, type StateSet } from './solver/state-set.ts';
import type { Candidate } from './types.ts';

export interface AdmissionOptions {
  /** Whether pre-releases count like any other version. */
  readonly prereleases: boolean;
  /** States that were asked to be kept, such as those of a lock. */
  listPreferred(addon: AddonCandidates): ReadonlySet<number>;
}

/** Which candidates a range admits. Equal questions are answered by the same set. */
export interface Admission {
  /** For a dependency: from those catalogs, and the installed version wherever it came from. */
  admitNeeded(addon: AddonCandidates, range: string, catalogs: readonly string[]): StateSet;
  /** For a want: as before, but the exact text of a version means that version, yanked or not. `named`: an installed version of another catalog does not count. */
  admitWanted(
    addon: AddonCandidates,
    range: string,
    place: { readonly catalogs: readonly string[]; readonly named: boolean },
  ): StateSet;
  /** For an installed addon that may be moved: what is served to everybody, what was asked to be kept, and the installed version itself. */
  admitMoved(addon: AddonCandidates): StateSet;
  /** Whether a range admits the version for the client, whatever its state and whatever else exists. */
  isInRange(version: string, range: string): boolean;
  /** Whether the version can be read and is no pre-release. */
  isStable(candidate: Candidate): boolean;
}

/** Answers which candidates a range admits, by KubeVela's own comparison, stable versions before pre-releases. */
export function createAdmission({ prereleases, listPreferred }: AdmissionOptions): Admission {
  const known = new Map<AddonCandidates, Map<string, StateSet>>();

  function admit(addon: AddonCandidates, range: string, places: Places): StateSet {
    const { candidates } = addon;
    const kept = listPreferred(addon);
    const requirement = readRequirement(range);
    if (!requirement.ok) return createStateSet(candidates.length + 1, []);
    const fits = (state: number): boolean => {
      const candidate = candidates[state - 1];
      if (candidate === undefined) return false;
      const met = meetsRequirement(toCompared(candidate), requirement.value);
      return met.ok && met.value;
    };
    const admitted: number[] = [];
    let anyStable = false;
    for (const state of listStatesOf(addon, places.catalogs)) {
      const candidate = candidates[state - 1];
      if (candidate === undefined || !isAvailable(addon, state) || !fits(state)) continue;
      admitted.push(state);
      anyStable ||= isOpen(candidate) && isStable(candidate);
    }
    const { installed } = addon;
    if (installed !== undefined && places.installed && !admitted.includes(installed) && fits(installed)) {
      admitted.push(installed);
    }
    const dropPrereleases = anyStable && !prereleases && !namesPrerelease(requirement.value);
    const left = dropPrereleases
      ? admitted.filter(
          (state) => candidates[state - 1]?.release?.prerelease !== true || state === installed || kept.has(state),
        )
      : admitted;
    return createStateSet(candidates.length + 1, left);
  }

  /** Yanked and quarantined versions are not, unless somebody has them. */
  function isAvailable(addon: AddonCandidates, state: number): boolean {
    const candidate = addon.candidates[state - 1];
    if (candidate === undefined) return false;
    if (state === addon.installed || isOpen(candidate)) return true;
    return listPreferred(addon).has(state) && candidate.release?.state !== 'quarantined';
  }

  function remember(addon: AddonCandidates, key: string, make: () => StateSet): StateSet {
    const sets = known.get(addon) ?? new Map<string, StateSet>();
    const made = sets.get(key) ?? make();
    known.set(addon, sets.set(key, made));
    return made;
  }

  return {
    admitNeeded(addon, range, catalogs) {
      const key = `need ${catalogs.join(' ')}\n${range}`;
      return remember(addon, key, () => admit(addon, range, { catalogs, installed: true }));
    },
    admitWanted(addon, range, { catalogs, named }) {
      return remember(addon, `want ${named} ${catalogs.join(' ')}\n${range}`, () => {
        const exact = findExact(addon, range, catalogs);
        if (exact !== undefined) return createStateSet(addon.candidates.length + 1, exact);
        return admit(addon, range, { catalogs, installed: !named || isOf(addon, catalogs) });
      });
    },
    admitMoved(addon) {
      const states = addon.candidates.map((_, index) => index + 1).filter((state) => isAvailable(addon, state));
      return createStateSet(addon.candidates.length + 1, states);
    },
    isInRange(version, range) {
      const requirement = readRequirement(range);
      if (!requirement.ok) return false;
      const met = meetsRequirement(readComparedVersion(version), requirement.value);
      return met.ok && met.value;
    },
    isStable,
  };
}

function isStable(candidate: Candidate): boolean {
  return !isPrereleaseOf(candidate) && toCompared(candidate).version.ok;
}

function isOpen({ release }: Candidate): boolean {
  return release?.state === 'active' || release?.state === 'deprecated';
}

interface Places {
  readonly catalogs: readonly string[];
  /** Whether the installed version counts wherever it came from. */
  readonly installed: boolean;
}

/** A version that is asked for by its very text; quarantined bytes cannot be had even so. */
function findExact(addon: AddonCandidates, range: string, catalogs: readonly string[]): readonly number[] | undefined {
  if (range === '') return undefined;
  for (const catalog of catalogs) {
    const state = addon.findState(catalog, range);
    if (state === undefined) continue;
    const isBlocked = addon.candidates[state - 1]?.release?.state === 'quarantined' && state !== addon.installed;
    return isBlocked ? [] : [state];
  }
  const { installed } = addon;
  const version = installed === undefined ? undefined : addon.candidates[installed - 1]?.version;
  if (installed === undefined || version === undefined) return undefined;
  return normalizeVersion(version) === normalizeVersion(range) ? [installed] : undefined;
}

function isOf({ candidates, installed }: AddonCandidates, catalogs: readonly string[]): boolean {
  const release = installed === undefined ? undefined : candidates[installed - 1]?.release;
  return release !== undefined && catalogs.includes(release.catalog);
}

function* listStatesOf({ ranges }: AddonCandidates, catalogs: readonly string[]): Generator<number> {
  for (const catalog of catalogs) {
    const range = ranges.get(catalog);
    if (range === undefined) continue;
    for (let state = range.first; state < range.first + range.count; state += 1) yield state;
  }
}

function isPrereleaseOf({ version, release }: Candidate): boolean {
  if (release !== undefined) return release.prerelease;
  const { version: read } = readComparedVersion(version);
  return read.ok && read.value.prerelease !== '';
}

/** A universe lives longer than a request: each of its versions is read once. */
const compared = new WeakMap<object, ComparedVersion>();

function toCompared({ version, release }: Candidate): ComparedVersion {
  if (release === undefined) return readComparedVersion(version);
  const before = compared.get(release);
  if (before !== undefined) return before;
  const made = readComparedVersion(version);
  compared.set(release, made);
  return made;
}
