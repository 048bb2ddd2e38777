import { findEntryOf, findTextOf, type LocatedObject, listItemsOf } from '../located/located-value.ts';
import { type EffectDetector, type FoundEffect, findComponentType, findKind } from './effect-scope.ts';
import {
  allowsEverything,
  describePolicyRule,
  findPolicyRule,
  findRoleRef,
  findWildcard,
  names,
  type PolicyRule,
} from './policy-rules.ts';

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
  const kind = findTextOf(object, 'roleRef', 'kind') ?? 'role';
  yield {
    kind: isAdmin ? 'cluster-admin' : 'rbac',
    severity: isAdmin ? 'danger' : 'plain',
    value: `${describeSubjects(object)} may do what ${kind} ${role} allows`,
    place: entry.place,
  };
}

function describeSubjects(object: LocatedObject): string {
  const subjects = listItemsOf(findEntryOf(object, 'subjects')?.value).flatMap((subject) => {
    const name = findTextOf(subject, 'name');
    return name === undefined ? [] : [`${findTextOf(subject, 'kind') ?? 'account'} ${name}`];
  });
  return subjects.length === 0 ? 'An account' : subjects.join(', ');
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
    value: count === undefined ? 'rules' : `${count} ${count === 1 ? 'rule' : 'rules'}`,
    place: rules.place,
  };
}

function* detectRule(rule: PolicyRule): Generator<FoundEffect> {
  const value = describePolicyRule(rule);
  const label = rule.at;
  const place = (findWildcard(rule.verbs) ?? findWildcard(rule.resources))?.place;
  if (place !== undefined) {
    const severity = allowsEverything(rule) || findWildcard(rule.verbs) !== undefined ? 'danger' : 'notice';
    yield { kind: 'wildcard-rule', severity, value, place, label };
  }
  const secrets = rule.resources.find((resource) => resource.value === 'secrets');
  if (secrets !== undefined && readingVerbs.some((verb) => names(rule.verbs, verb))) {
    yield { kind: 'secrets-access', severity: 'notice', value, place: secrets.place, label };
  }
  const escalating = rule.verbs.find(({ value: verb }) => escalatingVerbs.some((each) => each === verb));
  if (escalating !== undefined) yield { kind: 'escalation', severity: 'danger', value, place: escalating.place, label };
}
