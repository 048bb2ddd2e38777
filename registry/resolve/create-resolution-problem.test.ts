import { describe, expect, test } from 'vitest';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { createResolutionProblem } from './create-resolution-problem.ts';
import { createTestUniverse, type TestAddons, type TestCatalog } from './test-support/create-test-universe.ts';
import { decide, testDecisions, want } from './test-support/decide.ts';

const flux = { '1.0.0': {}, '2.0.0': {} };

describe('the system', () => {
  const a = { '1.0.0': {}, '2.0.0': { vela: '>=v1.10' } };

  testDecisions([
    { title: 'fits', addons: { a }, request: { want: want('a'), vela: '1.10.9' }, expected: ['a@2.0.0'] },
    { title: 'does not fit', addons: { a }, request: { want: want('a'), vela: '1.9.13' }, expected: ['a@1.0.0'] },
    { title: 'is not given', addons: { a }, request: { want: want('a') }, expected: ['a@2.0.0'] },
    { title: 'is no release', addons: { a }, request: { want: want('a'), vela: 'master' }, expected: ['a@2.0.0'] },
    {
      title: 'fits, but the Kubernetes does not',
      addons: { a: { '1.0.0': { vela: '>=1.9', kubernetes: '>=1.30' } } },
      request: { want: want('a'), vela: '1.10.9', kubernetes: 'v1.29.3' },
      expected: undefined,
    },
    {
      title: 'meets no requirement that cannot be read',
      addons: { a: { '1.0.0': {}, '2.0.0': { vela: 'newest' } } },
      request: { want: want('a'), vela: '1.10.9' },
      expected: ['a@1.0.0'],
    },
    {
      title: 'concerns dependencies',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { vela: '<1.10' } } },
      request: { want: want('a'), vela: '1.10.9' },
      expected: undefined,
    },
    {
      title: 'is no addon, whatever that is called',
      addons: { kubevela: flux, a: { '1.0.0': { needs: { kubevela: '<2' }, vela: '>=1.9' } } },
      request: { want: want('a'), vela: '1.10.9' },
      expected: ['a@1.0.0', 'kubevela@1.0.0'],
    },
  ]);
});

describe('several catalogs', () => {
  const team = { addons: { a: { '1.0.0': { needs: { b: '' } } } } };
  const official = { addons: { a: { '9.0.0': {} }, b: flux } };

  test.each<{
    readonly title: string;
    readonly catalogs: Readonly<Record<string, TestCatalog>>;
    readonly request: ResolveRequest;
    readonly expected: readonly string[] | undefined;
  }>([
    {
      title: 'the first that has the name is meant',
      catalogs: { main: official, team },
      request: { want: want('a') },
      expected: ['a@9.0.0'],
    },
    {
      title: 'a named catalog',
      catalogs: { main: official, team: { ...team, dependsOn: ['main'] } },
      request: { want: [{ name: 'a', catalog: 'team' }] },
      expected: ['b@2.0.0', 'team/a@1.0.0'],
    },
    {
      title: 'a dependency never comes from a stranger',
      catalogs: { main: official, team },
      request: { want: [{ name: 'a', catalog: 'team' }] },
      expected: undefined,
    },
    {
      title: 'the own catalog comes before those it depends on',
      catalogs: { main: official, team: { dependsOn: ['main'], addons: { ...team.addons, b: { '0.1.0': {} } } } },
      request: { want: [{ name: 'a', catalog: 'team' }] },
      expected: ['team/a@1.0.0', 'team/b@0.1.0'],
    },
    {
      title: 'an own name without a fitting version hides the other',
      catalogs: {
        main: official,
        team: { dependsOn: ['main'], addons: { a: { '1.0.0': { needs: { b: '>=1' } } }, b: { '0.1.0': {} } } },
      },
      request: { want: [{ name: 'a', catalog: 'team' }] },
      expected: undefined,
    },
    {
      title: 'an installed dependency counts wherever it came from',
      catalogs: { main: official, team },
      request: {
        want: [{ name: 'a', catalog: 'team' }],
        installed: [{ name: 'b', version: '2.0.0', catalog: 'KubeVela' }],
      },
      expected: ['b@2.0.0', 'team/a@1.0.0'],
    },
    {
      title: 'an installed addon of another catalog is not the one that is named',
      catalogs: { main: official, team },
      request: {
        want: [{ name: 'a', catalog: 'team' }],
        installed: [{ name: 'a', version: '9.0.0', catalog: 'main' }],
      },
      expected: undefined,
    },
    {
      title: 'each name stands once',
      catalogs: { main: official, team: { dependsOn: ['main'], addons: { ...team.addons, b: { '0.1.0': {} } } } },
      request: {
        want: [
          { name: 'a', catalog: 'team' },
          { name: 'b', catalog: 'main' },
        ],
      },
      expected: undefined,
    },
  ])('$title', ({ catalogs, request, expected }) => {
    expect(decide(catalogs, request)).toEqual(expected);
  });
});

