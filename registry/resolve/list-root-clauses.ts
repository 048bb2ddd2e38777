import type { ResolveRequest } from '../../schemas/resolution.ts';
import type { Admission } from './create-admission.ts';
import type { PackageEntry, PackageTable } from './create-package-table.ts';
import type { ReadRequest } from './read-request.ts';
import { createStateSet, type StateSet, toComplement } from './solver/state-set.ts';
import type { Clause } from './solver/types.ts';
import { getSystemVersion, systemSize } from './system-states.ts';
import type { Fact, SystemName } from './types.ts';

export interface RootClausesOptions {
  readonly read: ReadRequest;
  readonly request: ResolveRequest;
  /** Those that are compared with anything. */
  readonly systems: readonly SystemName[];
  readonly table: PackageTable;
  readonly admission: Admission;
}

/** What holds from the start: the system is what it is, what is wanted is there in its ranges, and what is installed stays, or at least does not go. */
export function listRootClauses(options: RootClausesOptions): readonly Clause<Fact>[] {
  const { read, request, systems, table, admission } = options;
  const clauses: Clause<Fact>[] = [];
  const add = (entry: PackageEntry, allowed: StateSet, fact: Fact) => {
    const size = entry.kind === 'system' ? systemSize : entry.addon.candidates.length + 1;
    clauses.push({ terms: [{ package: entry.number, states: toComplement(allowed, size) }], fact });
  };
  for (const system of systems) {
    const version = getSystemVersion(request, system);
    add(table.ofSystem(system), createStateSet(systemSize, [1]), { kind: 'system', system, version });
  }
  for (const { name, wants, catalog, named } of read.wanted.values()) {
    const entry = table.ofAddon(name);
    const place = { catalogs: catalog === undefined ? [] : [catalog], named };
    for (const want of wants) {
      add(entry, admission.admitWanted(entry.addon, want.range ?? '', place), { kind: 'want', want });
    }
  }
  for (const [name, installed] of read.installed) {
    const entry = table.ofAddon(name);
    const size = entry.addon.candidates.length + 1;
    if (read.isMovable(name)) {
      // What is wanted too is held to the ranges that were asked for, which may name what is not served to everybody.
      const anything = toComplement(createStateSet(size, [0]), size);
      const allowed = read.wanted.has(name) ? anything : admission.admitMoved(entry.addon);
      add(entry, allowed, { kind: 'installed', installed, movable: true });
    } else {
      const { installed: state } = entry.addon;
      add(entry, createStateSet(size, state === undefined ? [] : [state]), { kind: 'installed', installed });
    }
  }
  return clauses;
}
