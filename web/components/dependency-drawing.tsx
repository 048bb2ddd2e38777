import type { VNode } from 'preact';
import type { DependencyGraph, GraphEdge, GraphNode } from '../../schemas/dependency-graph.ts';
import { type GraphLayout, type PlacedEdge, type PlacedNode, toDrawnText } from '../context/graph-layout.ts';
import type { PageContext } from '../context/page-context.ts';

interface DependencyDrawingProps {
  readonly context: PageContext;
  readonly graph: DependencyGraph;
  readonly layout: GraphLayout;
}

/** A graph as a picture whose nodes are links. What it says stands in the lists too, so edges are passed over by screen readers. */
export function DependencyDrawing({ context, graph, layout }: DependencyDrawingProps): VNode {
  const text = context.strings.dependencies;
  const { width, height } = layout;
  return (
    <figure class="graph" data-graph>
      <div class="graph-tools">
        <button type="button" data-zoom="in" hidden aria-label={text.zoomIn}>
          +
        </button>
        <button type="button" data-zoom="out" hidden aria-label={text.zoomOut}>
          −
        </button>
        <button type="button" data-zoom="fit" hidden>
          {text.zoomFit}
        </button>
        <Legend context={context} graph={graph} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="graph-view" data-graph-view tabIndex={0} aria-label={text.drawing}>
        <svg class="graph-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{text.drawingOf(graph.name, graph.version, graph.direction)}</title>
          <desc>{text.drawingText}</desc>
          <defs>
            {(['met', 'conflict'] as const).map((kind) => (
              <marker
                key={kind}
                id={`graph-arrow-${kind}`}
                class={`graph-arrow graph-arrow-${kind}`}
                viewBox="0 0 8 8"
                refX="8"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                orient="auto-start-reverse"
              >
                <path d="M0 0 8 4 0 8z" />
              </marker>
            ))}
          </defs>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <g aria-hidden="true">
            {layout.edges.map((placed, index) => (
              <Edge key={index} placed={placed} />
            ))}
          </g>
          {layout.nodes.map((placed) => (
            <Node key={placed.node.id} context={context} placed={placed} />
          ))}
        </svg>
      </section>
    </figure>
  );
}

function Edge({ placed: { edge, points, label } }: { placed: PlacedEdge }): VNode {
  const tone = edge.state === 'met' ? 'met' : 'conflict';
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g class={`graph-edge graph-edge-${tone}${edge.uses === undefined ? '' : ' graph-edge-suspected'}`}>
      <path d={path} marker-end={`url(#graph-arrow-${tone})`} />
      {label !== undefined && edge.range !== undefined && (
        <>
          <rect x={label.x - label.width / 2} y={label.y - 8} width={label.width} height={16} />
          <text x={label.x} y={label.y + 4} text-anchor="middle">
            {toDrawnText(edge.range)}
          </text>
        </>
      )}
      <title>{toEdgeTitle(edge)}</title>
    </g>
  );
}

function toEdgeTitle({ from, to, range = '', text }: GraphEdge): string {
  return text ?? `${from} → ${to} ${range}`.trim();
}

function Node({ context, placed }: { context: PageContext; placed: PlacedNode }): VNode {
  const { node, x, y, width, height } = placed;
  const { catalog, name, version, state } = node;
  const words = (
    <>
      <title>{version === undefined ? name : `${name} ${version}`}</title>
      <rect x={x} y={y} width={width} height={height} rx="6" />
      <text class="graph-name" x={x + width / 2} y={y + 20} text-anchor="middle">
        {toDrawnText(name)}
      </text>
      <text class="graph-version" x={x + width / 2} y={y + 37} text-anchor="middle">
        {toDrawnText(version ?? toStateWord(context, node))}
      </text>
    </>
  );
  const kind = `graph-node graph-node-${state}`;
  if (catalog === undefined || state === 'asked') return <g class={kind}>{words}</g>;
  const href =
    version === undefined
      ? context.links.addon(catalog, name)
      : context.links.version({ catalog, name, version }, 'dependencies');
  return (
    <a class={kind} href={href}>
      {words}
    </a>
  );
}

function toStateWord({ strings }: PageContext, { state }: GraphNode): string {
  const text = strings.dependencies;
  return state === 'missing' ? text.missing : text.noneFits;
}

/** What the lines of the drawing mean, as far as it has such. */
function Legend({ context, graph }: Omit<DependencyDrawingProps, 'layout'>): VNode | null {
  const text = context.strings.dependencies;
  const entries = [
    ...(graph.edges.some(({ uses }) => uses !== undefined) ? [['suspected', text.legendSuspected] as const] : []),
    ...(graph.edges.some(({ state }) => state !== 'met') ? [['conflict', text.legendConflict] as const] : []),
  ];
  if (entries.length === 0) return null;
  return (
    <ul class="graph-legend">
      {entries.map(([kind, words]) => (
        <li key={kind} class={`graph-legend-${kind}`}>
          {words}
        </li>
      ))}
    </ul>
  );
}
