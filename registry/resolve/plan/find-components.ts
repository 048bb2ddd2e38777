/** A graph by names: to whom each name leads. Names that are no key of it are ignored. */
export type NameGraph = ReadonlyMap<string, Iterable<string>>;

/**
 * Strongly connected components (Tarjan's algorithm, without recursion): names that lead to one another stand together, ordered.
 * A component stands after those that it leads to.
 */
export function findComponents(graph: NameGraph): readonly (readonly string[])[] {
  const components: string[][] = [];
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();

  function enter(name: string): { readonly name: string; readonly edges: Iterator<string> } {
    const index = indexes.size;
    indexes.set(name, index);
    lows.set(name, index);
    stack.push(name);
    onStack.add(name);
    return { name, edges: (graph.get(name) ?? [])[Symbol.iterator]() };
  }

  function lower(name: string, to: number): void {
    lows.set(name, Math.min(lows.get(name) ?? to, to));
  }

  for (const root of [...graph.keys()].sort()) {
    if (indexes.has(root)) continue;
    const path = [enter(root)];
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      const { name, edges } = place;
      const next = edges.next();
      if (next.done !== true) {
        const to = next.value;
        if (!graph.has(to)) continue;
        const index = indexes.get(to);
        if (index === undefined) path.push(enter(to));
        else if (onStack.has(to)) lower(name, index);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.name, lows.get(name) ?? 0);
      if (lows.get(name) !== indexes.get(name)) continue;
      const members = stack.splice(stack.lastIndexOf(name));
      for (const member of members) onStack.delete(member);
      components.push(members.sort());
    }
  }
  return components;
}
