import type { Dependency } from '../../schemas/addon.ts';
import { checkSemVer } from './check-sem-ver.ts';
import { sortVersionsDescending } from './order-versions.ts';
import { failure, type Result, success } from './result.ts';

/** What a client knows when it looks for a dependency. */
export interface DependencyContext {
  /** Version by addon name. */
  readonly installed: ReadonlyMap<string, string>;
  /** Versions by addon name, in any order. */
  readonly available: ReadonlyMap<string, readonly string[]>;
}

/**
 * The version of a dependency that a client installs, with its words when there is none
 * (`calculateDependencyVersionToInstall`, pkg/addon/addon.go): an installed version stays or fails, otherwise the
 * newest fitting one, pre-releases included. The text is canonical (`v1.2` becomes `1.2.0`) and may therefore not be
 * the one in the index.
 */
export function chooseDependencyVersion(dependency: Dependency, context: DependencyContext): Result<string> {
  const { name, version: constraint = '' } = dependency;
  if (name === '') return failure('dependency name cannot be empty');

  const installed = context.installed.get(name);
  if (installed !== undefined) {
    if (constraint === '' || isMatch(installed, constraint)) return success(installed);
    return failure(`addon ${name} version '${constraint}' does not match installed version '${installed}'`);
  }

  const available = context.available.get(name);
  if (available === undefined) return failure(`no available addon with name ${name}`);
  const sorted = sortVersionsDescending(available);
  const chosen = constraint === '' ? sorted[0] : sorted.find((version) => isMatch(version, constraint));
  if (chosen !== undefined) return success(chosen);
  // Without a constraint the client takes the first of no versions and crashes; this is the text it leaves.
  if (constraint === '') return failure('runtime error: index out of range [0] with length 0');
  return failure(
    `no available addon with name ${name} and version '${constraint}', available versions [${available.join(' ')}]`,
  );
}

/**
 * Whether every dependency of an addon has a version, with all failures in one text (`validateAddonDependencies`,
 * pkg/addon/addon.go).
 */
export function checkDependencies(
  addonName: string,
  dependencies: readonly Dependency[],
  context: DependencyContext,
): Result<true> {
  const failures: string[] = [];
  for (const dependency of dependencies) {
    const chosen = chooseDependencyVersion(dependency, context);
    if (!chosen.ok) {
      failures.push(`addon ${addonName} has unresolvable dependency ${dependency.name}: ${chosen.error}`);
    }
  }
  return failures.length === 0 ? success(true) : failure(failures.join('; '));
}

/**
 * Versions by addon name over two registries, as a client merges them (`mergeAddonInfoMaps`, pkg/addon/addon.go):
 * names of only one side keep their texts; for names of both sides the distinct texts become canonical, newest first,
 * and what cannot be read is lost.
 */
export function mergeAvailableVersions(
  existing: ReadonlyMap<string, readonly string[]>,
  added: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const merged = new Map(existing);
  for (const [name, versions] of added) {
    const known = existing.get(name);
    merged.set(name, known === undefined ? versions : sortVersionsDescending([...new Set([...known, ...versions])]));
  }
  return merged;
}

function isMatch(version: string, constraint: string): boolean {
  const match = checkSemVer(version, constraint);
  return match.ok && match.value;
}
