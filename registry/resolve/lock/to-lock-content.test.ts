import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../schemas/resolution.ts';
import { aLock } from '../../../test/support/a-lock.ts';
import { toLockId } from './canonical-lock.ts';
import { toLockContent } from './to-lock-content.ts';

describe('a plan becomes a lock', () => {
  const { members } = aLock();
  const plan: Plan = {
    vela: '1.10.9',
    members: [...members].reverse().map((member) => ({
      ...member,
      action: 'install',
      state: 'active',
      suspected: [],
      passedOver: [{ version: '9.9.9', reason: 'yanked', text: 'it was withdrawn today' }],
    })),
    cycles: [],
    notices: [{ code: 'suspected', text: 'words that change' }],
    commands: { registry: [], registries: {}, enable: [] },
  };

  test('by name, without what changes from day to day', () => {
    const content = toLockContent(plan);
    expect(content.members.map(({ name }) => name)).toEqual(['dex', 'fluxcd', 'grafana', 'prism']);
    expect(JSON.stringify(content)).not.toMatch(/9\.9\.9|words that change|install/);
    expect(toLockId(content)).toBe(toLockId(aLock({ kubernetes: '' })));
  });

  test('what no catalog has stands beside the members', () => {
    const kept = plan.members.map(({ digest, treeDigest, ...member }) =>
      member.name === 'dex' ? { ...member, action: 'keep' as const } : { ...member, digest, treeDigest },
    );
    const content = toLockContent({ ...plan, members: kept as Plan['members'] });
    expect(content.members.map(({ name }) => name)).toEqual(['fluxcd', 'grafana', 'prism']);
    expect(content.outside).toEqual([{ name: 'dex', version: 'v0.6.5' }]);
  });
});
