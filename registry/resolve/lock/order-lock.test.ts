import { describe, expect, test } from 'vitest';
import { aLock, aMember } from '../../../test/support/a-lock.ts';
import { orderLock } from './order-lock.ts';

describe('install order', () => {
  test('what is needed, also silently, stands before what needs it', () => {
    expect(orderLock(aLock())).toEqual(['dex', 'fluxcd', 'prism', 'grafana']);
  });

  test('addons that need one another have an order all the same', () => {
    const circle = ['a', 'b', 'c'].map((name, index) =>
      aMember({ name, dependencies: [{ name: ['b', 'c', 'a'][index] ?? '' }] }),
    );
    expect(orderLock({ members: circle })).toEqual(['a', 'b', 'c']);
    expect(orderLock({ members: [...circle].reverse() })).toEqual(['a', 'b', 'c']);
  });

  test('a chain of 2000 does not overflow', () => {
    const members = Array.from({ length: 2000 }, (_, index) =>
      aMember({
        name: `a${String(index).padStart(4, '0')}`,
        dependencies: [{ name: `a${String(index + 1).padStart(4, '0')}` }],
      }),
    );
    expect(orderLock({ members })[0]).toBe('a1999');
  });
});
