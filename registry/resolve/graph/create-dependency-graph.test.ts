import { describe, expect, test } from 'vitest';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { explain } from '../report/explain.ts';
import { solve } from '../solver/solve.ts';
import { createTestUniverse, type TestAddons, type TestCatalog } from '../test-support/create-test-universe.ts';
import { createDependencyGraph, type DependencyGraphOptions } from './create-dependency-graph.ts';

/** Draws the graph of `main/web 1.0.0`, with the versions given or with the conflict that the solver finds. */
function draw(catalogs: Readonly<Record<string, TestCatalog>>, more: Partial<DependencyGraphOptions> = {}) {
  const universe = createTestUniverse(catalogs);
  const asked = { catalog: 'main', name: 'web', version: '1.0.0' };
  const { nodes, edges, ...counts } = createDependencyGraph({ universe, asked, ...more });
  return {
    ...counts,
    nodes: nodes.map(
      ({ id, catalog = '-', version = '-', state, depth }) => `${depth} ${catalog}/${id} ${version} ${state}`,
    ),
    edges: edges.map(({ from, to, range = '', state, text, uses }) =>
      [
        from,
        to,
        range,
        state,
        ...(uses ?? []).map(({ name }) => `uses ${name}`),
        ...(text === undefined ? [] : [text]),
      ].join(' | '),
    ),
  };
}

function refute(addons: TestAddons, vela?: string) {
  const universe = createTestUniverse({ main: { addons } });
  const request = { want: [{ name: 'web', range: '1.0.0' }], ...(vela === undefined ? {} : { vela }) };
  const problem = createResolutionProblem({ universe, request });
  const outcome = solve(problem.solver, { maxSteps: 1000 });
  if (outcome.kind !== 'refuted') throw new Error('expected a conflict');
  return explain({ problem, derivation: outcome.derivation }, { lang: 'en' });
}

describe('what a version needs', () => {
  const addons: TestAddons = {
    web: { '1.0.0': { needs: { db: '>=1.0.0', log: '' } } },
    db: { '1.0.0': {}, '2.0.0': { needs: { disk: '' } } },
    log: { '1.0.0': { needs: { disk: '<2' } } },
    disk: { '1.5.0': {}, '2.0.0': {} },
  };
  const chosen = [
    { catalog: 'main', name: 'web', version: '1.0.0' },
    { catalog: 'main', name: 'db', version: '2.0.0' },
    { catalog: 'main', name: 'log', version: '1.0.0' },
    { catalog: 'main', name: 'disk', version: '1.5.0' },
  ];

  test('with a plan: the versions of the plan, nearest first, every edge between them', () => {
    expect(draw({ main: { addons } }, { chosen })).toEqual({
      nodes: [
        '0 main/web 1.0.0 asked',
        '1 main/db 2.0.0 chosen',
        '1 main/log 1.0.0 chosen',
        '2 main/disk 1.5.0 chosen',
      ],
      edges: ['web | db | >=1.0.0 | met', 'web | log |  | met', 'db | disk |  | met', 'log | disk | <2 | met'],
      total: 4,
      deepest: 2,
    });
  });

  test('to a depth: the rest is counted', () => {
    expect(draw({ main: { addons } }, { chosen, depth: 1 })).toEqual({
      nodes: ['0 main/web 1.0.0 asked', '1 main/db 2.0.0 chosen', '1 main/log 1.0.0 chosen'],
      edges: ['web | db | >=1.0.0 | met', 'web | log |  | met'],
      total: 4,
      deepest: 2,
    });
  });

  test('without a plan: who asks first gets the newest that fits, and who does not fit it conflicts', () => {
    const { edges } = draw({ main: { addons } });
    expect(edges).toEqual([
      'web | db | >=1.0.0 | met',
      'web | log |  | met',
      'db | disk |  | met',
      'log | disk | <2 | conflict',
    ]);
  });

  test('cycles are drawn, and end', () => {
    const circle: TestAddons = { web: { '1.0.0': { needs: { db: '' } } }, db: { '1.0.0': { needs: { web: '' } } } };
    expect(draw({ main: { addons: circle } })).toEqual({
      nodes: ['0 main/web 1.0.0 asked', '1 main/db 1.0.0 chosen'],
      edges: ['web | db |  | met', 'db | web |  | met'],
      total: 2,
      deepest: 1,
    });
  });

  test('an addon that needs itself, or the same twice, says nothing more', () => {
    const twice: TestAddons = { web: { '1.0.0': { needs: { web: '>=2', db: '' } } }, db: { '1.0.0': {} } };
    expect(draw({ main: { addons: twice } }).edges).toEqual(['web | db |  | met']);
  });

  test('what nobody lists is missing, what fits in no version is unfit', () => {
    const bad: TestAddons = { web: { '1.0.0': { needs: { nowhere: '>=1', db: '>=9' } } }, db: { '1.0.0': {} } };
    expect(draw({ main: { addons: bad } })).toMatchObject({
      nodes: ['0 main/web 1.0.0 asked', '1 -/nowhere - missing', '1 main/db - unfit'],
      edges: ['web | nowhere | >=1 | missing', 'web | db | >=9 | conflict'],
    });
  });

  test('a definition that only another addon brings is a need that is not declared', () => {
    const silent: TestAddons = { web: { '1.0.0': { uses: ['helm'] } }, flux: { '1.0.0': { brings: ['helm'] } } };
    expect(draw({ main: { addons: silent } }).edges).toEqual(['web | flux |  | met | uses helm']);
  });

  test('other catalogs of the scope are named, strangers are not', () => {
    const place = (name: string): TestCatalog => ({ addons: { [name]: { '1.0.0': {} } } });
    const web: TestCatalog = { dependsOn: ['base'], addons: { web: { '1.0.0': { needs: { db: '', log: '' } } } } };
    expect(draw({ main: web, base: place('db'), other: place('log') }).nodes).toEqual([
      '0 main/web 1.0.0 asked',
      '1 base/db 1.0.0 chosen',
      '1 -/log - missing',
    ]);
  });

  test('what a conflict rests on is marked with its sentence', () => {
    const addons: TestAddons = {
      web: { '1.0.0': { needs: { db: '>=2' } } },
      db: { '1.0.0': {} },
    };
    const conflict = refute(addons);
    const { edges } = draw({ main: { addons } }, { conflict });
    expect(edges).toEqual([`web | db | >=2 | conflict | ${conflict.facts.find(({ kind }) => kind === 'need')?.text}`]);
  });

  test('a cluster that is too old stands in the graph', () => {
    const addons: TestAddons = { web: { '1.0.0': { vela: '>=1.10.0' } } };
    const conflict = refute(addons, '1.9.0');
    const graph = draw({ main: { addons } }, { conflict, vela: '1.9.0' });
    expect(graph.nodes).toEqual(['0 main/web 1.0.0 asked', '1 -/system:kubevela 1.9.0 unfit']);
    expect(graph.edges).toEqual([expect.stringMatching(/^web \| system:kubevela \| >=1\.10\.0 \| conflict \| .+/)]);
  });

  test('more than people can look at is counted and not shown', () => {
    const names = Array.from({ length: 2_500 }, (_, index) => `addon-${index}`);
    const many: TestAddons = {
      web: { '1.0.0': { needs: Object.fromEntries(names.map((name) => [name, ''])) } },
      ...Object.fromEntries(names.map((name) => [name, { '1.0.0': {} }])),
    };
    const graph = draw({ main: { addons: many } });
    expect([graph.nodes.length, graph.edges.length, graph.total]).toEqual([200, 199, 2_000]);
  });
});
