import type { InstalledAddon, ResolveRequest, Want } from '../../schemas/resolution.ts';
import { type InputFault, RegistryError } from '../errors.ts';
import { compareText } from '../findings.ts';
import { findNearestWord } from '../nearest-word.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { findRangeFault } from './find-range-fault.ts';
import type { RequestWords } from './request-words.ts';
import type { AddonUniverse } from './types.ts';

/** An addon that is wanted, and where it comes from. */
export interface WantedAddon {
  readonly name: string;
  /** Each range once, ordered. */
  readonly wants: readonly Want[];
  /** Undefined: no catalog lists it, but the cluster has it. */
  readonly catalog: string | undefined;
  /** Whether the catalog was named and is not just the first that lists it. */
  readonly named: boolean;
  /** Other catalogs that list the name, when none was named. */
  readonly shadowed: readonly string[];
}

/** A request whose every part makes sense, independent of the order of its lists. */
export interface ReadRequest {
  /** By name. */
  readonly wanted: ReadonlyMap<string, WantedAddon>;
  readonly installed: ReadonlyMap<string, InstalledAddon>;
  /** Whether an installed addon may be moved to another version. */
  isMovable(name: string): boolean;
}

const maxWants = 1000;
const maxNameLength = 253;
const maxVersionLength = 256;
const maxSystemLength = 64;
/** Unknown names for which the nearest one is looked for: whoever has more of them has another problem than a slip. */
const maxGuesses = 5;

/** Reads a request against what is listed. Throws INPUT_INVALID, or ADDON_NOT_FOUND when only names are unknown; every fault has its JSON pointer. */
export function readRequest(universe: AddonUniverse, request: ResolveRequest, words: RequestWords): ReadRequest {
  const book = { universe, words };
  const invalid: InputFault[] = [];
  const unknown: InputFault[] = [];
  for (const system of ['vela', 'kubernetes'] as const) {
    if ((request[system] ?? '').length <= maxSystemLength) continue;
    invalid.push({ pointer: `/${system}`, message: words.versionLength(maxSystemLength) });
  }
  const installed = readInstalled(words, request.installed ?? [], invalid);
  const asked = new Map<string, Want[]>();
  if (request.want.length === 0) invalid.push({ pointer: '/want', message: words.nothing });
  if (request.want.length > maxWants) {
    invalid.push({ pointer: '/want', message: words.tooMany(maxWants) });
  }
  for (const [index, want] of request.want.slice(0, maxWants).entries()) {
    const pointer = `/want/${index}`;
    const fault = findWantFault(book, want, asked.get(want.name) ?? []);
    if (fault !== undefined) {
      invalid.push({ pointer: `${pointer}${fault.pointer}`, message: fault.message });
      continue;
    }
    const isInstalled = installed.has(want.name) && want.catalog === undefined;
    const message = isInstalled ? undefined : findNameFault(book, want, { guess: unknown.length < maxGuesses });
    if (message !== undefined) unknown.push({ pointer: `${pointer}/name`, message });
    asked.set(want.name, [...(asked.get(want.name) ?? []), want]);
  }
  throwFaults(words, invalid, unknown);
  const movable = new Set(request.upgrade ?? []);
  return {
    wanted: new Map(
      [...asked.keys()].sort(compareText).map((name) => [name, toWanted(universe, name, asked.get(name) ?? [])]),
    ),
    installed,
    isMovable: (name) => movable.has('*') || movable.has(name),
  };
}

/** Where names are looked up, and what is said of those that are not there. */
interface RequestBook {
  readonly universe: AddonUniverse;
  readonly words: RequestWords;
}

function throwFaults(words: RequestWords, invalid: readonly InputFault[], unknown: readonly InputFault[]): void {
  const faults = [...invalid, ...unknown];
  const [first] = faults;
  if (first === undefined) return;
  const code = invalid.length === 0 ? 'ADDON_NOT_FOUND' : 'INPUT_INVALID';
  const detail = faults.length === 1 ? first.message : words.faults(faults.length);
  throw new RegistryError(code, detail, { faults });
}

