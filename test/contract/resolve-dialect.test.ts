import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RegistryError } from '../../registry/errors.ts';
import { createResolutionProblem } from '../../registry/resolve/create-resolution-problem.ts';
import { solve } from '../../registry/resolve/solver/solve.ts';
import { createTestUniverse, type TestAddons } from '../../registry/resolve/test-support/create-test-universe.ts';
import { normalizeVersion } from '../../registry/version/normalize-version.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { findShared } from '../support/shared.ts';

interface Row {
  readonly fn: string;
  readonly args: readonly [actual: string, require: string];
  readonly result?: boolean;
  readonly error?: string;
}

const shared = findShared();
const skipped = shared === undefined;

describe.skipIf(skipped)(
  `recorded answers of KubeVela, through the solver${skipped ? ' (skipped: no shared judging material)' : ''}`,
  () => {
    const all: readonly Row[] = skipped ? [] : JSON.parse(readFileSync(`${shared}/golden/dialect.json`, 'utf8'));
    const rows = all.filter(({ fn }) => fn === 'checkSemVer');

    test('are all there', () => {
      expect(rows.length).toBeGreaterThan(1000);
    });

    test('a dependency can be met by one version exactly when the client says so', () => {
      const different = rows.filter(({ args: [actual, require], result }) => {
        const addons = { a: { '1.0.0': { needs: { b: require } } }, b: { [actual]: {} } };
        return isSolvable(addons, { want: [{ name: 'a' }] }) !== (result === true);
      });
      expect(different).toEqual([]);
    });

    test('so can a want, where the very text of a version means that version besides', () => {
      const different = rows.filter(({ args: [actual, require], result }) => {
        const isExact = require !== '' && normalizeVersion(actual) === normalizeVersion(require);
        const range = require === '' ? {} : { range: require };
        const answer = isSolvable({ a: { [actual]: {} } }, { want: [{ name: 'a', ...range }] });
        return answer !== (result === true || isExact);
      });
      expect(different).toEqual([]);
    });
  },
);

/** A range that cannot be read solves nothing. */
function isSolvable(addons: TestAddons, request: ResolveRequest): boolean {
  try {
    const problem = createResolutionProblem({ universe: createTestUniverse({ main: { addons } }), request });
    return solve(problem.solver, { maxSteps: 1000 }).kind === 'solved';
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'INPUT_INVALID') return false;
    throw error;
  }
}
