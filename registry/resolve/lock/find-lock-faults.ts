import type { LockContent, LockMember } from '../../../schemas/lock.ts';

/** Where a content contradicts itself; `path` leads from the content to the part. */
export interface LockFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Finds what no plan would ever have written: a name twice, a reason that is none. An honest content has no fault. */
export function findLockFaults(content: Pick<LockContent, 'members' | 'outside'>): readonly LockFault[] {
  const byName = new Map<string, LockMember>();
  const faults: LockFault[] = [];
  for (const [index, member] of content.members.entries()) {
    if (byName.has(member.name)) {
      faults.push({
        path: ['members', index, 'name'],
        message: `${member.name} stands here twice; a lock has one version of an addon`,
      });
    } else byName.set(member.name, member);
  }
  const outside = new Set((content.outside ?? []).map(({ name }) => name));
  for (const [index, member] of content.members.entries()) {
    faults.push(
      ...findReasonFaults(member, { byName, outside }).map(({ path, message }) => ({
        path: ['members', index, ...path],
        message,
      })),
    );
  }
  return faults;
}

interface Company {
  readonly byName: ReadonlyMap<string, LockMember>;
  readonly outside: ReadonlySet<string>;
}

function findReasonFaults(member: LockMember, { byName, outside }: Company): readonly LockFault[] {
  if (member.want === undefined && member.requiredBy.length === 0) {
    return [{ path: ['name'], message: `nobody asked for ${member.name}, and nothing here needs it` }];
  }
  const faults: LockFault[] = [];
  for (const [index, { name, range, suspected }] of member.requiredBy.entries()) {
    const requirer = byName.get(name);
    const path = ['requiredBy', index];
    if (requirer === undefined) {
      if (!outside.has(name))
        faults.push({ path, message: `${member.name} is said to be needed by ${name}, which is not in this lock` });
      continue;
    }
    if (suspected === true) continue;
    const declared = requirer.dependencies.filter((dependency) => dependency.name === member.name);
    if (!declared.some((dependency) => (dependency.version ?? '') === (range ?? ''))) {
      faults.push({ path, message: `${member.name} is said to be needed by ${name}, which does not declare that` });
    }
  }
  return faults;
}
