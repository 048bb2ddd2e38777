import { expect, test } from 'vitest';
import type { ResolveRequest } from '../../../schemas/resolution.ts';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { createTestUniverse, type TestAddons, type TestCatalog } from './create-test-universe.ts';
import { solveByTrying } from './solve-by-trying.ts';

/** `name@version` of what is chosen, ordered; undefined when nothing fits. A version that no catalog lists is marked. */
export function decide(
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

/** `name` or `name@range`. */
export function want(...texts: readonly string[]): ResolveRequest['want'] {
  return texts.map((text) => {
    const [name = '', range] = text.split('@');
    return { name, ...(range === undefined ? {} : { range }) };
  });
}

/** What is asked of the addons of the catalog `main`, and what is chosen. */
export interface DecisionCase {
  readonly title: string;
  readonly addons: TestAddons;
  readonly request: ResolveRequest;
  readonly expected: readonly string[] | undefined;
}

/** Tests each case by trying everything. */
export function testDecisions(cases: readonly DecisionCase[]): void {
  test.each(cases)('$title', ({ addons, request, expected }) => {
    expect(decide({ main: { addons } }, request)).toEqual(expected);
  });
}
