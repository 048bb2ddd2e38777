import type { DependencyGraph, Dependent, GraphEdge, GraphNode } from '../../../schemas/dependency-graph.ts';
import type { GraphLayout } from '../../context/graph-layout.ts';

const asked: GraphNode = {
  id: 'lantern',
  kind: 'addon',
  name: 'lantern',
  catalog: 'harbour',
  version: '2.0.0',
  state: 'asked',
  depth: 0,
};
const lens: GraphNode = { ...asked, id: 'lens', name: 'lens', version: '1.2.0', state: 'chosen', depth: 1 };
const oil: GraphNode = { id: 'oil', kind: 'addon', name: 'oil', state: 'missing', depth: 1 };
const met: GraphEdge = { from: 'lantern', to: 'lens', range: '>=1.2.0, <2', state: 'met' };
const missing: GraphEdge = {
  from: 'lantern',
  to: 'oil',
  state: 'missing',
  uses: [{ kind: 'component', name: 'barrel' }],
};

/** What a version needs: one addon that is there and one that is not. */
export const graph: DependencyGraph = {
  catalog: 'harbour',
  name: 'lantern',
  version: '2.0.0',
  direction: 'dependencies',
  nodes: [asked, lens, oil],
  edges: [met, missing],
  total: 3,
  deepest: 1,
  notices: [],
};

/** The same, laid out. */
export const layout: GraphLayout = {
  width: 520,
  height: 150,
  nodes: [
    { node: asked, x: 10, y: 45, width: 150, height: 52 },
    { node: lens, x: 350, y: 10, width: 150, height: 52 },
    { node: oil, x: 350, y: 85, width: 150, height: 52 },
  ],
  edges: [
    {
      edge: met,
      points: [
        { x: 160, y: 65 },
        { x: 350, y: 36 },
      ],
      label: { x: 255, y: 42, width: 100 },
    },
    {
      edge: missing,
      points: [
        { x: 160, y: 78 },
        { x: 350, y: 111 },
      ],
    },
  ],
};

/** Who needs a version: one whose range admits it and one whose range does not. */
export const dependents: readonly Dependent[] = [
  {
    catalog: 'harbour',
    name: 'pilot',
    latest: '1.0.0',
    needs: [
      { range: '>=2', versions: ['1.0.0'], admits: true },
      { range: '<2', versions: ['0.9.0', '0.8.0'], admits: false },
    ],
  },
  {
    catalog: 'workshop',
    name: 'buoy',
    needs: [{ range: '', versions: ['0.1.0'], admits: true, uses: [{ kind: 'component', name: 'beam' }] }],
  },
];
