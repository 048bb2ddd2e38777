import { expect, test } from 'vitest';
import { aLock, aMember } from '../../../test/support/a-lock.ts';
import { compareLocks } from './compare-locks.ts';

test('two locks differ in what was added, removed and moved, not in reasons alone', () => {
  const before = aLock();
  const after = aLock({
    members: [
      ...before.members
        .filter(({ name }) => name !== 'prism')
        .map((member) => (member.name === 'dex' ? { ...member, catalog: 'team' } : { ...member, requiredBy: [] })),
      aMember({ name: 'velaux', version: '1.9.0' }),
    ],
  });
  const { added, removed, moved } = compareLocks(before, after);
  expect([added, removed, moved].map((each) => each.map(({ name }) => name))).toEqual([['velaux'], ['prism'], ['dex']]);
  expect(moved[0]?.to.catalog).toBe('team');
});
