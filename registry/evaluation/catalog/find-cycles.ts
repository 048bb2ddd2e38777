import { compareText } from '../../findings.ts';

/** An addon of one catalog and the names that it depends on. */
export interface DependencyNode {
  readonly name: string;
  readonly dependencies: readonly string[];
}

type Graph = ReadonlyMap<string, readonly string[]>;

// Far beyond every catalog that people keep; of a hostile one, not every cycle has to be told.
const maxVisits = 200_000;

/**
 * The shortest way from each addon over its dependencies back to itself, by name, both ends included. An addon that names itself is no cycle
 * here: a rule of its own tells that. Names that no node has lead nowhere. The order of the nodes makes no difference.
 */
export function findCycles(nodes: readonly DependencyNode[]): ReadonlyMap<string, readonly string[]> {
  const graph = keepEntangled(nodes);
  const cycles = new Map<string, readonly string[]>();
  const budget = { left: maxVisits };
  for (const name of graph.keys()) {
    const path = findWayBack(graph, name, budget);
    if (path !== undefined) cycles.set(name, path);
    if (budget.left <= 0) break;
  }
  return cycles;
}

/** The addons that can be on a cycle: some cycle leads to them, and they lead to one. */
function keepEntangled(nodes: readonly DependencyNode[]): Graph {
  const names = new Set(nodes.map(({ name }) => name));
  const graph = new Map(
    [...nodes]
      .sort((left, right) => compareText(left.name, right.name))
      .map(({ name, dependencies }) => {
        const others = [...new Set(dependencies)].filter((each) => each !== name && names.has(each));
        return [name, others.sort(compareText)] as const;
      }),
  );
  return turnAround(dropEnds(turnAround(dropEnds(graph))));
}

/** Leaves out, again and again, what leads nowhere any more. */
function dropEnds(graph: Graph): Graph {
  const arriving = turnAround(graph);
  const ways = new Map([...graph].map(([name, next]) => [name, next.length]));
  const ends = [...ways].filter(([, count]) => count === 0).map(([name]) => name);
  for (const end of ends) {
    ways.delete(end);
    for (const name of arriving.get(end) ?? []) {
      const left = (ways.get(name) ?? 0) - 1;
      ways.set(name, left);
      if (left === 0) ends.push(name);
    }
  }
  return new Map(
    [...graph].filter(([name]) => ways.has(name)).map(([name, next]) => [name, next.filter((each) => ways.has(each))]),
  );
}

function turnAround(graph: Graph): Graph {
  const turned = new Map([...graph.keys()].map((name): [string, string[]] => [name, []]));
  for (const [name, next] of graph) for (const each of next) turned.get(each)?.push(name);
  return turned;
}

/** Breadth first, so that the first way found is a shortest one, and the first of these by name. */
function findWayBack(graph: Graph, start: string, budget: { left: number }): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of graph.get(name) ?? []) {
      budget.left -= 1;
      if (next === start) return traceBack(cameFrom, name, start);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
    if (budget.left <= 0) return undefined;
  }
  return undefined;
}

function traceBack(cameFrom: ReadonlyMap<string, string>, last: string, start: string): readonly string[] {
  const path = [start];
  for (let name: string | undefined = last; name !== undefined && name !== start; name = cameFrom.get(name)) {
    path.push(name);
  }
  return [...path, start].reverse();
}
