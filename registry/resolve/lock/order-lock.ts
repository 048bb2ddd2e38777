import type { LockContent } from '../../../schemas/lock.ts';
import { orderMembers } from '../plan/order-members.ts';

/** Names of the members in the install order of the plan that was pinned: what is needed stands before what needs it, otherwise by name. */
export function orderLock({ members }: Pick<LockContent, 'members'>): readonly string[] {
  const edges = new Map(
    members.map(({ name }) => [name, { declared: new Set<string>(), suspected: new Set<string>() }]),
  );
  for (const { name, requiredBy, dependencies } of members) {
    for (const requirer of requiredBy) {
      edges.get(requirer.name)?.[requirer.suspected === true ? 'suspected' : 'declared'].add(name);
    }
    for (const dependency of dependencies) edges.get(name)?.declared.add(dependency.name);
  }
  for (const { declared, suspected } of edges.values()) {
    for (const name of [...declared, ...suspected]) {
      if (edges.has(name)) continue;
      declared.delete(name);
      suspected.delete(name);
    }
  }
  return orderMembers(edges).names;
}
