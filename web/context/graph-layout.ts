import type { GraphEdge, GraphNode } from '../../schemas/dependency-graph.ts';

/** A point of a drawing, in pixels from its upper left corner. */
export interface GraphPoint {
  readonly x: number;
  readonly y: number;
}

/** A node with the upper left corner of its box. */
export interface PlacedNode extends GraphPoint {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
}

/** An edge with the points that it runs through, the first at who needs and the last at what is needed. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly GraphPoint[];
  /** Middle and width of its label; absent when it has none. */
  readonly label?: GraphPoint & { readonly width: number };
}

/** A graph laid out. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Letters of a name or range that are drawn; the whole text stands beside it for whoever points at it. */
export const maxDrawnLetters = 28;

/** A text as a drawing shows it, shortened where it is long. */
export function toDrawnText(text: string): string {
  const letters = [...text];
  return letters.length <= maxDrawnLetters ? text : `${letters.slice(0, maxDrawnLetters - 1).join('')}…`;
}
