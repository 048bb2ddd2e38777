import type { EffectPhrase } from '../../../schemas/effects.ts';
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

/** The parts of the rule: which verbs, on what, in which groups where it names one. */
export function toPermission({ groups, resources, verbs, paths }: PolicyRule): EffectPhrase {
  const named = listNames(groups).filter((group) => group !== '');
  return {
    code: 'permission',
    verbs: listNames(verbs),
    on: listNames([...resources, ...paths]),
    ...(named.length === 0 ? {} : { groups: named }),
  };
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

function listNames(list: readonly LocatedScalar[]): string[] {
  return list.map(({ value }) => String(value));
}

function listTexts(entry: LocatedEntry | undefined): readonly LocatedScalar[] {
  return listItemsOf(entry?.value).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item] : [],
  );
}
