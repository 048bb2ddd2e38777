import type { InstalledAddon } from '../../schemas/resolution.ts';
import { type AddonCandidates, listAddonCandidates } from './list-addon-candidates.ts';
import type { PackageNumber } from './solver/types.ts';
import type { AddonUniverse, SystemName } from './types.ts';

/** What stands behind the number of a package. */
export type PackageEntry =
  | { readonly kind: 'system'; readonly number: PackageNumber; readonly name: SystemName }
  | { readonly kind: 'addon'; readonly number: PackageNumber; readonly name: string; readonly addon: AddonCandidates };

/** Numbers packages as they are met. */
export interface PackageTable {
  ofSystem(name: SystemName): PackageEntry;
  ofAddon(name: string): PackageEntry & { readonly kind: 'addon' };
  /** Throws a bug error for a number that was never given. */
  getEntry(target: PackageNumber): PackageEntry;
  findSystem(name: string): PackageEntry | undefined;
  findAddon(name: string): PackageEntry | undefined;
}

/** Makes the table of one problem. An addon may be called like a part of the system: they are two packages. */
export function createPackageTable(
  universe: AddonUniverse,
  installed: ReadonlyMap<string, InstalledAddon>,
): PackageTable {
  const entries: PackageEntry[] = [];
  const systems = new Map<string, PackageEntry>();
  const addons = new Map<string, PackageEntry & { readonly kind: 'addon' }>();
  return {
    ofSystem(name) {
      const before = systems.get(name);
      if (before !== undefined) return before;
      const entry: PackageEntry = { kind: 'system', number: entries.length, name };
      entries.push(entry);
      systems.set(name, entry);
      return entry;
    },
    ofAddon(name) {
      const before = addons.get(name);
      if (before !== undefined) return before;
      const addon = listAddonCandidates(universe, name, installed.get(name));
      const entry = { kind: 'addon', number: entries.length, name, addon } as const;
      entries.push(entry);
      addons.set(name, entry);
      return entry;
    },
    getEntry(target) {
      const entry = entries[target];
      if (entry === undefined) throw new Error(`no package has the number ${target}`);
      return entry;
    },
    findSystem: (name) => systems.get(name),
    findAddon: (name) => addons.get(name),
  };
}
