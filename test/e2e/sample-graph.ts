import type { DependencyReader } from '../../registry/catalog/dependency-types.ts';
import type { Dependent, GraphEdge, GraphNode } from '../../schemas/dependency-graph.ts';
import { sampleConflict } from './sample-plans.ts';

type Drawn = Pick<GraphNode, 'name'> & Partial<GraphNode>;

function aNode({ name, ...rest }: Drawn): GraphNode {
  return { id: name, kind: 'addon', name, catalog: 'official', version: '1.0.0', state: 'chosen', depth: 1, ...rest };
}

const nowhere = 'an-addon-with-a-name-that-nobody-would-ever-read-to-its-very-end';

const nodes: readonly GraphNode[] = [
  aNode({ name: 'fluxcd', version: '2.4.0', state: 'asked', depth: 0 }),
  aNode({ name: 'grafana', version: '1.3.0' }),
  aNode({ name: 'helm-release', version: '1.3.0' }),
  { id: nowhere, kind: 'addon', name: nowhere, state: 'missing', depth: 1 },
  aNode({ name: 'loki', version: '1.6.0', depth: 2 }),
  { id: 'dex', kind: 'addon', name: 'dex', catalog: 'official', state: 'unfit', depth: 2 },
  { id: 'system:kubevela', kind: 'kubevela', name: 'KubeVela', version: '1.2.0', state: 'unfit', depth: 2 },
];

const edges: readonly GraphEdge[] = [
  { from: 'fluxcd', to: 'grafana', range: '>=1.0.0, <2.0.0', state: 'met' },
  { from: 'fluxcd', to: 'helm-release', state: 'met', uses: [{ kind: 'component', name: 'helm' }] },
  { from: 'fluxcd', to: nowhere, range: `>=1.0.0 ${'|| >=2.0.0 '.repeat(12)}`, state: 'missing' },
  { from: 'grafana', to: 'loki', state: 'met' },
  { from: 'loki', to: 'grafana', range: '>=1.0.0', state: 'met' },
  { from: 'grafana', to: 'dex', range: '>=9.0.0', state: 'conflict', text: 'grafana 1.3.0 needs dex >=9.0.0.' },
  {
    from: 'grafana',
    to: 'system:kubevela',
    range: '>=1.9.0',
    state: 'conflict',
    text: 'grafana 1.3.0 needs KubeVela.',
  },
];

const dependents: readonly Dependent[] = [
  {
    catalog: 'official',
    name: 'grafana',
    latest: '1.3.0',
    needs: [
      { range: '>=2.0.0, <3.0.0', versions: ['1.3.0', '1.2.0', '1.1.0'], admits: true },
      { range: '<2.0.0', versions: ['1.0.0'], admits: false },
    ],
  },
  {
    catalog: 'official',
    name: 'loki',
    latest: '1.6.0',
    needs: [{ range: '<2.0.0', versions: ['1.6.0'], admits: false }],
  },
  {
    catalog: 'team',
    name: 'internal-gateway',
    latest: '0.3.1',
    needs: [{ range: '', versions: ['0.3.1'], admits: true, uses: [{ kind: 'component', name: 'helm' }] }],
  },
];

/** fluxcd needs everything that can be drawn and fits together for no KubeVela 1.2.0; nothing else needs anything. */
export const sampleGraph: DependencyReader = {
  async getDependencyGraph({ catalog, addon, version, direction = 'dependencies', depth = 100, vela, kubernetes }) {
    const cluster = { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) };
    const head = { catalog, name: addon, version, direction, ...cluster };
    const asked = aNode({ name: addon, catalog, version, state: 'asked', depth: 0 });
    if (addon !== 'fluxcd') return { ...head, nodes: [asked], edges: [], total: 1, deepest: 0, notices: [] };
    if (direction === 'dependents') {
      const others = dependents.map(({ catalog: from, name }) => aNode({ name, catalog: from }));
      const lines = others.map(({ id }): GraphEdge => ({ from: id, to: addon, state: 'met' }));
      return { ...head, nodes: [asked, ...others], edges: lines, total: 4, deepest: 1, notices: [] };
    }
    const fits = vela !== '1.2.0';
    const shown = nodes.filter((node) => node.depth <= depth && (!fits || node.kind === 'addon'));
    const ids = new Set(shown.map(({ id }) => id));
    return {
      ...head,
      nodes: [...shown],
      edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      total: nodes.length,
      deepest: 2,
      ...(fits ? {} : { conflict: sampleConflict }),
      notices: fits ? ['helm-release is not declared: fluxcd uses the component helm of it.'] : [],
    };
  },
  listDependents: async ({ addon }) => (addon === 'fluxcd' ? dependents : []),
};
