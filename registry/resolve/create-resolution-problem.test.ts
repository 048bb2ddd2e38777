import { describe, expect, test } from 'vitest';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { RegistryError } from '../errors.ts';
import { createResolutionProblem } from './create-resolution-problem.ts';
import { createTestUniverse, type TestAddons, type TestCatalog } from './test-support/create-test-universe.ts';
import { solveByTrying } from './test-support/solve-by-trying.ts';

/** `name@version` of what is chosen, ordered; undefined when nothing fits. A version that no catalog lists is marked. */
function decide(
  catalogs: Readonly<Record<string, TestCatalog>>,
  request: ResolveRequest,
): readonly string[] | undefined {
  const problem = createResolutionProblem({ universe: createTestUniverse(catalogs), request });
  const chosen = solveByTrying(problem.solver);
  if (chosen === undefined) return undefined;
  return [...chosen]
    .filter(([target]) => !problem.getPackage(target).system)
    .map(([target, state]) => {
      const candidate = problem.listCandidates(target)[state - 1];
      const from = candidate?.release === undefined ? 'nowhere' : candidate.release.catalog;
      const place = from === 'main' ? '' : `${from}/`;
      return `${place}${problem.getPackage(target).name}@${candidate?.version}`;
    })
    .sort();
}

function want(...texts: readonly string[]): ResolveRequest['want'] {
  return texts.map((text) => {
    const [name = '', range] = text.split('@');
    return { name, ...(range === undefined ? {} : { range }) };
  });
}

interface Case {
  readonly title: string;
  readonly addons: TestAddons;
  readonly request: ResolveRequest;
  readonly expected: readonly string[] | undefined;
}

const three = { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} };
const withPrerelease = { '1.0.0': {}, '1.1.0-rc.1': {} };
const flux = { '1.0.0': {}, '2.0.0': {} };

