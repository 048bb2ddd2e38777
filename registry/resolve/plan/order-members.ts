import { findComponents, type NameGraph } from './find-components.ts';

/** Who needs whom among the members of a plan. */
export interface MemberEdges {
  /** As declared. */
  readonly declared: ReadonlySet<string>;
  /** Without being declared. */
  readonly suspected: ReadonlySet<string>;
}

export interface MemberOrder {
  /** What is needed stands before what needs it; otherwise by name. */
  readonly names: readonly string[];
  /** Members that declare to need one another: one closed path for each group, from its first name and as short as it can be. */
  readonly cycles: readonly (readonly string[])[];
}

/** Orders members for installation. Members of a cycle stand together by name; where only suspicion closes a cycle, what is declared decides. */
export function orderMembers(members: ReadonlyMap<string, MemberEdges>): MemberOrder {
  const declared: NameGraph = new Map([...members].map(([name, edges]) => [name, edges.declared]));
  const all: NameGraph = new Map(
    [...members].map(([name, edges]) => [name, new Set([...edges.declared, ...edges.suspected])]),
  );
  const names = orderComponents(all).flatMap((component) =>
    component.length === 1 ? component : orderComponents(narrow(declared, component)).flat(),
  );
  const cycles = findComponents(declared)
    .map((component) => findClosedPath(narrow(declared, component)))
    .filter((path) => path !== undefined)
    .sort(([left = ''], [right = '']) => (left < right ? -1 : 1));
  return { names, cycles };
}

/** Components so that each stands after those it leads to; of those that may come next, the one with the first name. */
function orderComponents(graph: NameGraph): readonly (readonly string[])[] {
  const components = findComponents(graph).toSorted(([left = ''], [right = '']) => (left < right ? -1 : 1));
  const numbers = new Map(components.flatMap((names, number) => names.map((name) => [name, number] as const)));
  const waiting = components.map(() => new Set<number>());
  const waiters = components.map(() => new Set<number>());
  for (const [name, edges] of graph) {
    const number = numbers.get(name) ?? 0;
    for (const to of edges) {
      const other = numbers.get(to);
      if (other === undefined || other === number) continue;
      waiting[number]?.add(other);
      waiters[other]?.add(number);
    }
  }
  const ordered: (readonly string[])[] = [];
  const ready = components.flatMap((_, number) => (waiting[number]?.size === 0 ? [number] : []));
  while (ready.length > 0) {
    // Components are numbered by name; a plan has few members that are ready at once.
    ready.sort((left, right) => right - left);
    const number = ready.pop() ?? 0;
    ordered.push(components[number] ?? []);
    for (const waiter of waiters[number] ?? []) {
      waiting[waiter]?.delete(number);
      if (waiting[waiter]?.size === 0) ready.push(waiter);
    }
  }
  return ordered;
}

function narrow(graph: NameGraph, names: readonly string[]): NameGraph {
  const kept = new Set(names);
  return new Map(names.map((name) => [name, [...(graph.get(name) ?? [])].filter((to) => kept.has(to))]));
}

/** The shortest way from the first name back to itself; undefined when there is none. */
function findClosedPath(graph: NameGraph): readonly string[] | undefined {
  const [start] = graph.keys();
  if (start === undefined) return undefined;
  const paths = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [name, path] of paths) {
    for (const to of [...(graph.get(name) ?? [])].sort()) {
      if (to === start) return [...path, start];
      if (!paths.has(to)) paths.set(to, [...path, to]);
    }
  }
  return undefined;
}
