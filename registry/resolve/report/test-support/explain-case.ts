import type { Language } from '../../../../schemas/language.ts';
import type { Conflict, ResolveRequest } from '../../../../schemas/resolution.ts';
import { createResolutionProblem } from '../../create-resolution-problem.ts';
import { solve } from '../../solver/solve.ts';
import {
  createTestUniverse,
  type TestAddons,
  type TestCatalog,
  type TestVersion,
} from '../../test-support/create-test-universe.ts';
import type { RefutedResolution } from '../../types.ts';
import { explain } from '../explain.ts';

/** A small world and a request that it cannot meet. */
export interface ConflictCase {
  /** What the conflict is, in a few words. */
  readonly title: string;
  /** One catalog called `official`. */
  readonly addons?: TestAddons;
  readonly catalogs?: Readonly<Record<string, TestCatalog>>;
  /** `name`, `name range` or `catalog/name range`. */
  readonly want: readonly string[];
  /** `name version`. */
  readonly installed?: readonly string[];
  readonly request?: Omit<ResolveRequest, 'want' | 'installed'>;
}

/** A case with the lines that are expected. */
export interface ToldCase extends ConflictCase {
  readonly en: readonly string[];
  readonly zh?: readonly string[];
}

/** Refutes a case by the real builder and solver; undefined when it can be solved. */
export function findRefutation(told: ConflictCase): RefutedResolution | undefined {
  const { addons = {}, catalogs, want, installed = [], request } = told;
  const universe = createTestUniverse(catalogs ?? { official: { addons } });
  const problem = createResolutionProblem({
    universe,
    request: { ...request, want: want.map(toWant), installed: installed.map(toInstalled) },
  });
  const outcome = solve(problem.solver, { maxSteps: 10_000 });
  return outcome.kind === 'refuted' ? { problem, derivation: outcome.derivation } : undefined;
}

/** The explanation of a case. */
export function explainCase(told: ConflictCase, language: Language): Conflict {
  const refuted = findRefutation(told);
  if (refuted === undefined) throw new Error(`${told.title} can be solved`);
  return explain(refuted, { lang: language });
}

function toWant(text: string): ResolveRequest['want'][number] {
  const [place = '', ...range] = text.split(' ');
  const [name = '', catalog] = place.split('/').reverse();
  return {
    name,
    ...(range.length === 0 ? {} : { range: range.join(' ') }),
    ...(catalog === undefined ? {} : { catalog }),
  };
}

function toInstalled(text: string): NonNullable<ResolveRequest['installed']>[number] {
  const [name = '', version = ''] = text.split(' ');
  return { name, version };
}

/** As many versions of an addon, 1.0.0, 1.1.0 and so on. */
export function createVersions(count: number, create: (minor: number) => TestVersion): Record<string, TestVersion> {
  return Object.fromEntries(Array.from({ length: count }, (_, minor) => [`1.${minor}.0`, create(minor)]));
}
