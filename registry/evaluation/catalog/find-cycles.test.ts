import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DependencyNode, findCycles } from './find-cycles.ts';

function graphOf(text: string): readonly DependencyNode[] {
  return text.split('; ').map((part) => {
    const [name = '', dependencies = ''] = part.split(' > ');
    return { name, dependencies: dependencies.split(' ').filter(Boolean) };
  });
}

test.each([
  ['a > b; b > c; c', {}],
  ['a > b; b > a', { a: 'a b a', b: 'b a b' }],
  ['a > b; b > c; c > a', { a: 'a b c a', b: 'b c a b', c: 'c a b c' }],
  ['a > b c; b > c; c > a', { a: 'a c a', b: 'b c a b', c: 'c a c' }],
  // On the way to a cycle, and behind one, is on none.
  ['in > a; a > b out; b > a; out', { a: 'a b a', b: 'b a b' }],
  ['a > b; b > a between; between > c; c > d; d > c', { a: 'a b a', b: 'b a b', c: 'c d c', d: 'd c d' }],
  ['a > a', {}],
  ['a > a b; b > a', { a: 'a b a', b: 'b a b' }],
  ['a > nowhere', {}],
])('%s', (graph, cycles) => {
  const found = Object.fromEntries([...findCycles(graphOf(graph))].map(([name, path]) => [name, path.join(' ')]));
  expect(found).toEqual(cycles);
});

test('who can reach itself has a way back that exists, whatever the order', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const graph = fc.uniqueArray(fc.record({ name, dependencies: fc.array(name, { maxLength: 3 }) }), {
    selector: (node) => node.name,
  });
  fc.assert(
    fc.property(graph, (nodes) => {
      const cycles = findCycles(nodes);
      const next = new Map<string, readonly string[]>(
        nodes.map((node) => [node.name, node.dependencies.filter((each) => each !== node.name)]),
      );
      for (const node of nodes) {
        const reached = new Set(next.get(node.name));
        for (const each of reached) for (const more of next.get(each) ?? []) reached.add(more);
        expect(cycles.has(node.name)).toBe(reached.has(node.name));
      }
      for (const path of cycles.values()) {
        for (const [index, step] of path.slice(1).entries()) expect(next.get(path[index] ?? '')).toContain(step);
      }
      expect([...findCycles(nodes.toReversed())]).toEqual([...cycles]);
    }),
  );
});

test('a long chain is looked at for a short time, and has no cycle', () => {
  const nodes = Array.from({ length: 20_000 }, (_, index) => ({ name: `a${index}`, dependencies: [`a${index + 1}`] }));
  expect(findCycles(nodes).size).toBe(0);
});

test('a catalog of nothing but one long cycle is looked at for a short time', () => {
  const nodes = Array.from({ length: 20_000 }, (_, index) => ({
    name: `a${index}`,
    dependencies: [`a${(index + 1) % 20_000}`],
  }));
  const cycles = findCycles(nodes);
  expect(cycles.size).toBeGreaterThan(0);
  expect(cycles.size).toBeLessThan(20);
});
