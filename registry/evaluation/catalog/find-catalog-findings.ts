import type { Finding } from '../../../schemas/finding.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { compareFindings, compareText } from '../../findings.ts';
import type { LineFacts } from '../types.ts';
import { isBuiltinDefinition } from '../uses/builtin-definitions.ts';
import { createCatalogFinding } from './catalog-rules.ts';
import { findCycles } from './find-cycles.ts';

/** The newest version of one addon of one catalog, with what its evaluation brought. */
export interface CatalogMember {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
  /** Names of the addons that its metadata declares. */
  readonly dependencies: readonly string[];
  readonly facts: Pick<LineFacts, 'definitions' | 'uses'>;
}

/** What is wrong with one member in the company of the others. */
export interface CatalogFindings {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
  readonly findings: readonly Finding[];
}

/**
 * Judges the newest versions of all addons together: definitions that two addons own, uses of definitions whose owner is no
 * dependency, however far, and dependencies that lead back within a catalog. Members without findings are left out. The order of the members makes no difference.
 */
export function findCatalogFindings(members: readonly CatalogMember[], line: ReleaseLine): readonly CatalogFindings[] {
  const owners = listOwners(members);
  const dependencies = new Map<string, Set<string>>();
  for (const { name, dependencies: own } of members) {
    const known = dependencies.get(name) ?? new Set();
    for (const dependency of own) known.add(dependency);
    dependencies.set(name, known);
  }
  const cycles = new Map([...groupByCatalog(members)].map(([catalog, own]) => [catalog, findCycles(own)]));
  return members.flatMap((member) => {
    const findings = [
      ...listOwnedTwice(member, owners),
      ...listUndeclared(member, { owners, dependencies, line }),
      ...listCycle(cycles.get(member.catalog)?.get(member.name)),
    ];
    if (findings.length === 0) return [];
    const { catalog, name, version } = member;
    return [{ catalog, name, version, findings: findings.sort(compareFindings) }];
  });
}

/** Names of addons, sorted, by the kind and name of a definition. One addon in two catalogs is one owner. */
type Owners = ReadonlyMap<string, readonly string[]>;

function listOwners(members: readonly CatalogMember[]): Owners {
  const owners = new Map<string, Set<string>>();
  for (const { name, facts } of members) {
    for (const definition of facts.definitions) {
      const key = toKey(definition);
      const known = owners.get(key) ?? new Set();
      known.add(name);
      owners.set(key, known);
    }
  }
  return new Map([...owners].map(([key, names]) => [key, [...names].sort(compareText)]));
}

function toKey({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind}/${name}`;
}

function listOwnedTwice({ name, facts }: CatalogMember, owners: Owners): readonly Finding[] {
  return facts.definitions.flatMap((definition) => {
    const others = (owners.get(toKey(definition)) ?? []).filter((owner) => owner !== name);
    if (others.length === 0) return [];
    const message = `The ${definition.kind} \`${definition.name}\` is also brought by ${join(others)}.`;
    return [createCatalogFinding('definition/owned-twice', { file: definition.file, message })];
  });
}

interface Company {
  readonly owners: Owners;
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly line: ReleaseLine;
}

function listUndeclared(member: CatalogMember, { owners, dependencies, line }: Company): readonly Finding[] {
  const near = listReachable(member.name, dependencies);
  return member.facts.uses.flatMap(({ kind, name, conditional, ...place }) => {
    const addons = owners.get(toKey({ kind, name })) ?? [];
    // What nobody here owns may come from a registry that this one does not know.
    if (addons.length === 0 || addons.some((addon) => near.has(addon))) return [];
    if (isBuiltinDefinition(kind, name, line)) return [];
    const when = conditional ? 'is used under a condition' : 'is used';
    const message = `The ${kind} \`${name}\` ${when}; ${join(addons)} brings it and is no dependency.`;
    return [createCatalogFinding('definition/undeclared-dependency', { ...place, message })];
  });
}

function groupByCatalog(members: readonly CatalogMember[]): ReadonlyMap<string, readonly CatalogMember[]> {
  const groups = new Map<string, CatalogMember[]>();
  for (const member of members) {
    const group = groups.get(member.catalog);
    if (group === undefined) groups.set(member.catalog, [member]);
    else group.push(member);
  }
  return groups;
}

const maxStepsShown = 12;

function listCycle(path: readonly string[] | undefined): readonly Finding[] {
  if (path === undefined) return [];
  const steps = path.map((name) => `\`${name}\``);
  const shown = steps.length > maxStepsShown ? [...steps.slice(0, maxStepsShown - 2), '…', ...steps.slice(-1)] : steps;
  const message = `The dependencies lead back to the addon: ${shown.join(' -> ')}.`;
  return [createCatalogFinding('dependency/cycle', { file: 'metadata.yaml', message })];
}

/** The addon itself and everything it depends on, however far; cycles are followed once. */
function listReachable(start: string, dependencies: Company['dependencies']): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) for (const next of dependencies.get(name) ?? []) reached.add(next);
  return reached;
}

function join(addons: readonly string[]): string {
  const names = addons.map((addon) => `\`${addon}\``);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
