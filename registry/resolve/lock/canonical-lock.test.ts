import { describe, expect, test } from 'vitest';
import type { LockContent } from '../../../schemas/lock.ts';
import { aLock, aMember } from '../../../test/support/a-lock.ts';
import { toLockId } from './canonical-lock.ts';

describe('the id', () => {
  test('does not depend on the order of members, reasons and keys', () => {
    const lock = aLock();
    const shuffled = {
      ...lock,
      members: [...lock.members].reverse().map((member) => Object.fromEntries(Object.entries(member).reverse())),
    };
    expect(
      toLockId({ ...shuffled, format: 1, members: shuffled.members.map((each) => aMember({ name: '', ...each })) }),
    ).toBe(toLockId(lock));
  });

  test('takes an empty range for none', () => {
    const [first, ...rest] = aLock().members;
    if (first === undefined) throw new Error('a lock has members');
    const empty = { ...first, want: { range: '' }, requirements: { vela: '' } };
    const none = { ...first, want: {}, requirements: {} };
    expect(toLockId(aLock({ members: [empty, ...rest] }))).toBe(toLockId(aLock({ members: [none, ...rest] })));
  });

  test.each<[string, Partial<LockContent>]>([
    ['another KubeVela', { vela: '1.9.13' }],
    ['no Kubernetes', { kubernetes: '' }],
    ['a member less', { members: aLock().members.slice(1) }],
    ['what is outside', { outside: [{ name: 'vegeta', version: '3' }] }],
    [
      'a reason that is only suspected',
      {
        members: aLock().members.map((member) =>
          member.name === 'dex' ? { ...member, requiredBy: [{ name: 'grafana', suspected: true }] } : member,
        ),
      },
    ],
  ])('changes with %s', (_name, change) => {
    expect(toLockId(aLock(change))).not.toBe(toLockId(aLock()));
  });
});
