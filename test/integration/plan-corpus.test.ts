import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlanner } from '../../registry/catalog/create-planner.ts';
import { createUniverses } from '../../registry/catalog/create-universes.ts';
import { openCatalogViews } from '../../registry/catalog/open-catalog-views.ts';
import type { CatalogViews, Planner } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { ingestSource } from '../../registry/ingest/ingest-source.ts';
import { createGitSource } from '../../registry/sources/git/create-git-source.ts';
import { createMemoryBlobStore } from '../../registry/storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../registry/storage/memory/memory-catalog-store.ts';
import { checkSemVer } from '../../registry/version/check-sem-ver.ts';
import type { Conflict, Plan, ResolveRequest } from '../../schemas/resolution.ts';
import { createTestFolder } from '../support/git-repository.ts';
import { findShared } from '../support/shared.ts';

const shared = findShared();
const skipped = shared === undefined;

describe.skipIf(skipped)(
  `plans over the community catalog${skipped ? ' (skipped: no shared judging material)' : ''}`,
  () => {
    const house = createTestFolder();
    let views: CatalogViews;
    let planner: Planner;

    beforeAll(async () => {
      const store = createMemoryCatalogStore();
      const source = createGitSource({
        id: 'official/catalog',
        config: {
          type: 'git',
          url: join(shared ?? '', 'corpus', 'kubevela-catalog-verified.bundle'),
          branch: 'main',
          path: 'addons',
        },
        configFolder: house.folder,
        dataFolder: house.folder,
        environment: process.env,
        readSecret: async () => '',
      });
      const observer = { onProgress: () => {}, onChange: () => {}, onTrouble: () => {} };
      await ingestSource(
        { store, blobs: createMemoryBlobStore(), now: () => '2026-01-01T00:00:00Z', observer },
        { source, catalog: 'official', adopted: undefined, signal: AbortSignal.timeout(60_000) },
      );
      const catalogs = [{ name: 'official', title: 'official', dependsOn: [] }];
      views = await openCatalogViews({ store, catalogs, ruleSet: '', lines: [] });
      planner = createPlanner({
        views,
        catalogs,
        universes: createUniverses({ views, catalogs, store }),
        lines: ['1.10'],
        address: { absolute: (path) => `https://addons.example.com${path}` },
      });
    }, 120_000);

    afterAll(() => house.remove());

    const listNames = () => views.findView('official')?.addons.map(({ name }) => name) ?? [];

    async function resolve(request: ResolveRequest): Promise<Plan | Conflict> {
      try {
        return await planner.resolve(request, { lang: 'en' });
      } catch (error) {
        if (error instanceof RegistryError && error.conflict !== undefined) return error.conflict;
        throw error;
      }
    }

    test('every addon has a plan, or is in want of something that no catalog has', async () => {
      expect(listNames().length).toBeGreaterThan(50);
      const refused: string[] = [];
      for (const name of listNames()) {
        const answer = await resolve({ want: [{ name }] });
        if ('steps' in answer) refused.push(name);
        else checkPlan(name, answer);
      }
      expect(refused).toEqual(listNames().filter((name) => isLost(name)));
    });

    test.each(['1.9.13', '1.10.9'])('with KubeVela %s, what is chosen admits it', async (vela) => {
      for (const name of listNames()) {
        const answer = await resolve({ want: [{ name }], vela, kubernetes: '1.29.3' });
        if ('steps' in answer) {
          expect([name, answer.text]).toEqual([name, expect.stringContaining(name)]);
          continue;
        }
        checkPlan(name, answer);
        for (const { requirements } of answer.members) {
          expect(checkSemVer(vela, requirements.vela ?? '')).toEqual({ ok: true, value: true });
          expect(checkSemVer('1.29.3', requirements.kubernetes ?? '')).toEqual({ ok: true, value: true });
        }
      }
    });

    test('all addons that have a plan have one together, or a reason why not', async () => {
      const want = listNames()
        .filter((name) => !isLost(name))
        .map((name) => ({ name }));
      const answer = await resolve({ want });
      if ('steps' in answer) expect(answer.facts.length).toBeGreaterThan(0);
      else for (const { name } of want) checkPlan(name, answer);
    });

    /** Each stands once, after everything it declares, which fits its range. */
    function checkPlan(name: string, { members, cycles, commands }: Plan): void {
      expect(cycles).toEqual([]);
      const order = members.map((member) => member.name);
      expect(order).toContain(name);
      expect(new Set(order).size).toBe(order.length);
      for (const [place, member] of members.entries()) {
        for (const dependency of member.dependencies) {
          const at = order.indexOf(dependency.name);
          expect([member.name, dependency.name, at >= 0 && at < place]).toEqual([member.name, dependency.name, true]);
          const met = checkSemVer(members[at]?.version ?? '', dependency.version ?? '');
          expect([dependency, met]).toEqual([dependency, { ok: true, value: true }]);
        }
      }
      expect(commands.enable).toEqual(
        members.map(
          (each) =>
            `vela addon enable ${each.name.includes(' ') ? `'${each.name}'` : each.name} --version ${each.version}`,
        ),
      );
    }

    /** Whether each version of an addon needs, however far, an addon that is not there in its range: by trying, not by the solver. */
    function isLost(name: string, above: readonly string[] = []): boolean {
      const versions = views.findView('official')?.byName.get(name)?.versions ?? [];
      const stable = versions.filter(({ prerelease }) => !prerelease);
      const open = stable.length > 0 ? stable : versions;
      return open.every(({ dependencies }) =>
        dependencies.some((dependency) => {
          const listed = views.findView('official')?.byName.get(dependency.name)?.versions ?? [];
          const fits = listed.some(({ version }) => {
            const met = checkSemVer(version, dependency.version ?? '');
            return met.ok && met.value;
          });
          return !fits || (!above.includes(dependency.name) && isLost(dependency.name, [...above, name]));
        }),
      );
    }
  },
);
