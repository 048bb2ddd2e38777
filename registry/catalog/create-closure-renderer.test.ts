import { expect, test } from 'vitest';
import type { Bundle } from '../../schemas/bundle.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { PlanMember, ResolveRequest } from '../../schemas/resolution.ts';
import type { StateEvent } from '../../schemas/version-state.ts';
import { versionRecord } from '../../test/support/version-records.ts';
import { RegistryError } from '../errors.ts';
import { buildCatalogView } from './build-catalog-view.ts';
import { createClosureRenderer } from './create-closure-renderer.ts';
import type { BundleQuestion } from './types.ts';

const records = (['official/base@1.0.0', 'official/middle@2.0.0', 'team/top@v3.0.0', 'team/top@3.1.0'] as const).map(
  (text) => {
    const [catalog = '', name = ''] = text.split('/');
    const [addon = '', version = ''] = name.split('@');
    return versionRecord({ catalog, addon, version });
  },
);

function viewOf(catalog: string, events: readonly StateEvent[] = []) {
  return buildCatalogView({
    catalog,
    generation: 1,
    records: records.filter((record) => record.catalog === catalog),
    observations: [],
    evaluations: [],
    events,
    lines: [{ line: '1.10', ruleSet: 'lines' }],
    verdicts: records.map(({ treeDigest, addon }) => ({
      treeDigest,
      line: '1.10' as const,
      ruleSet: 'lines',
      render: addon === 'base' ? ('needs-parameters' as const) : ('works' as const),
      parameters: addon === 'base' ? ['host', 'port'] : [],
      reason: undefined,
      findingMarks: [],
    })),
  });
}

function aMember(catalog: string, name: string, version: string, requiredBy: readonly string[] = []): PlanMember {
  return {
    catalog,
    name,
    version,
    action: 'install',
    state: 'active',
    requiredBy: requiredBy.map((each) => ({ name: each })),
    dependencies: [],
    suspected: [],
    requirements: {},
    passedOver: [],
  };
}

interface HouseOptions {
  readonly members?: readonly PlanMember[];
  readonly objectsOf?: (question: BundleQuestion) => readonly JsonObject[];
  readonly refuses?: string;
  readonly events?: readonly StateEvent[];
}

function openHouse({ members, objectsOf = (question) => [application(question)], refuses, events }: HouseOptions = {}) {
  const requests: ResolveRequest[] = [];
  const asked: BundleQuestion[] = [];
  const remembered = new Map<string, Bundle['objects']>();
  const views = new Map(['official', 'team'].map((catalog) => [catalog, viewOf(catalog, events)]));
  const renderer = createClosureRenderer({
    views: { findView: (catalog) => views.get(catalog) },
    planner: {
      resolve: async (request) => {
        requests.push(request);
        return {
          members: [
            ...(members ?? [
              aMember('official', 'base', '1.0.0', ['middle']),
              aMember('official', 'middle', '2.0.0', ['top']),
              aMember('team', 'top', 'v3.0.0'),
            ]),
          ],
          cycles: [],
          notices: [{ code: 'suspected', text: 'middle needs base without saying so' }],
          commands: { registry: [], registries: {}, enable: [] },
        };
      },
    },
    bundles: {
      renderBundle: async (question) => {
        asked.push(question);
        const { catalog, addon, version, line = '1.10', flavor = 'dry-run' } = question;
        if (addon === refuses) throw new RegistryError('NOT_RENDERABLE', 'no such field', { details: { line } });
        const key = JSON.stringify(question);
        const objects = remembered.get(key) ?? objectsOf(question).map((object) => ({ from: 'application', object }));
        remembered.set(key, objects);
        const digest = `sha256:${addon}`;
        return { catalog, name: addon, version, digest, for: line, flavor, objects, warnings: [`about ${addon}`] };
      },
    },
  });
  return { renderer, requests, asked };
}

function application({ addon }: BundleQuestion): JsonObject {
  return { apiVersion: 'core.oam.dev/v1beta1', kind: 'Application', metadata: { name: `addon-${addon}` } };
}

const question = { catalog: 'team', addon: 'top', version: '3.0.0', parameters: { size: 3 } } as const;

test('without dependencies nothing is planned', async () => {
  const { renderer, requests, asked } = openHouse();
  await renderer.renderBundle({ ...question, dependencies: 'none' });
  await renderer.renderBundle(question);
  expect([requests, asked]).toEqual([[], [question, question]]);
});