describe('one catalog', () => {
  test.each<Case>([
    {
      title: 'the newest stable one',
      addons: { a: { ...three, '3.0.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@2.0.0'],
    },
    { title: 'a range', addons: { a: three }, request: { want: want('a@>=1, <2') }, expected: ['a@1.1.0'] },
    {
      title: 'two ranges of one name',
      addons: { a: three },
      request: { want: want('a@<2', 'a@!=1.1.0') },
      expected: ['a@1.0.0'],
    },
    { title: 'a range that nothing fits', addons: { a: three }, request: { want: want('a@>=3') }, expected: undefined },
    {
      title: 'the exact text of a version',
      addons: { a: { v1: {}, '1.5.0': {} } },
      request: { want: want('a@1') },
      expected: ['a@v1'],
    },
    {
      title: 'an exact text that is no semver',
      addons: { a: { nightly: {}, '1.0.0': {} } },
      request: { want: want('a@nightly') },
      expected: ['a@nightly'],
    },
    {
      title: 'no semver when nothing else exists',
      addons: { a: { nightly: {} } },
      request: { want: want('a') },
      expected: ['a@nightly'],
    },
    {
      title: 'no semver comes after a pre-release',
      addons: { a: { nightly: {}, '1.0.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@1.0.0-rc.1'],
    },
    {
      title: 'no semver fits no range',
      addons: { a: { nightly: {} } },
      request: { want: want('a@>=0') },
      expected: undefined,
    },
    {
      title: 'a pre-release when nothing else fits',
      addons: { a: withPrerelease },
      request: { want: want('a@>=1.1.0-0') },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'a pre-release when the range is empty and nothing else exists',
      addons: { a: { '1.1.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'pre-releases like any other version',
      addons: { a: withPrerelease },
      request: { want: want('a'), prereleases: true },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'a pre-release stands for its release',
      addons: { a: { '2.0.0-rc.1': {} } },
      request: { want: want('a@>1') },
      expected: ['a@2.0.0-rc.1'],
    },
    {
      title: 'a stable one before the newer pre-release, although both fit',
      addons: { a: { '1.5.0': {}, '2.0.0-rc.1': {} } },
      request: { want: want('a@>1.0') },
      expected: ['a@1.5.0'],
    },
    {
      title: 'an exact pre-release',
      addons: { a: { '1.0.0-dev.1': {}, '1.0.0': {} } },
      request: { want: want('a@v1.0.0-dev.1') },
      expected: ['a@1.0.0-dev.1'],
    },
    {
      title: 'a dependency',
      addons: { a: { '1.0.0': { needs: { b: '<2' } } }, b: flux },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'an older version whose dependency exists',
      addons: { a: { '1.0.0': { needs: { b: '1.x' } }, '2.0.0': { needs: { b: '>=3' } } }, b: flux },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'a dependency that is nowhere',
      addons: { a: { '1.0.0': { needs: { b: '' } } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency whose range cannot be read',
      addons: { a: { '1.0.0': { needs: { b: 'newest' } } }, b: flux },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency whose range has a v inside a pre-release',
      addons: { a: { '1.0.0': { needs: { b: '>=1.0.0-dev.1' } } }, b: flux },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency without a name',
      addons: { a: { '1.0.0': { needs: { '': '' } } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency on itself',
      addons: { a: { '1.0.0': { needs: { a: '>=2' } } } },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'a cycle',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'backtracking over two that share one',
      addons: {
        a: { '1.0.0': { needs: { c: '<2' } } },
        b: { '1.0.0': { needs: { c: '' } }, '2.0.0': { needs: { c: '>=2' } } },
        c: flux,
      },
      request: { want: want('a', 'b') },
      expected: ['a@1.0.0', 'b@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'a yanked version is passed over',
      addons: { a: { ...flux, '2.0.0': { state: 'yanked' } } },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'a yanked version that is asked for exactly',
      addons: { a: { ...flux, '2.0.0': { state: 'yanked' } } },
      request: { want: want('a@2.0.0') },
      expected: ['a@2.0.0'],
    },
    {
      title: 'a quarantined version that is asked for exactly',
      addons: { a: { ...flux, '2.0.0': { state: 'quarantined' } } },
      request: { want: want('a@2.0.0') },
      expected: undefined,
    },
    {
      title: 'a deprecated version',
      addons: { a: { '1.0.0': {}, '2.0.0': { state: 'deprecated' } } },
      request: { want: want('a') },
      expected: ['a@2.0.0'],
    },
    {
      title: 'a yanked dependency',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { state: 'yanked' } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'preferred',
      addons: { a: three },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: 'v1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'preferred and yanked',
      addons: { a: { ...three, '1.1.0': { state: 'yanked' } } },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'preferred and quarantined',
      addons: { a: { ...three, '1.1.0': { state: 'quarantined' } } },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@2.0.0'],
    },
    {
      title: 'preferred and out of range',
      addons: { a: three },
      request: { want: want('a@>=2'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@2.0.0'],
    },
  ])('$title', ({ addons, request, expected }) => {
    expect(decide({ main: { addons } }, request)).toEqual(expected);
  });
});

describe('the system', () => {
  const a = { '1.0.0': {}, '2.0.0': { vela: '>=v1.10' } };

  test.each<Case>([
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
  ])('$title', ({ addons, request, expected }) => {
    expect(decide({ main: { addons } }, request)).toEqual(expected);
  });
});

describe('what is installed', () => {
  const a = { '1.0.0': { needs: { b: '<2' } }, '2.0.0': { needs: { b: '' } } };
  const installed = [{ name: 'a', version: 'v1.0.0' }];

  test.each<Case>([
    {
      title: 'stays',
      addons: { a: three },
      request: { want: want('a'), installed: [{ name: 'a', version: '1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'stays against a range',
      addons: { a: three },
      request: { want: want('a@>=2'), installed: [{ name: 'a', version: '1.1.0' }] },
      expected: undefined,
    },
    {
      title: 'moves when it may and is wanted',
      addons: { a: three },
      request: { want: want('a'), installed: [{ name: 'a', version: '1.1.0' }], upgrade: ['a'] },
      expected: ['a@2.0.0'],
    },
    {
      title: 'stays when it may move and nobody needs it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '<2' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'moves when it may and somebody needs it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '>=2' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'stays though it is yanked',
      addons: { a: { '1.0.0': { state: 'yanked' } }, c: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'stays though no catalog lists it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '>=1' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.7' }] },
      expected: ['c@1.0.0', 'nowhere/a@1.0.7'],
    },
    {
      title: 'is wanted though no catalog knows the name',
      addons: {},
      request: { want: want('a'), installed },
      expected: ['nowhere/a@v1.0.0'],
    },
    {
      title: 'has its dependencies already, unless it is wanted',
      addons: { a, b: flux, c: { '1.0.0': {} } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'has its dependencies in the plan when it is wanted',
      addons: { a, b: flux },
      request: { want: want('a'), installed },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'still needs what is chosen now',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed },
      expected: undefined,
    },
    {
      title: 'lets an older version be chosen for its sake',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '' } } } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'b@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'does not judge what the cluster has',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed: [...installed, { name: 'b', version: '2.0.0' }] },
      expected: ['a@1.0.0', 'b@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'moves with what moves, when everything may',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed: [...installed, { name: 'b', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@2.0.0', 'b@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'needs no system that it did not need when it came',
      addons: { a: { '1.0.0': { vela: '<1.9' } }, c: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('c'), installed, vela: '1.10.9' },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
  ])('$title', ({ addons, request, expected }) => {
    expect(decide({ main: { addons } }, request)).toEqual(expected);
  });
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

describe('what is needed without being declared', () => {
  const flux1 = { '1.0.0': { brings: ['helm'] } };
  const uses = { '1.0.0': { uses: ['helm'] } };

  test.each<Case>([
    {
      title: 'is taken into the plan',
      addons: { a: uses, flux: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
    {
      title: 'is its own',
      addons: { a: { '1.0.0': { uses: ['helm'], brings: ['helm'] } }, flux: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'comes with a dependency of a dependency',
      addons: {
        a: { '1.0.0': { uses: ['helm'], needs: { b: '' } } },
        b: { '1.0.0': { needs: { flux: '' } } },
        flux: flux1,
        argo: flux1,
      },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0', 'flux@1.0.0'],
    },
    { title: "is nobody's", addons: { a: uses }, request: { want: want('a') }, expected: ['a@1.0.0'] },
    {
      title: 'has several owners: the first by name',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'argo@1.0.0'],
    },
    {
      title: 'has several owners: the wanted one',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a', 'flux') },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
    {
      title: 'has several owners: the installed one',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a'), installed: [{ name: 'flux', version: '1.0.0' }] },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
  ])('$title', ({ addons, request, expected }) => {
    expect(decide({ main: { addons } }, request)).toEqual(expected);
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

describe('a request that makes no sense', () => {
  const universe = createTestUniverse({
    main: { addons: { grafana: three, fluxcd: flux } },
    team: { addons: { own: { '1.0.0': {} } } },
  });

  test.each<{
    readonly request: ResolveRequest;
    readonly code: string;
    readonly faults: readonly (readonly [string, RegExp])[];
  }>([
    { request: { want: [] }, code: 'INPUT_INVALID', faults: [['/want', /at least one/]] },
    {
      request: { want: want('grafana', 'grafna') },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/1/name', /no catalog has an addon called "grafna"; did you mean "grafana" \(main\)\?/]],
    },
    {
      request: { want: want('zzzzzzzz') },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/0/name', /^no catalog has an addon called "zzzzzzzz"$/]],
    },
    {
      request: { want: [{ name: 'own', catalog: 'main' }] },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/0/name', /main has no addon called "own"; team has it/]],
    },
    {
      request: { want: [{ name: 'own', catalog: 'tema' }] },
      code: 'INPUT_INVALID',
      faults: [['/want/0/catalog', /no catalog is called "tema": there are main, team/]],
    },
    {
      request: {
        want: [
          { name: 'own', catalog: 'main' },
          { name: 'own', catalog: 'team' },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [
        ['/want/1/catalog', /from main and from team/],
        ['/want/0/name', /team has it/],
      ],
    },
    {
      request: { want: want('grafana@newest') },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /"newest" is no range.*allowed are an exact version/]],
    },
    {
      request: { want: want('grafana@>=1.0.0-dev.1') },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /removes every "v"/]],
    },
    {
      request: { want: want(`grafana@>=1${' '.repeat(5000)}`) },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /longer than 4096/]],
    },
    { request: { want: want('') }, code: 'INPUT_INVALID', faults: [['/want/0/name', /1 to 253 characters/]] },
    {
      request: { want: want('a'.repeat(254)) },
      code: 'INPUT_INVALID',
      faults: [['/want/0/name', /1 to 253 characters/]],
    },
    {
      request: {
        want: want('grafana'),
        installed: [
          { name: 'x', version: '1' },
          { name: 'x', version: '2' },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [['/installed/1/version', /as 1 and as 2/]],
    },
    {
      request: {
        want: want('grafana'),
        vela: '1'.repeat(65),
        kubernetes: '1'.repeat(65),
        installed: [
          { name: '', version: '1' },
          { name: 'x', version: '1'.repeat(257) },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [
        ['/vela', /1 to 64 characters/],
        ['/kubernetes', /1 to 64 characters/],
        ['/installed/0/name', /1 to 253 characters/],
        ['/installed/1/version', /1 to 256 characters/],
      ],
    },
  ])('$code $faults', ({ request, code, faults }) => {
    const error = catchError(() => createResolutionProblem({ universe, request }));
    expect(error.code).toBe(code);
    expect(error.faults.map(({ pointer }) => pointer)).toEqual(faults.map(([pointer]) => pointer));
    for (const [index, [, message]] of faults.entries()) expect(error.faults[index]?.message).toMatch(message);
    const chinese = catchError(() => createResolutionProblem({ universe, request, lang: 'zh' }));
    expect(chinese.faults.map(({ pointer }) => pointer)).toEqual(error.faults.map(({ pointer }) => pointer));
    for (const { message } of chinese.faults) expect(message).toMatch(/[\u4e00-\u9fff]{3}/);
  });

  test('with many unknown names gets a guess for the first of them only', () => {
    const names = Array.from({ length: 30 }, (_, index) => `grafna${index % 2 === 0 ? '' : 's'}`);
    const error = catchError(() => createResolutionProblem({ universe, request: { want: want(...names) } }));
    expect(error.faults.filter(({ message }) => message.includes('did you mean'))).toHaveLength(5);
    expect(error.faults).toHaveLength(30);
  });
});

function catchError(work: () => unknown): RegistryError {
  try {
    work();
  } catch (error) {
    if (error instanceof RegistryError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