describe('the same question', () => {
  const addons: TestAddons = {
    a: { '1.0.0': { needs: { c: '<2' } }, '2.0.0': { needs: { c: '<2', d: '' } } },
    b: { '1.0.0': { needs: { c: '' } }, '2.0.0': { needs: { c: '>=2' } } },
    c: flux,
    d: flux,
  };
  const request: ResolveRequest = {
    want: want('a', 'b', 'a@<3'),
    vela: '1.10.9',
    installed: [
      { name: 'd', version: '1.0.0' },
      { name: 'e', version: '1.0.0' },
    ],
    upgrade: ['d', 'c'],
    prefer: [{ name: 'c', catalog: 'main', version: '1.0.0' }],
  };

  test('is the same problem, whatever the order of its lists', () => {
    const universe = createTestUniverse({ main: { addons } });
    const shuffled = {
      ...request,
      want: request.want.toReversed(),
      installed: request.installed?.toReversed() ?? [],
      upgrade: request.upgrade?.toReversed() ?? [],
    };
    const [one, other] = [request, shuffled].map((each) => createResolutionProblem({ universe, request: each }));
    expect(other?.solver.listRootClauses()).toEqual(one?.solver.listRootClauses());
    expect(decide({ main: { addons } }, shuffled)).toEqual(decide({ main: { addons } }, request));
  });

  test('has one clause for candidates that need the same', () => {
    const { solver, findPackage } = createResolutionProblem({
      universe: createTestUniverse({ main: { addons } }),
      request,
    });
    const a = findPackage('a') ?? -1;
    const [newer, older] = [solver.listClauses(a, 1), solver.listClauses(a, 2)];
    expect(older).toHaveLength(1);
    expect(newer[0]).toBe(older[0]);
    expect(older[0]?.fact).toMatchObject({ kind: 'need', addon: 'a', candidates: [1, 2], on: 'c', range: '<2' });
  });
});

test('a hundred thousand versions of one addon are looked through', () => {
  const versions = Array.from({ length: 100_000 }, (_, index) => [`1.${index}.0`, { needs: { b: `>=${index % 7}` } }]);
  const addons = { a: Object.fromEntries(versions), b: { '3.0.0': {} } };
  const request = { want: want('a@>=1.5, <1.90000') };
  const { solver, findPackage, listAllowed, listCandidates } = createResolutionProblem({
    universe: createTestUniverse({ main: { addons } }),
    request,
  });
  const a = findPackage('a') ?? -1;
  const newest = solver.prefer(a, listAllowed('a', '>=1.5, <1.90000', ['main']));
  expect(listCandidates(a)[newest - 1]?.version).toBe('1.89999.0');
  expect(solver.listClauses(a, newest)[0]?.fact).toMatchObject({ kind: 'need', on: 'b', range: '>=0' });
});
