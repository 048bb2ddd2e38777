import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan, ResolveRequest } from '../../../schemas/resolution.ts';
import { RegistryError } from '../../errors.ts';
import { checkSemVer } from '../../version/check-sem-ver.ts';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { solve } from '../solver/solve.ts';
import { createTestUniverse, type TestCatalog, type TestVersion } from '../test-support/create-test-universe.ts';
import { solveByTrying } from '../test-support/solve-by-trying.ts';
import { createPlan } from './create-plan.ts';

const names = ['a', 'b', 'c', 'd'];
const versions = ['1.0.0', '1.1.0', '2.0.0-rc.1', '2.0.0'];
const ranges = ['', '', '>=1', '<2', '~1.1', '>=2.0.0-0', '=1.0.0', '!=2.0.0', 'unreadable', '>=3'];

const version: fc.Arbitrary<TestVersion> = fc.record(
  {
    needs: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...ranges), { maxKeys: 2 }),
    vela: fc.constantFrom('>=1.10', '<1.10', '>=1.9'),
    state: fc.constantFrom('active', 'active', 'deprecated', 'yanked', 'quarantined'),
    uses: fc.subarray(['x', 'y'], { maxLength: 1 }),
    brings: fc.subarray(['x', 'y'], { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const addons = fc.dictionary(
  fc.constantFrom(...names),
  fc.dictionary(fc.constantFrom(...versions), version, { minKeys: 1, maxKeys: 3 }),
  { maxKeys: 4 },
);
const catalogs = fc.tuple(addons, addons, fc.boolean()).map(
  ([main, team, linked]): Readonly<Record<string, TestCatalog>> => ({
    main: { addons: main },
    team: { addons: team, dependsOn: linked ? ['main'] : [] },
  }),
);
const requests: fc.Arbitrary<ResolveRequest> = fc.record(
  {
    want: fc.array(
      fc.record(
        { name: fc.constantFrom(...names), range: fc.constantFrom('', '>=1', '<2', '1.1.0') },
        { requiredKeys: ['name'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    vela: fc.constantFrom('1.9.13', '1.10.9', 'master'),
    installed: fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...names), version: fc.constantFrom(...versions, '0.9.0') }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
    upgrade: fc.subarray([...names, '*'], { maxLength: 2 }),
    prefer: fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        catalog: fc.constantFrom('main', 'team'),
        version: fc.constantFrom(...versions),
      }),
      { maxLength: 2 },
    ),
    prereleases: fc.boolean(),
  },
  { requiredKeys: ['want'] },
);

/** The plan, `refuted`, or `refused` for what nobody can want. */
function decide(given: Readonly<Record<string, TestCatalog>>, request: ResolveRequest): Plan | string {
  const problem = createProblem(given, request);
  if (problem === undefined) return 'refused';
  const outcome = solve(problem.solver, { maxSteps: 100_000 });
  if (outcome.kind !== 'solved') return outcome.kind;
  return createPlan({
    problem,
    chosen: outcome.chosen,
    lang: 'en',
    catalogUrl: (catalog) => catalog,
    solve: (other) => solve(other, { maxSteps: 10_000 }),
  });
}

function createProblem(given: Readonly<Record<string, TestCatalog>>, request: ResolveRequest) {
  try {
    return createResolutionProblem({ universe: createTestUniverse(given), request });
  } catch (error) {
    if (error instanceof RegistryError) return undefined;
    throw error;
  }
}

test('there is a plan exactly where trying everything finds a solution', () => {
  fc.assert(
    fc.property(catalogs, requests, (given, request) => {
      const problem = createProblem(given, request);
      fc.pre(problem !== undefined);
      expect(solve(problem.solver, { maxSteps: 100_000 }).kind).toBe(
        solveByTrying(problem.solver) === undefined ? 'refuted' : 'solved',
      );
    }),
    { numRuns: 500 },
  );
});

/** Installed, free to move and with nowhere to go but a quarantined version. */
const movedFromQuarantine: [Readonly<Record<string, TestCatalog>>, ResolveRequest] = [
  { main: { addons: { b: { '1.0.0': {} }, d: { '1.0.0': { state: 'quarantined' } } } } },
  {
    want: [{ name: 'b' }],
    installed: [{ name: 'd', version: '2.0.0' }],
    upgrade: ['*'],
    prefer: [{ name: 'd', catalog: 'main', version: '1.0.0' }],
  },
];

test('a plan keeps every promise', () => {
  fc.assert(
    fc.property(catalogs, requests, (given, request) => {
      const plan = decide(given, request);
      fc.pre(typeof plan !== 'string');
      const { members } = plan;
      const byName = new Map(members.map((member) => [member.name, member]));
      expect(byName.size).toBe(members.length);
      for (const { name } of request.want) expect(byName.get(name)?.want).toBeDefined();
      for (const member of members) {
        const { name, action, want, digest, state, version: text } = member;
        const installed = request.installed?.find((each) => each.name === name);
        if (installed === undefined) expect(action).toBe('install');
        const mayMove = request.upgrade?.some((each) => each === name || each === '*') === true;
        if (installed !== undefined && !mayMove) expect([action, text]).toEqual(['keep', installed.version]);
        if (action !== 'keep') expect([state === 'quarantined', digest === undefined]).toEqual([false, false]);
        // What is installed and not wanted has what it needs.
        if (action === 'keep' && want === undefined) continue;
        for (const dependency of member.dependencies.filter((each) => each.name !== name)) {
          const other = byName.get(dependency.name);
          const met = checkSemVer(other?.version ?? '', dependency.version ?? '');
          expect([dependency, met]).toEqual([dependency, { ok: true, value: true }]);
          expect(other?.requiredBy.map((each) => each.name)).toContain(name);
        }
        const { vela = '' } = member.requirements;
        if (request.vela !== undefined && request.vela !== 'master') {
          expect(checkSemVer(request.vela, vela)).toEqual({ ok: true, value: true });
        }
      }
    }),
    { numRuns: 500, examples: [movedFromQuarantine] },
  );
});

test('neither the order of what is asked nor an addon that nobody asked for changes the answer', () => {
  const unrelated = { zebra: { '1.0.0': { needs: { yak: '' } } }, yak: { '1.0.0': {} } };
  fc.assert(
    fc.property(catalogs, requests, (given, request) => {
      const { main } = given;
      const more = { ...given, main: { ...main, addons: { ...unrelated, ...main?.addons } } };
      const turned = Object.fromEntries(
        Object.entries(request).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
      );
      const plan = decide(given, request);
      expect(decide(given, { ...request, ...turned })).toEqual(plan);
      expect(decide(more, request)).toEqual(plan);
    }),
    { numRuns: 300 },
  );
});
