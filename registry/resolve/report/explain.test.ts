import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict, ResolveRequest, Suggestion } from '../../../schemas/resolution.ts';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { solve } from '../solver/solve.ts';
import type { Clause } from '../solver/types.ts';
import type { AddonUniverse, Fact, RefutedResolution } from '../types.ts';
import { explain } from './explain.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';
import { shortenRefutation } from './shorten-refutation.ts';
import { type ConflictCase, createVersions, explainCase, findRefutation } from './test-support/explain-case.ts';
import { randomCases } from './test-support/random-conflicts.ts';
import { refuteByTrying } from './test-support/refute-by-trying.ts';

const plenty = { maxSolves: 1000, maxSteps: 1_000_000 };

/** Runs a check on each random case that cannot be met, and tells how many there were. */
function countRefuted(check: (refuted: RefutedResolution, told: ConflictCase) => void, runs: number): number {
  let count = 0;
  fc.assert(
    fc.property(randomCases, (told) => {
      const refuted = findRefutation(told);
      if (refuted === undefined) return;
      count += 1;
      check(refuted, told);
    }),
    { numRuns: runs, seed: 11 },
  );
  return count;
}

function isRefutedByTrying({ problem }: RefutedResolution, clauses: readonly Clause<Fact>[]): boolean {
  const sizes: number[] = [];
  for (const { package: target } of clauses.flatMap(({ terms }) => terms)) {
    sizes[target] = problem.solver.countCandidates(target) + 1;
  }
  // Packages that nobody speaks of have one state.
  return (
    refuteByTrying(
      Array.from(sizes, (size) => size ?? 1),
      clauses,
    ) !== undefined
  );
}

