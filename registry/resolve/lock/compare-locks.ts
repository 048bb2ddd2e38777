import type { LockContent, LockMember } from '../../../schemas/lock.ts';

/** What lies between two locks; every list by name. */
export interface LockChanges {
  readonly added: readonly LockMember[];
  readonly removed: readonly LockMember[];
  /** Other version, other bytes or other catalog. */
  readonly moved: readonly { readonly name: string; readonly from: LockMember; readonly to: LockMember }[];
}

/** Compares which versions two locks pin; reasons that changed alone are no change of it. Both are canonical. */
export function compareLocks(before: LockContent, after: LockContent): LockChanges {
  const old = new Map(before.members.map((member) => [member.name, member]));
  const kept = new Set(after.members.map(({ name }) => name));
  const added: LockMember[] = [];
  const moved: { name: string; from: LockMember; to: LockMember }[] = [];
  for (const to of after.members) {
    const from = old.get(to.name);
    if (from === undefined) added.push(to);
    else if (from.version !== to.version || from.digest !== to.digest || from.catalog !== to.catalog) {
      moved.push({ name: to.name, from, to });
    }
  }
  return { added, removed: before.members.filter(({ name }) => !kept.has(name)), moved };
}
