import { findEntryOf, findTextOf, type LocatedObject, listItemsOf } from '../located/located-value.ts';
import { type EffectDetector, type FoundEffect, findComponentType, findKind } from './effect-scope.ts';
import {
  allowsEverything,
  findPolicyRule,
  findRoleRef,
  findWildcard,
  names,
  type PolicyRule,
  toPermission,
} from './policy-rules.ts';
import { sayEffect } from './say-effect.ts';

const roleKinds = ['Role', 'ClusterRole'];
/** Verbs that let an account give itself rights that it does not have. */
const escalatingVerbs = ['escalate', 'bind', 'impersonate'];
const readingVerbs = ['get', 'list', 'watch', '*'];

/** Rights that are given: bindings, roles, and the rules in them that are worth a look. */
export const detectPermissions: EffectDetector = function* detectPermissions(object) {
  yield* detectBinding(object);
  yield* detectRole(object);
  const rule = findPolicyRule(object);
  if (rule !== undefined) yield* detectRule(rule);
};

function* detectBinding(object: LocatedObject): Generator<FoundEffect> {
  const reference = findRoleRef(object);
  if (reference === undefined) return;
  const { entry, role } = reference;
  const isAdmin = role === 'cluster-admin';
  const kind = findTextOf(object, 'roleRef', 'kind');
  yield {
    kind: isAdmin ? 'cluster-admin' : 'rbac',
    severity: isAdmin ? 'danger' : 'plain',
    ...sayEffect({
      code: 'grant',
      accounts: listAccounts(object),
      role: { ...(kind === undefined ? {} : { kind }), name: role },
    }),
    place: entry.place,
  };
}

function listAccounts(object: LocatedObject): { kind?: string; name: string }[] {
  return listItemsOf(findEntryOf(object, 'subjects')?.value).flatMap((subject) => {
    const [kind, name] = [findTextOf(subject, 'kind'), findTextOf(subject, 'name')];
    return name === undefined ? [] : [{ ...(kind === undefined ? {} : { kind }), name }];
  });
}

function* detectRole(object: LocatedObject): Generator<FoundEffect> {
  const kind = findKind(object);
  const isRole = kind !== undefined && roleKinds.includes(kind);
  const isAccount = findComponentType(object) === 'service-account';
  if (!isRole && !isAccount) return;
  const rules = findEntryOf(object, ...(isRole ? ['rules'] : ['properties', 'privileges']));
  if (rules === undefined) return;
  const items = listItemsOf(rules.value);
  const count = items.every(({ kind }) => kind === 'object') ? items.length : undefined;
  yield {
    kind: 'rbac',
    severity: 'plain',
    ...sayEffect({ code: 'rules', ...(count === undefined ? {} : { count }) }),
    place: rules.place,
  };
}

function* detectRule(rule: PolicyRule): Generator<FoundEffect> {
  const said = sayEffect(toPermission(rule));
  const label = rule.at;
  const place = (findWildcard(rule.verbs) ?? findWildcard(rule.resources))?.place;
  if (place !== undefined) {
    const severity = allowsEverything(rule) || findWildcard(rule.verbs) !== undefined ? 'danger' : 'notice';
    yield { kind: 'wildcard-rule', severity, ...said, place, label };
  }
  const secrets = rule.resources.find((resource) => resource.value === 'secrets');
  if (secrets !== undefined && readingVerbs.some((verb) => names(rule.verbs, verb))) {
    yield { kind: 'secrets-access', severity: 'notice', ...said, place: secrets.place, label };
  }
  const escalating = rule.verbs.find(({ value: verb }) => escalatingVerbs.some((each) => each === verb));
  if (escalating !== undefined)
    yield { kind: 'escalation', severity: 'danger', ...said, place: escalating.place, label };
}