test('every member is rendered in install order, what was asked for last and alone with its parameters', async () => {
  const { renderer, requests, asked } = openHouse();
  const bundle = await renderer.renderBundle({ ...question, registry: 'mine', line: '1.9', dependencies: 'include' });
  expect(requests).toEqual([{ want: [{ catalog: 'team', name: 'top', range: 'v3.0.0' }], vela: '1.9.13' }]);
  expect(asked.map(({ addon, version, parameters }) => [addon, version, parameters])).toEqual([
    ['base', '1.0.0', {}],
    ['middle', '2.0.0', {}],
    ['top', 'v3.0.0', { size: 3 }],
  ]);
  expect(asked.every(({ registry, line }) => registry === 'mine' && line === '1.9')).toBe(true);
  expect(bundle).toMatchObject({ catalog: 'team', name: 'top', version: 'v3.0.0', digest: 'sha256:top' });
  expect(bundle.members?.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`)).toEqual([
    'official/base@1.0.0',
    'official/middle@2.0.0',
    'team/top@v3.0.0',
  ]);
  expect(bundle.objects.map(({ addon }) => addon)).toEqual(['base', 'middle', 'top']);
  expect(bundle.warnings).toEqual([
    'middle needs base without saying so',
    'base: about base',
    'middle: about middle',
    'top: about top',
  ]);
});

test('what was asked for stands last even where addons need one another', async () => {
  const members = [aMember('team', 'top', 'v3.0.0', ['base']), aMember('official', 'base', '1.0.0', ['top'])];
  const { renderer } = openHouse({ members });
  const { objects } = await renderer.renderBundle({ ...question, dependencies: 'include' });
  expect(objects.map(({ addon }) => addon)).toEqual(['base', 'top']);
});

test('a namespace that several bring stands once for kubectl, and as often as the client prints it in a dry run', async () => {
  const namespace: JsonObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shared' } };
  const { renderer } = openHouse({ objectsOf: (each) => [namespace, application(each)] });
  const countOf = async (flavor: 'apply' | 'dry-run') => {
    const { objects } = await renderer.renderBundle({ ...question, flavor, dependencies: 'include' });
    return objects.filter(({ object }) => object['kind'] === 'Namespace').length;
  };
  expect([await countOf('apply'), await countOf('dry-run')]).toEqual([1, 3]);
});

test('the same closure gives the very same list, another one does not', async () => {
  const { renderer } = openHouse();
  const objectsOf = async (version: string) =>
    (await renderer.renderBundle({ ...question, version, flavor: 'apply', dependencies: 'include' })).objects;
  const first = await objectsOf('3.0.0');
  expect(await objectsOf('v3.0.0')).toBe(first);
  const other = await renderer.renderBundle({ ...question, parameters: {}, flavor: 'apply', dependencies: 'include' });
  expect(other.objects).not.toBe(first);
});

test.each([
  ['middle', 'official/middle 2.0.0, which top needs, cannot be rendered: no such field'],
  [
    'base',
    'official/base 1.0.0, which middle needs, cannot be rendered without its parameters host, port: enable it on its own, with them, and take the bundle without dependencies',
  ],
  ['top', 'no such field'],
])('when %s cannot be rendered, that is what is said', async (refuses, message) => {
  const { renderer } = openHouse({ refuses });
  const rendering = renderer.renderBundle({ ...question, dependencies: 'include' });
  await expect(rendering).rejects.toMatchObject({ code: 'NOT_RENDERABLE', message });
});

test('an unknown version is unknown before anything is planned', async () => {
  const { renderer, requests } = openHouse();
  const rendering = renderer.renderBundle({ ...question, version: '4.0.0', dependencies: 'include' });
  await expect(rendering).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' });
  expect(requests).toEqual([]);
});

test('a quarantined version is told to be that before anything is planned', async () => {
  const said = { name: 'top', version: '3.0.0', action: 'quarantine', reason: 'leaks', author: 'ana' } as const;
  const { renderer, requests } = openHouse({
    events: [{ sequence: 1, catalog: 'team', ...said, at: '2026-01-01T00:00:00.000Z' }],
  });
  const rendering = renderer.renderBundle({ ...question, dependencies: 'include' });
  await expect(rendering).rejects.toMatchObject({ code: 'VERSION_QUARANTINED' });
  expect(requests).toEqual([]);
});
