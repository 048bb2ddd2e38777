import type { LockContent, LockMember } from '../../../schemas/lock.ts';
import { compareText } from '../../findings.ts';

/**
 * Names of the members in install order: what is needed, suspected or declared, stands before what needs it, otherwise by name.
 * Where addons need one another the one that is met first by name stands last of them.
 */
export function orderMembers({ members }: Pick<LockContent, 'members'>): readonly string[] {
  const needs = toNeeds(members);
  const order = new Set<string>();
  const entered = new Set<string>();
  // Locks may be deep as well as long: an own stack does not overflow.
  for (const { name } of [...members].sort((left, right) => compareText(left.name, right.name))) {
    const stack = [{ name, rest: needs.get(name)?.values() }];
    if (entered.has(name)) continue;
    entered.add(name);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest?.next();
      if (next === undefined || next.done === true) {
        order.add(top.name);
        stack.pop();
      } else if (!entered.has(next.value)) {
        entered.add(next.value);
        stack.push({ name: next.value, rest: needs.get(next.value)?.values() });
      }
    }
  }
  return [...order];
}

/** Which members each member needs, by name. */
function toNeeds(members: readonly LockMember[]): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, Set<string>>(members.map(({ name }) => [name, new Set()]));
  for (const member of members) {
    for (const { name } of member.requiredBy) needs.get(name)?.add(member.name);
    for (const { name } of member.dependencies) if (needs.has(name)) needs.get(member.name)?.add(name);
  }
  return new Map([...needs].map(([name, needed]) => [name, [...needed].sort(compareText)]));
}
