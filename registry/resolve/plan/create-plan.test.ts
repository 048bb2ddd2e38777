import { describe, expect, test } from 'vitest';
import type { Language } from '../../../schemas/language.ts';
import type { Plan, ResolveRequest } from '../../../schemas/resolution.ts';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { solve } from '../solver/solve.ts';
import { createTestUniverse, type TestAddons, type TestCatalog } from '../test-support/create-test-universe.ts';
import { createPlan } from './create-plan.ts';

const maxSteps = 10_000;

function plan(catalogs: Readonly<Record<string, TestCatalog>>, request: ResolveRequest, lang: Language = 'en'): Plan {
  const problem = createResolutionProblem({ universe: createTestUniverse(catalogs), request });
  const outcome = solve(problem.solver, { maxSteps });
  if (outcome.kind !== 'solved') throw new Error(outcome.kind);
  return createPlan({
    problem,
    chosen: outcome.chosen,
    lang,
    catalogUrl: (catalog) => `https://addons.example.com/c/${catalog}`,
    solve: (other) => solve(other, { maxSteps }),
  });
}

const addons: TestAddons = {
  grafana: {
    '1.0.0': { needs: { fluxcd: '<2', prometheus: '' }, vela: '>=1.9' },
    '2.0.0': { needs: { fluxcd: '<2' }, vela: '>=1.11' },
  },
  prometheus: { '1.0.0': { needs: { fluxcd: '' } } },
  fluxcd: { '1.0.0': {}, '2.0.0': {}, '3.0.0-rc.1': {} },
};

describe('a plan', () => {
  const request = { want: [{ name: 'grafana' }], vela: '1.10.9', kubernetes: '1.29.3' };

  test('tells what is installed in which order, why, and with which lines', () => {
    const { members, commands, vela, kubernetes, cycles, notices } = plan({ main: { addons } }, request);
    expect({ vela, kubernetes, cycles, notices }).toEqual({
      vela: '1.10.9',
      kubernetes: '1.29.3',
      cycles: [],
      notices: [],
    });
    expect(members.map(({ name, version, action }) => `${action} ${name} ${version}`)).toEqual([
      'install fluxcd 1.0.0',
      'install prometheus 1.0.0',
      'install grafana 1.0.0',
    ]);
    expect(members[0]).toMatchObject({
      catalog: 'main',
      state: 'active',
      requiredBy: [{ name: 'grafana', range: '<2' }, { name: 'prometheus' }],
      dependencies: [],
      suspected: [],
      requirements: {},
      passedOver: [
        { version: '3.0.0-rc.1', reason: 'prerelease', text: 'It is a pre-release, and a stable version fits.' },
        { version: '2.0.0', reason: 'dependency', text: 'grafana 1.0.0 needs fluxcd <2.' },
      ],
    });
    expect(members[2]).toMatchObject({
      want: {},
      dependencies: [{ name: 'fluxcd', version: '<2' }, { name: 'prometheus' }],
      requirements: { vela: '>=1.9' },
      passedOver: [
        { version: '2.0.0', reason: 'requirements', text: 'It needs KubeVela >=1.11; the cluster has 1.10.9.' },
      ],
    });
    expect(commands).toEqual({
      registry: ['vela addon registry add main --type helm --endpoint https://addons.example.com/c/main'],
      registries: { main: { name: 'main', helm: { url: 'https://addons.example.com/c/main' } } },
      enable: [
        'vela addon enable fluxcd --version 1.0.0',
        'vela addon enable prometheus --version 1.0.0',
        'vela addon enable grafana --version 1.0.0',
      ],
    });
  });

  test('is the same in Chinese, but for its sentences', () => {
    const { members } = plan({ main: { addons } }, request, 'zh');
    expect(members[2]?.passedOver).toEqual([
      { version: '2.0.0', reason: 'requirements', text: '该版本要求 KubeVela >=1.11，而集群的版本是 1.10.9。' },
    ]);
  });

  test('quotes for a shell what is no plain word', () => {
    const { commands } = plan({ main: { addons: { a: { "1.0.0+it's": {} } } } }, { want: [{ name: 'a' }] });
    expect(commands.enable).toEqual([`vela addon enable a --version '1.0.0+it'\\''s'`]);
  });
});