function findWantFault({ universe, words }: RequestBook, want: Want, others: readonly Want[]): InputFault | undefined {
  const { name, catalog, range = '' } = want;
  if (name === '' || name.length > maxNameLength) {
    return { pointer: '/name', message: words.nameLength(maxNameLength) };
  }
  const catalogs = universe.catalogs.map((each) => each.name);
  if (catalog !== undefined && !catalogs.includes(catalog)) {
    return { pointer: '/catalog', message: words.unknownCatalog(catalog, catalogs) };
  }
  const other = others.find((each) => each.catalog !== undefined && catalog !== undefined && each.catalog !== catalog);
  if (other?.catalog !== undefined && catalog !== undefined) {
    return { pointer: '/catalog', message: words.twoCatalogs(name, other.catalog, catalog) };
  }
  const places = catalog === undefined ? catalogs : [catalog];
  // The text of a listed version means that version, even when no range could be read so.
  const key = normalizeVersion(range);
  const isExact = places.some((place) => universe.listReleases(place, name).some((release) => release.key === key));
  const message = isExact ? undefined : findRangeFault(range, words);
  return message === undefined ? undefined : { pointer: '/range', message };
}

function findNameFault(
  { universe, words }: RequestBook,
  { name, catalog }: Want,
  { guess }: { readonly guess: boolean },
): string | undefined {
  const known = universe.catalogs.map((each) => each.name);
  const having = known.filter((each) => universe.listReleases(each, name).length > 0);
  if (catalog === undefined ? having.length > 0 : having.includes(catalog)) return undefined;
  const missing = words.unknownName(name, catalog);
  if (having.length > 0) return words.elsewhere(missing, having);
  const names = guess ? new Set(known.flatMap((each) => universe.listNames(each))) : [];
  const nearest = findNearestWord(name, names);
  if (nearest === undefined) return missing;
  const places = known.filter((each) => universe.listReleases(each, nearest).length > 0);
  return words.nearest(missing, nearest, places);
}

function toWanted(universe: AddonUniverse, name: string, wants: readonly Want[]): WantedAddon {
  const named = wants.find((want) => want.catalog !== undefined)?.catalog;
  const having = universe.catalogs
    .map((each) => each.name)
    .filter((catalog) => universe.listReleases(catalog, name).length > 0);
  const catalog = named ?? having[0];
  const byRange = new Map(wants.map((want) => [want.range ?? '', want]));
  const ranges = [...byRange.keys()].sort(compareText);
  return {
    name,
    wants: ranges.map((range) => ({
      name,
      ...(range === '' ? {} : { range }),
      ...(named === undefined ? {} : { catalog: named }),
    })),
    catalog,
    named: named !== undefined,
    shadowed: named === undefined ? having.slice(1) : [],
  };
}

function readInstalled(
  words: RequestWords,
  listed: readonly InstalledAddon[],
  invalid: InputFault[],
): ReadonlyMap<string, InstalledAddon> {
  const installed = new Map<string, InstalledAddon>();
  for (const [index, addon] of listed.entries()) {
    const fault = findInstalledFault(words, addon);
    if (fault !== undefined) {
      invalid.push({ pointer: `/installed/${index}${fault.pointer}`, message: fault.message });
      continue;
    }
    const before = installed.get(addon.name);
    if (before !== undefined && normalizeVersion(before.version) !== normalizeVersion(addon.version)) {
      const message = words.installedTwice(addon.name, before.version, addon.version);
      invalid.push({ pointer: `/installed/${index}/version`, message });
    } else if (before === undefined || compareText(toOrder(addon), toOrder(before)) < 0) {
      installed.set(addon.name, addon);
    }
  }
  return new Map([...installed].sort(([left], [right]) => compareText(left, right)));
}

function findInstalledFault(words: RequestWords, { name, version }: InstalledAddon): InputFault | undefined {
  if (name === '' || name.length > maxNameLength) {
    return { pointer: '/name', message: words.nameLength(maxNameLength) };
  }
  if (version !== '' && version.length <= maxVersionLength) return undefined;
  return { pointer: '/version', message: words.versionLength(maxVersionLength) };
}

/** Of two notes of one installed addon the same one counts wherever they stand. */
function toOrder({ catalog = '\uffff', version }: InstalledAddon): string {
  return `${catalog}\n${version}`;
}
