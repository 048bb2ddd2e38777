import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MemberEdges, orderMembers } from './order-members.ts';

/** `a: b c ?d` = a declares b and c, and seems to need d. */
function toMembers(lines: readonly string[]): ReadonlyMap<string, MemberEdges> {
  return new Map(
    lines.map((line) => {
      const [name = '', rest = ''] = line.split(':');
      const targets = rest.split(' ').filter((target) => target !== '');
      return [
        name,
        {
          declared: new Set(targets.filter((target) => !target.startsWith('?'))),
          suspected: new Set(targets.filter((target) => target.startsWith('?')).map((target) => target.slice(1))),
        },
      ];
    }),
  );
}

test.each<{ readonly members: readonly string[]; readonly names: string; readonly cycles?: readonly string[] }>([
  { members: [], names: '' },
  { members: ['b', 'a'], names: 'a b' },
  { members: ['a: b', 'b: c', 'c'], names: 'c b a' },
  { members: ['a: z', 'b', 'z'], names: 'b z a' },
  { members: ['a: ?z', 'z'], names: 'z a' },
  { members: ['a: elsewhere'], names: 'a' },
  { members: ['a: a'], names: 'a', cycles: ['a a'] },
  { members: ['a: b', 'b: c', 'c: a', 'd: c', 'e'], names: 'a b c d e', cycles: ['a b c a'] },
  { members: ['b: c', 'c: b', 'a: b', 'x: y', 'y: x'], names: 'b c a x y', cycles: ['b c b', 'x y x'] },
  { members: ['a: b c', 'b: c', 'c: a'], names: 'a b c', cycles: ['a c a'] },
  { members: ['a: b', 'b: ?a'], names: 'b a' },
  { members: ['a: b', 'b: c', 'c: ?a'], names: 'c b a' },
])('$members are installed as $names', ({ members, names, cycles = [] }) => {
  const order = orderMembers(toMembers(members));
  expect(order.names.join(' ')).toBe(names);
  expect(order.cycles.map((cycle) => cycle.join(' '))).toEqual(cycles);
});

describe('whatever needs whom', () => {
  const graphs = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.boolean()), { maxLength: 24 }).map((edges) => {
    const names = Array.from({ length: 12 }, (_, index) => String.fromCharCode(97 + index));
    return new Map(
      names.map((name, index): readonly [string, MemberEdges] => {
        const own = edges.filter(([from]) => from === index);
        const pick = (suspected: boolean) =>
          new Set(own.filter((edge) => edge[2] === suspected).map(([, to]) => names[to] ?? ''));
        return [name, { declared: pick(false), suspected: pick(true) }];
      }),
    );
  });

  test('everybody stands once, after what it declares unless they need one another', () => {
    fc.assert(
      fc.property(graphs, (members) => {
        const { names } = orderMembers(members);
        expect(names.toSorted()).toEqual([...members.keys()]);
        for (const [name, { declared }] of members) {
          for (const to of declared) {
            if (to === name || reaches(members, to, name)) continue;
            expect(names.indexOf(to)).toBeLessThan(names.indexOf(name));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('each cycle is a way that exists, and there is one where somebody leads to itself', () => {
    fc.assert(
      fc.property(graphs, (members) => {
        const { cycles } = orderMembers(members);
        for (const cycle of cycles) {
          expect(cycle.at(0)).toBe(cycle.at(-1));
          for (const [index, name] of cycle.slice(0, -1).entries()) {
            expect(members.get(name)?.declared.has(cycle[index + 1] ?? '')).toBe(true);
          }
        }
        const looping = [...members.keys()].some((name) => reaches(members, name, name));
        expect(cycles.length > 0).toBe(looping);
      }),
      { numRuns: 300 },
    );
  });
});

/** By one declared step or more. */
function reaches(members: ReadonlyMap<string, MemberEdges>, from: string, to: string): boolean {
  const reached = new Set(members.get(from)?.declared);
  for (const name of reached) for (const next of members.get(name)?.declared ?? []) reached.add(next);
  return reached.has(to);
}
