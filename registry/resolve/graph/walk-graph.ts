import type { GraphEdge, GraphNode } from '../../../schemas/dependency-graph.ts';

/** A node before it is known how far away it is. */
export type WalkedNode = Omit<GraphNode, 'depth'>;

/** What the walk is told of one node: the edges that begin or end there, with the nodes at their other ends. */
export interface WalkedStep {
  readonly node: WalkedNode;
  readonly edge: GraphEdge;
}

export interface WalkOptions {
  readonly start: WalkedNode;
  /** Asked once for each node, nearest first. */
  listSteps(node: WalkedNode): readonly WalkedStep[];
  /** How many steps away nodes are shown; absent: all of them. */
  readonly depth?: number | undefined;
}

/** What a walk found, cut to what people can look at. */
export interface WalkedGraph {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
  readonly total: number;
  readonly deepest: number;
}

/** Nodes that are shown, and nodes that are walked over to count them. */
const maxShown = 200;
const maxWalked = 2_000;

/** Walks breadth first from one node, each node once, so that cycles end; shows the nearest nodes and every edge between them. */
export function walkGraph({ start, listSteps, depth = Number.POSITIVE_INFINITY }: WalkOptions): WalkedGraph {
  const walked = new Map<string, GraphNode>([[start.id, { ...start, depth: 0 }]]);
  const edges: GraphEdge[] = [];
  for (const node of walked.values()) {
    for (const step of listSteps(node)) {
      edges.push(step.edge);
      if (walked.has(step.node.id) || walked.size >= maxWalked) continue;
      walked.set(step.node.id, { ...step.node, depth: node.depth + 1 });
    }
  }
  const all = [...walked.values()];
  const nodes = all.filter((node) => node.depth <= depth).slice(0, maxShown);
  const shown = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    total: all.length,
    deepest: all.reduce((most, node) => Math.max(most, node.depth), 0),
  };
}
