import type { EnginePosition } from '../../engine/types.ts';
import {
  findEntryOf,
  findTextOf,
  type LocatedEntry,
  type LocatedObject,
  type LocatedScalar,
  listItemsOf,
} from '../located/located-value.ts';

/** One rule of a Role, of a ClusterRole, or of the privileges of KubeVela's trait `service-account`. */
export interface PolicyRule {
  readonly groups: readonly LocatedScalar[];
  readonly resources: readonly LocatedScalar[];
  readonly verbs: readonly LocatedScalar[];
  readonly paths: readonly LocatedScalar[];
  /** Of the verbs. */
  readonly at: EnginePosition;
}

/** Reads an object as a rule of permissions; undefined when it is none. Rules of webhooks have operations instead of verbs. */
export function findPolicyRule(object: LocatedObject): PolicyRule | undefined {
  const verbs = findEntryOf(object, 'verbs');
  const resources = findEntryOf(object, 'resources');
  const paths = findEntryOf(object, 'nonResourceURLs');
  if (verbs === undefined || (resources === undefined && paths === undefined)) return undefined;
  return {
    groups: listTexts(findEntryOf(object, 'apiGroups')),
    resources: listTexts(resources),
    verbs: listTexts(verbs),
    paths: listTexts(paths),
    at: verbs.place,
  };
}

/** The `*` of a list; undefined when it has none. */
export function findWildcard(list: readonly LocatedScalar[]): LocatedScalar | undefined {
  return list.find(({ value }) => value === '*');
}

/** Whether the rule allows everything with everything, and so is cluster-admin by another name. */
export function allowsEverything({ groups, resources, verbs }: PolicyRule): boolean {
  return [groups, resources, verbs].every((list) => findWildcard(list) !== undefined);
}

/** The rule in words: `get, list on secrets`, `* on * in all groups`. */
export function describePolicyRule({ groups, resources, verbs, paths }: PolicyRule): string {
  const on = [...resources, ...paths].map(({ value }) => value).join(', ');
  const named = groups.filter(({ value }) => value !== '');
  if (named.length === 0) return `${words(verbs)} on ${on}`;
  return `${words(verbs)} on ${on} in ${findWildcard(groups) === undefined ? words(named) : 'all groups'}`;
}

/** Whether a list names a value. */
export function names(list: readonly LocatedScalar[], wanted: string): boolean {
  return list.some(({ value }) => value === wanted);
}

/** The role that a binding binds to, with the place of its name; undefined when the object is no binding. */
export function findRoleRef(
  object: LocatedObject,
): { readonly entry: LocatedEntry; readonly role: string } | undefined {
  const entry = findEntryOf(object, 'roleRef', 'name');
  const role = findTextOf(object, 'roleRef', 'name');
  return entry === undefined || role === undefined ? undefined : { entry, role };
}

function words(list: readonly LocatedScalar[]): string {
  return list.map(({ value }) => value).join(', ');
}

function listTexts(entry: LocatedEntry | undefined): readonly LocatedScalar[] {
  return listItemsOf(entry?.value).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item] : [],
  );
}
