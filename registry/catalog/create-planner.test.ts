import { describe, expect, test } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { aDefinition, aLineEvaluation } from '../../test/support/line-evaluation.ts';
import { anEntry } from '../../test/support/version-entry.ts';
import { RegistryError } from '../errors.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { createPlanner } from './create-planner.ts';
import { createUniverses } from './create-universes.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import type { CatalogDefinition } from './types.ts';

const lines: readonly ReleaseLine[] = ['1.9', '1.10', '1.11'];

interface Saved {
  readonly needs?: Readonly<Record<string, string>>;
  readonly uses?: readonly string[];
  readonly conditional?: readonly string[];
  readonly brings?: readonly string[];
  readonly lines?: readonly ReleaseLine[];
  readonly refused?: boolean;
}

/** A planner over versions that are saved one by one. */
async function openPlanner(catalogs: readonly CatalogDefinition[], maxSteps?: number) {
  const store = createMemoryCatalogStore();
  const views = await openCatalogViews({
    store,
    catalogs,
    ruleSet: 'rules-1',
    lines: lines.map((line) => ({ line, ruleSet: 'lines-1' })),
  });
  const address = { absolute: (path: string) => `https://addons.example.com${path}` };
  const planner = createPlanner({
    views,
    catalogs,
    universes: createUniverses({ views, catalogs, store }),
    lines,
    address,
    ...(maxSteps === undefined ? {} : { maxSteps }),
  });

  async function save(catalog: string, name: string, version: string, saved: Saved = {}): Promise<void> {
    const content = `${catalog} ${name} ${version}`;
    const { needs = {}, uses = [], conditional = [], brings = [], refused = false } = saved;
    const entry = anEntry({ catalog, addon: name, key: version, version, content });
    const dependencies = Object.entries(needs).map(([on, range]) => ({ name: on, version: range }));
    const metadata = { ...entry.record.metadata, name, version, dependencies };
    await store.saveVersion({ ...entry, record: { ...entry.record, metadata } });
    const place = { kind: 'component', file: 'template.cue', line: 1, column: 1 } as const;
    const facts = {
      definitions: brings.map((each) => aDefinition({ name: each })),
      uses: [
        ...uses.map((each) => ({ ...place, name: each, conditional: false })),
        ...conditional.map((each) => ({ ...place, name: each, conditional: true })),
      ],
    };
    await store.saveLineEvaluations(
      (saved.lines ?? lines).map((line) =>
        aLineEvaluation({ content, line, facts, ...(refused ? { render: 'refused', reason: 'no' } : {}) }),
      ),
    );
    await views.refresh(catalog);
  }

  async function plan(request: ResolveRequest) {
    const { members, notices } = await planner.resolve(request, { lang: 'en' });
    return {
      members: members.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`),
      notices: notices.map(({ code }) => code),
    };
  }

  async function yank(place: string, name: string, version: string): Promise<void> {
    const said = { action: 'yank', reason: 'leaks', author: 'ana', at: '2026-01-01T00:00:00.000Z' } as const;
    await store.appendStateEvent({ catalog: place, name, version, ...said });
    await views.refresh(place);
  }

  return { planner, save, plan, yank };
}

function catalog(name: string, more: Partial<CatalogDefinition> = {}): CatalogDefinition {
  return { name, title: name, dependsOn: [], ...more };
}

describe('what can be chosen', () => {
  test('follows the views', async () => {
    const { save, plan } = await openPlanner([catalog('official')]);
    await save('official', 'web', '1.0.0');
    expect((await plan({ want: [{ name: 'web' }] })).members).toEqual(['official/web@1.0.0']);
    await save('official', 'web', '1.1.0');
    expect((await plan({ want: [{ name: 'web' }] })).members).toEqual(['official/web@1.1.0']);
  });

  test('leads to addons that bring what is used: neither an own definition, nor one of KubeVela, nor one under a condition', async () => {
    const { save, plan } = await openPlanner([catalog('official')]);
    await save('official', 'fluxcd', '1.0.0', { brings: ['helm', 'webservice', 'kustomize', 'own'] });
    await save('official', 'web', '1.0.0', {
      uses: ['webservice', 'own'],
      conditional: ['kustomize'],
      brings: ['own'],
    });
    expect(await plan({ want: [{ name: 'web' }] })).toEqual({ members: ['official/web@1.0.0'], notices: [] });
    await save('official', 'web', '1.1.0', { uses: ['helm'] });
    expect(await plan({ want: [{ name: 'web' }] })).toEqual({
      members: ['official/fluxcd@1.0.0', 'official/web@1.1.0'],
      notices: ['suspected'],
    });
  });

  test('is what the line of the asked KubeVela makes of it', async () => {
    const { save, plan } = await openPlanner([catalog('official')]);
    await save('official', 'fluxcd', '1.0.0', { brings: ['statefulset'] });
    // Part of KubeVela itself since 1.10.
    await save('official', 'web', '1.0.0', { uses: ['statefulset'], refused: true });
    expect(await plan({ want: [{ name: 'web' }], vela: '1.9.13' })).toEqual({
      members: ['official/fluxcd@1.0.0', 'official/web@1.0.0'],
      notices: ['suspected', 'refused'],
    });
    expect(await plan({ want: [{ name: 'web' }] })).toEqual({ members: ['official/web@1.0.0'], notices: [] });
  });

  test('comes from where dependencies of a catalog may come from, through unions too', async () => {
    const { save, plan, planner } = await openPlanner([
      catalog('team', { dependsOn: ['all'] }),
      catalog('lone'),
      catalog('official'),
      catalog('all', { union: ['official'] }),
    ]);
    await save('official', 'fluxcd', '1.0.0');
    await save('team', 'web', '1.0.0', { needs: { fluxcd: '' } });
    await save('lone', 'web', '2.0.0', { needs: { fluxcd: '' } });
    expect((await plan({ want: [{ name: 'web' }] })).members).toEqual(['official/fluxcd@1.0.0', 'team/web@1.0.0']);
    expect((await plan({ want: [{ name: 'fluxcd', catalog: 'all' }] })).members).toEqual(['official/fluxcd@1.0.0']);
    const refused = planner.resolve({ want: [{ name: 'web', catalog: 'lone' }] }, { lang: 'en' });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_SOLVABLE' });
  });
});

describe('no plan', () => {
  test('comes with the conflict and its first sentence', async () => {
    const { save, planner } = await openPlanner([catalog('official')]);
    await save('official', 'web', '1.0.0', { needs: { fluxcd: '>=2' } });
    await save('official', 'fluxcd', '1.0.0');
    const error = await planner.resolve({ want: [{ name: 'web' }] }, { lang: 'en' }).catch((each: unknown) => each);
    if (!(error instanceof RegistryError)) throw error;
    expect([error.code, error.message]).toEqual(['NOT_SOLVABLE', error.conflict?.text.split('\n')[0]]);
    expect(error.conflict?.facts.map(({ kind }) => kind).sort()).toEqual(['need', 'want']);
  });

  test('leads to an addon of which nothing is listed', async () => {
    const { save, yank, planner } = await openPlanner([catalog('official')]);
    await save('official', 'grafana', '1.0.0');
    const tell = () => planner.resolve({ want: [{ name: 'grafna' }] }, { lang: 'en' });
    await expect(tell()).rejects.toThrow('did you mean "grafana"');
    await yank('official', 'grafana', '1.0.0');
    await expect(tell()).rejects.toThrow(/^no catalog has an addon called "grafna"$/);
  });

  test('is said where a search would take too long', async () => {
    const { save, planner } = await openPlanner([catalog('official')], 1);
    for (const name of ['a', 'b', 'c']) {
      for (const version of ['1.0.0', '2.0.0']) await save('official', name, version, { needs: { d: `<${version}` } });
    }
    await save('official', 'd', '1.0.0');
    const want = ['a', 'b', 'c'].map((name) => ({ name }));
    await expect(planner.resolve({ want }, { lang: 'en' })).rejects.toMatchObject({
      code: 'GAVE_UP',
      message: expect.stringMatching(/^gave up after 1 steps: want fewer addons/),
    });
  });
});
