import type { DependencyGraph, GraphNode } from '../../../schemas/dependency-graph.ts';
import { type GraphLayout, type PlacedEdge, toDrawnText } from '../../../web/context/graph-layout.ts';

/** Widths of a letter of the node's and the edge's type, which have a fixed pitch, in pixels. */
const nodeLetter = 7.9;
const edgeLetter = 6.7;
const nodePadding = 12;
const nodeHeight = 48;
const edgeLabelHeight = 16;
const margin = 8;

/** Lays a graph out with the addon that is asked about at the left. The layout library is loaded when first asked for. */
export async function layoutGraph({
  direction,
  nodes,
  edges,
}: Pick<DependencyGraph, 'direction' | 'nodes' | 'edges'>): Promise<GraphLayout> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const drawing = new Graph({ multigraph: true });
  const rankdir = direction === 'dependencies' ? 'LR' : 'RL';
  drawing.setGraph({ rankdir, nodesep: 16, ranksep: 56, edgesep: 12, marginx: margin, marginy: margin });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) drawing.setNode(node.id, { width: getNodeWidth(node), height: nodeHeight });
  for (const [index, { from, to, range }] of edges.entries()) {
    const label = range === undefined ? {} : { width: getWidth(range, edgeLetter), height: edgeLabelHeight };
    drawing.setEdge(from, to, { ...label, labelpos: 'c' }, String(index));
  }
  layout(drawing);
  const size = drawing.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width = 0, height = 0 } = drawing.node(node.id);
      return { node, width, height, x: round(x - width / 2), y: round(y - height / 2) };
    }),
    edges: edges.map((edge, index): PlacedEdge => {
      const { points = [], x, y, width = 0 } = drawing.edge(edge.from, edge.to, String(index));
      const placed = points.map((point: { readonly x: number; readonly y: number }) => toPoint(point.x, point.y));
      const hasLabel = edge.range !== undefined && x !== undefined && y !== undefined;
      return { edge, points: placed, ...(hasLabel ? { label: { ...toPoint(x, y), width: Math.ceil(width) } } : {}) };
    }),
  };
}

function getNodeWidth({ name, version = '' }: GraphNode): number {
  const longest = Math.max(getWidth(name, nodeLetter), getWidth(version, nodeLetter), getWidth('xxxxxxxx', nodeLetter));
  return Math.ceil(longest + 2 * nodePadding);
}

/** What lies beyond Latin is drawn twice as wide. */
function getWidth(text: string, letter: number): number {
  return [...toDrawnText(text)].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 * letter : letter), 0);
}

function toPoint(x: number, y: number) {
  return { x: round(x), y: round(y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
