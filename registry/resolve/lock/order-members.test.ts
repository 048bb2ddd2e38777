import { describe, expect, test } from 'vitest';
import { aLock, aMember } from '../../../test/support/a-lock.ts';
import { orderMembers } from './order-members.ts';

describe('install order', () => {
  test('what is needed, also silently, stands before what needs it', () => {
    expect(orderMembers(aLock())).toEqual(['dex', 'fluxcd', 'prism', 'grafana']);
  });

  test('addons that need one another have an order all the same', () => {
    const circle = ['a', 'b', 'c'].map((name, index) =>
      aMember({ name, dependencies: [{ name: ['b', 'c', 'a'][index] ?? '' }] }),
    );
    expect(orderMembers({ members: circle })).toEqual(['c', 'b', 'a']);
    expect(orderMembers({ members: [...circle].reverse() })).toEqual(['c', 'b', 'a']);
  });

  test('a chain of 2000 does not overflow', () => {
    const members = Array.from({ length: 2000 }, (_, index) =>
      aMember({
        name: `a${String(index).padStart(4, '0')}`,
        dependencies: [{ name: `a${String(index + 1).padStart(4, '0')}` }],
      }),
    );
    expect(orderMembers({ members })[0]).toBe('a1999');
  });
});