test('lines name the registry where two that are used have the name, and none is called as the client calls its own', () => {
  const { commands } = plan(
    {
      local: { addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': {} } } },
      team: { addons: { b: { '9.0.0': {} }, c: { '1.0.0': {} } } },
    },
    { want: [{ name: 'a' }, { name: 'c' }] },
  );
  expect(commands).toEqual({
    registry: [
      'vela addon registry add chandlery-local --type helm --endpoint https://addons.example.com/c/local',
      'vela addon registry add team --type helm --endpoint https://addons.example.com/c/team',
    ],
    registries: {
      'chandlery-local': { name: 'chandlery-local', helm: { url: 'https://addons.example.com/c/local' } },
      team: { name: 'team', helm: { url: 'https://addons.example.com/c/team' } },
    },
    enable: [
      'vela addon enable chandlery-local/b --version 1.0.0',
      'vela addon enable a --version 1.0.0',
      'vela addon enable c --version 1.0.0',
    ],
  });
});

describe('newer versions that were passed over', () => {
  const stateReason = { reason: 'broken', author: 'me', at: '2026-01-01T00:00:00Z' };

  test.each<{
    readonly title: string;
    readonly addons: TestAddons;
    readonly request: ResolveRequest;
    readonly of: string;
    readonly expected: readonly string[];
  }>([
    {
      title: 'yanked and quarantined',
      addons: { a: { '1.0.0': {}, '2.0.0': { state: 'yanked', stateReason }, '3.0.0': { state: 'quarantined' } } },
      request: { want: [{ name: 'a' }] },
      of: 'a',
      expected: ['3.0.0 quarantined It is in quarantine.', '2.0.0 yanked It was yanked (broken).'],
    },
    {
      title: 'pre-releases',
      addons: { a: { '1.0.0': {}, '2.0.0-rc.1': {} } },
      request: { want: [{ name: 'a' }] },
      of: 'a',
      expected: ['2.0.0-rc.1 prerelease It is a pre-release, and a stable version fits.'],
    },
    {
      title: 'not asked for, be it a pre-release or not',
      addons: { a: { '1.0.0': {}, '2.0.0': {}, '3.0.0-rc.1': {} } },
      request: { want: [{ name: 'a', range: '<2' }] },
      of: 'a',
      expected: ['3.0.0-rc.1 unwanted You asked for <2.', '2.0.0 unwanted You asked for <2.'],
    },
    {
      title: 'not the exact one',
      addons: { a: { '1.2': {}, '1.2.5': {} } },
      request: { want: [{ name: 'a', range: '1.2' }] },
      of: 'a',
      expected: ['1.2.5 unwanted You asked for 1.2.'],
    },
    {
      title: 'installed and fixed',
      addons: { a: { '1.0.0': {}, '2.0.0': {} } },
      request: { want: [{ name: 'a' }], installed: [{ name: 'a', version: '1.0.0' }] },
      of: 'a',
      expected: ['2.0.0 installed 1.0.0 is installed and may not be moved.'],
    },
    {
      title: 'installed and nobody needs more',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': {}, '2.0.0': {} } },
      request: { want: [{ name: 'a' }], installed: [{ name: 'b', version: '1.0.0' }], upgrade: ['*'] },
      of: 'b',
      expected: ['2.0.0 installed 1.0.0 is installed, and nothing needs a newer one.'],
    },
    {
      title: 'installed and in no catalog',
      addons: { a: { '1.0.0': {}, '2.0.0': {} } },
      request: { want: [{ name: 'a' }], installed: [{ name: 'a', version: '1.5.0' }] },
      of: 'a',
      expected: ['2.0.0 installed 1.5.0 is installed and may not be moved.'],
    },
    {
      title: 'asked to be kept',
      addons: { a: { '1.0.0': {}, '2.0.0': {} } },
      request: { want: [{ name: 'a' }], prefer: [{ name: 'a', catalog: 'main', version: '1.0.0' }] },
      of: 'a',
      expected: ['2.0.0 preferred 1.0.0 was asked to be kept, and it fits.'],
    },
    {
      title: 'what an installed one still needs',
      addons: { a: { '1.0.0': {}, '2.0.0': {} }, old: { '1.0.0': { needs: { a: '<2' } } } },
      request: { want: [{ name: 'a' }], installed: [{ name: 'old', version: '1.0.0' }] },
      of: 'a',
      expected: ['2.0.0 dependency old 1.0.0 needs a <2.'],
    },
    {
      title: 'a need that does not go together with the rest',
      addons: {
        a: { '1.0.0': {}, '2.0.0': { needs: { c: '>=2' } } },
        b: { '1.0.0': { needs: { c: '<2' } } },
        c: { '1.0.0': {}, '2.0.0': {} },
      },
      request: { want: [{ name: 'a' }, { name: 'b' }] },
      of: 'a',
      expected: ['2.0.0 conflict It needs c >=2, which does not go together with the rest.'],
    },
    {
      title: 'what would move others',
      addons: {
        a: { '1.0.0': {}, '2.0.0': { needs: { b: '<2' } } },
        b: { '1.0.0': { needs: { a: '' } }, '2.0.0': { needs: { a: '' } } },
      },
      request: { want: [{ name: 'b' }], prefer: [{ name: 'b', catalog: 'main', version: '2.0.0' }] },
      of: 'a',
      expected: ['2.0.0 conflict With it, b would be 1.0.0 instead of 2.0.0.'],
    },
  ])('$title', ({ addons: given, request, of, expected }) => {
    const { members } = plan({ main: { addons: given } }, request);
    const member = members.find(({ name }) => name === of);
    expect(member?.passedOver.map(({ version, reason, text }) => `${version} ${reason} ${text}`)).toEqual(expected);
  });
});

describe('what is installed', () => {
  test('is moved, kept or left out', () => {
    const given: TestAddons = {
      a: { '1.0.0': {}, '2.0.0': { needs: { b: '<2', c: '' } } },
      b: { '1.0.0': {}, '2.0.0': {} },
      c: { '1.0.0': {} },
      d: { '1.0.0': {} },
    };
    const { members, commands } = plan(
      { main: { addons: given } },
      {
        want: [{ name: 'a', range: '>=2' }],
        installed: ['a@1.0.0', 'b@2.0.0', 'c@v1.0.0', 'd@1.0.0'].map((text) => {
          const [name = '', version = ''] = text.split('@');
          return { name, version };
        }),
        upgrade: ['a', 'b'],
      },
    );
    expect(members.map(({ name, action, installed, version }) => [action, name, installed, version].join(' '))).toEqual(
      ['downgrade b 2.0.0 1.0.0', 'keep c v1.0.0 1.0.0', 'upgrade a 1.0.0 2.0.0'],
    );
    expect(commands.enable).toEqual(['vela addon enable b --version 1.0.0', 'vela addon enable a --version 2.0.0']);
  });

  test('is told of when it moves for the sake of others, though nothing wanted leads to it', () => {
    const given: TestAddons = {
      a: { '1.0.0': { needs: { b: '>=2' } } },
      b: { '1.0.0': {}, '2.0.0': {} },
      old: { '1.0.0': { needs: { b: '<2' } }, '2.0.0': {} },
    };
    const { members } = plan(
      { main: { addons: given } },
      {
        want: [{ name: 'a' }],
        installed: [
          { name: 'old', version: '1.0.0' },
          { name: 'b', version: '1.0.0' },
        ],
        upgrade: ['*'],
      },
    );
    expect(members.map(({ name, action }) => `${action} ${name}`)).toEqual(['upgrade b', 'install a', 'upgrade old']);
  });
});

describe('notices', () => {
  test.each<{
    readonly title: string;
    readonly catalogs: Readonly<Record<string, TestCatalog>>;
    readonly request: ResolveRequest;
    readonly expected: readonly string[];
  }>([
    {
      title: 'a name that two catalogs have',
      catalogs: { main: { addons: { a: { '1.0.0': {} } } }, team: { addons: { a: { '9.0.0': {} } } } },
      request: { want: [{ name: 'a' }] },
      expected: ['shadowed: a comes from the catalog main, which stands first; team has one of that name too.'],
    },
    {
      title: 'a cycle',
      catalogs: { main: { addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { needs: { a: '' } } } } } },
      request: { want: [{ name: 'b' }] },
      expected: [
        'cycle: a needs b needs a: "vela addon enable" would follow this circle for ever where none of them is installed.',
      ],
    },
    {
      title: 'states, a pre-release and a refusal',
      catalogs: {
        main: {
          addons: {
            a: {
              '1.0.0-rc.1': {
                state: 'deprecated',
                stateReason: { reason: 'old', author: 'me', at: '2026-01-01T00:00:00Z', replacement: 'b' },
                refusedBy: ['1.10'],
              },
            },
          },
        },
      },
      request: { want: [{ name: 'a' }], vela: 'v1.10.9' },
      expected: [
        'deprecated: a 1.0.0-rc.1 is deprecated (old). Use b instead.',
        'prerelease: a 1.0.0-rc.1 is a pre-release: no stable version fits.',
        'refused: KubeVela 1.10 refuses a 1.0.0-rc.1: see its findings.',
      ],
    },
    {
      title: 'a yanked version that was asked for',
      catalogs: { main: { addons: { a: { '1.0.0-rc.1': { state: 'yanked' } } } } },
      request: { want: [{ name: 'a', range: '1.0.0-rc.1' }], vela: 'master', kubernetes: 'main' },
      expected: [
        'not-compared: "master" is no release of KubeVela: as in the client, requirements are not compared with it.',
        'not-compared: "main" is no release of Kubernetes: as in the client, requirements are not compared with it.',
        'yanked: a 1.0.0-rc.1 was yanked: vela finds it in a lock only.',
      ],
    },
    {
      title: 'what is needed without being declared, and what no catalog lists',
      catalogs: { main: { addons: { a: { '1.0.0': { uses: ['helm'] } }, flux: { '1.0.0': { brings: ['helm'] } } } } },
      request: { want: [{ name: 'a' }], installed: [{ name: 'flux', version: '0.9.0' }] },
      expected: [
        'installed-unknown: flux 0.9.0 is installed, but no catalog lists it: what it needs is not known.',
        'suspected: a uses the component type "helm", which flux brings, without declaring that it needs it.',
      ],
    },
  ])('$title', ({ catalogs, request, expected }) => {
    expect(plan(catalogs, request).notices.map(({ code, text }) => `${code}: ${text}`)).toEqual(expected);
  });

  test('a suspected member says by whom and why', () => {
    const given: TestAddons = { a: { '1.0.0': { uses: ['helm'] } }, flux: { '1.0.0': { brings: ['helm'] } } };
    const { members } = plan({ main: { addons: given } }, { want: [{ name: 'a' }] });
    expect(members.map(({ name, suspected, requiredBy }) => ({ name, suspected, requiredBy }))).toEqual([
      {
        name: 'flux',
        suspected: [],
        requiredBy: [{ name: 'a', suspected: true, uses: [{ kind: 'component', name: 'helm' }] }],
      },
      { name: 'a', suspected: ['flux'], requiredBy: [] },
    ]);
  });
});
