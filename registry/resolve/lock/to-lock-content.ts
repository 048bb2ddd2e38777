import { type LockContent, lockFormat } from '../../../schemas/lock.ts';
import type { Plan } from '../../../schemas/resolution.ts';
import { toCanonicalLock } from './canonical-lock.ts';

/** Pins a plan: each member that a catalog has with its digest, the rest (what the cluster has from elsewhere) by name and version beside them. */
export function toLockContent(plan: Plan): LockContent {
  const members: LockContent['members'] = [];
  const outside: NonNullable<LockContent['outside']> = [];
  for (const member of plan.members) {
    const { catalog, name, version, digest, treeDigest, want } = member;
    if (digest === undefined || treeDigest === undefined) {
      outside.push({ name, version });
      continue;
    }
    members.push({
      catalog,
      name,
      version,
      digest,
      treeDigest,
      ...(want === undefined ? {} : { want }),
      requiredBy: member.requiredBy,
      dependencies: member.dependencies,
      requirements: member.requirements,
    });
  }
  return toCanonicalLock({
    format: lockFormat,
    ...(plan.vela === undefined ? {} : { vela: plan.vela }),
    ...(plan.kubernetes === undefined ? {} : { kubernetes: plan.kubernetes }),
    members,
    outside,
  });
}