describe('explain', () => {
  it('names facts that alone exclude one another, and no fact too many', () => {
    const count = countRefuted((refuted) => {
      const { derivation, minimal } = shortenRefutation(refuted, plenty);
      const clauses = listLeafClauses(derivation);
      expect(minimal).toBe(true);
      expect(isRefutedByTrying(refuted, clauses)).toBe(true);
      for (const each of clauses) {
        const rest = clauses.filter((other) => other !== each);
        expect(isRefutedByTrying(refuted, rest)).toBe(false);
      }
    }, 600);
    expect(count).toBeGreaterThan(200);
  });

  it('numbers facts and steps so that every reference leads back to an earlier one', () => {
    countRefuted((refuted) => {
      const { facts, steps, text } = explain(refuted, { lang: 'en' });
      expect(facts.map(({ id }) => id)).toEqual(facts.map((_, index) => index + 1));
      expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => index + 1));
      const used = new Set(steps.flatMap(({ because }) => because.map(({ fact }) => fact)));
      for (const { id } of facts) expect(used).toContain(id);
      for (const { id, because } of steps) {
        for (const { fact = 1, step = 0 } of because) {
          expect(fact).toBeLessThanOrEqual(facts.length);
          expect(step).toBeLessThan(id);
        }
      }
      expect(text).not.toMatch(/undefined|\[object|NaN| {2}|null/);
    }, 200);
  });

  it('says the same whatever the order of the request', () => {
    countRefuted((refuted, told) => {
      const turned = findRefutation({
        ...told,
        want: told.want.toReversed(),
        installed: (told.installed ?? []).toReversed(),
        catalogs: Object.fromEntries(
          Object.entries(told.catalogs ?? {}).map(([name, catalog]) => [
            name,
            { ...catalog, addons: Object.fromEntries(Object.entries(catalog.addons).reverse()) },
          ]),
        ),
      });
      if (turned === undefined) throw new Error('the order changed the answer');
      expect(explain(turned, { lang: 'zh' })).toEqual(explain(refuted, { lang: 'zh' }));
    }, 150);
  });

  it('suggests only what works', () => {
    let tried = 0;
    countRefuted((refuted) => {
      const { problem } = refuted;
      const { suggestions, text } = explain(refuted, { lang: 'en' });
      if (text.includes('another one')) return;
      for (const suggestion of suggestions) {
        const request = applySuggestion(problem.request, suggestion);
        if (request === undefined) continue;
        tried += 1;
        expect([suggestion.text, isSolvable(problem.universe, request)]).toEqual([suggestion.text, true]);
      }
    }, 250);
    expect(tried).toBeGreaterThan(20);
  });

  it('tells both changes of a pair as data', () => {
    const told = {
      title: 'too old in both',
      addons: { grafana: { '1.3.0': { vela: '>=1.10', kubernetes: '>=1.26' } } },
      want: ['grafana'],
      request: { vela: '1.9.11', kubernetes: '1.24.3' },
    };
    expect(explainCase(told, 'en').suggestions).toEqual([
      {
        kind: 'vela',
        version: '1.10.0',
        text: 'Upgrade KubeVela to 1.10.0 and upgrade Kubernetes to 1.26.',
        also: { kind: 'kubernetes', version: '1.26' },
      },
    ]);
  });

  it('tells what holds when it may do no work', () => {
    const nothing = { minimise: { maxSolves: 0, maxSteps: 0 }, suggest: { maxSolves: 0, maxSteps: 0 } };
    countRefuted((refuted) => {
      const conflict: Conflict = explain(refuted, { lang: 'en' }, nothing);
      expect(conflict.suggestions).toEqual([]);
      expect(conflict.facts.length).toBeGreaterThan(0);
      expect(isRefutedByTrying(refuted, listLeafClauses(refuted.derivation))).toBe(true);
    }, 100);
  });

  it('tells one of two conflicts, and that there is another', () => {
    const told = {
      title: 'two conflicts',
      addons: {
        grafana: { '1.3.0': { vela: '>=1.10' } },
        loki: { '0.9.0': {}, '1.0.0': { kubernetes: '>=1.27' } },
        dex: { '1.0.0': {} },
      },
      want: ['grafana', 'loki 1.0.0', 'dex'],
      request: { vela: '1.9.11', kubernetes: '1.24' },
    };
    const { text, facts } = explainCase(told, 'en');
    // Which of the two is met first is up to the solver.
    expect([
      'grafana cannot be installed with KubeVela 1.9.11.',
      'loki 1.0.0 cannot be installed with Kubernetes 1.24.',
    ]).toContain(text.split('\n')[0]);
    expect(['Upgrade KubeVela to 1.10.0.', 'Take loki 0.9.0 or upgrade Kubernetes to 1.27.']).toContain(
      text.split('\n')[1],
    );
    expect(text.split('\n').at(-1)).toBe('That settles this conflict; there is another one.');
    expect(explainCase(told, 'zh').text.split('\n').at(-1)).toBe('这样可以消除此处的冲突，但还有另一处冲突。');
    expect(facts).toHaveLength(3);
  });

  it('tells a long way in few lines', () => {
    const holes = Array.from({ length: 5 }, (_, index) => index + 1);
    const birds = Array.from({ length: 6 }, (_, index) => index + 1);
    const nest = (bird: number) =>
      Object.fromEntries(holes.map((hole) => [`${hole}.0.0`, { needs: { [`hole-${hole}`]: `${bird}.0.0` } }]));
    const told = {
      title: 'more birds than holes',
      addons: {
        ...Object.fromEntries(birds.map((bird) => [`bird-${bird}`, nest(bird)])),
        ...Object.fromEntries(
          holes.map((hole) => [`hole-${hole}`, Object.fromEntries(birds.map((bird) => [`${bird}.0.0`, {}]))]),
        ),
      },
      want: birds.map((bird) => `bird-${bird}`),
    };
    const { text, facts, steps } = explainCase(told, 'en');
    expect(text.split('\n').length).toBeLessThan(35);
    expect(facts).toHaveLength(36);
    expect(steps.length).toBeGreaterThan(6);
    expect(text).toContain('And 16 more.');
    expect(text).toContain('So nothing is left that fits all of this.');
  });

  it('tells few of very many versions', () => {
    const told = {
      title: 'many',
      addons: {
        grafana: createVersions(10_000, () => ({ needs: { fluxcd: '>=2' } })),
        fluxcd: createVersions(10_000, () => ({})),
      },
      want: ['grafana'],
    };
    const { text, facts } = explainCase(told, 'en');
    expect(text.length).toBeLessThan(500);
    expect(facts.map(({ versions = [], listed = [] }) => versions.length + listed.length)).toEqual([100, 200]);
  });
});

/** The request that a suggestion speaks of; undefined where its data does not tell all. */
function applySuggestion(request: ResolveRequest, suggestion: Suggestion): ResolveRequest | undefined {
  const { kind, name, version } = suggestion;
  if (suggestion.text.includes(' and ')) return undefined;
  switch (kind) {
    case 'vela':
      return version === undefined ? undefined : { ...request, vela: version };
    case 'kubernetes':
      return version === undefined ? undefined : { ...request, kubernetes: version };
    case 'without':
      return { ...request, want: request.want.filter((want) => want.name !== name) };
    case 'upgrade':
      return name === undefined ? undefined : { ...request, upgrade: [name] };
    case 'prerelease':
      return name === undefined ? { ...request, prereleases: true } : undefined;
    case 'version':
    case 'drop-range':
    case 'catalog':
      return undefined;
    default:
      return kind satisfies never;
  }
}

function isSolvable(universe: AddonUniverse, request: ResolveRequest): boolean {
  const problem = createResolutionProblem({ universe, request });
  return solve(problem.solver, { maxSteps: 10_000 }).kind === 'solved';
}
