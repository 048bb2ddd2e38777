import type { Planner } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { Conflict, Plan, PlanMember } from '../../schemas/resolution.ts';

function aMember(name: string, version: string, rest: Partial<PlanMember> = {}): PlanMember {
  return {
    catalog: 'official',
    name,
    version,
    digest: `sha256:${'3a'.repeat(32)}`,
    treeDigest: `sha256:${'4b'.repeat(32)}`,
    action: 'install',
    state: 'active',
    requiredBy: [],
    dependencies: [],
    suspected: [],
    requirements: {},
    passedOver: [],
    ...rest,
  };
}

const plan: Plan = {
  vela: '1.10.9',
  kubernetes: '1.29.3',
  members: [
    aMember('fluxcd', '2.3.9', {
      action: 'keep',
      installed: '2.3.9',
      requiredBy: [{ name: 'grafana', range: '>=2.0.0' }],
      passedOver: [{ version: '2.4.0', reason: 'installed', text: 'the cluster has 2.3.9, and it may not be moved' }],
    }),
    aMember('helm-release', '1.3.0', {
      requiredBy: [{ name: 'grafana' }, { name: 'loki', suspected: true, uses: [{ kind: 'component', name: 'helm' }] }],
      passedOver: ['2.3.0', '2.2.0', '2.1.0', '2.0.0'].map((version) => ({
        version,
        reason: 'requirements',
        text: 'needs KubeVela >=1.11.0, the cluster has 1.10.9',
      })),
    }),
    aMember('loki', '1.6.0', {
      action: 'upgrade',
      installed: '1.5.0',
      requiredBy: [{ name: 'grafana', range: '~1.6' }],
    }),
    aMember('grafana', '1.2.0', { want: { range: '>=1.0, <2' } }),
    aMember('dex', '1.1.0', { want: {} }),
  ],
  cycles: [['dex', 'grafana', 'dex']],
  notices: [{ code: 'suspected', text: 'loki uses the component helm without saying so; helm-release brings it' }],
  commands: {
    registry: ['vela addon registry add official --type helm --endpoint http://127.0.0.1:7770/c/official'],
    registries: {},
    enable: ['helm-release', 'loki', 'grafana', 'dex'].map(
      (name) => `vela addon enable official/${name} --version 1.2.0`,
    ),
  },
};

/** Why something does not fit together. */
export const sampleConflict: Conflict = {
  text: 'grafana 2.0.0 needs KubeVela >=1.11.0, and the cluster has 1.10.9.',
  facts: [
    { id: 1, kind: 'want', text: 'You want grafana 2.0.0.', addon: 'grafana', range: '2.0.0' },
    {
      id: 2,
      kind: 'need',
      text: 'grafana 2.0.0 needs fluxcd >=3.0.0.',
      addon: 'grafana',
      versions: ['2.0.0'],
      on: 'fluxcd',
      range: '>=3.0.0',
      listed: ['2.5.0-beta.1', '2.4.0', '2.3.9', '2.3.8', 'v2.3.0', '2.0.0', '1.4.3', '1.3.0', '1.2.0', '1.0.0'],
      allowed: [],
    },
    { id: 3, kind: 'system', text: 'The cluster has KubeVela 1.10.9.', on: 'kubevela' },
  ],
  steps: [
    { id: 1, text: 'grafana 2.0.0 cannot be had.', because: [{ fact: 2 }, { fact: 3 }] },
    { id: 2, text: 'What you want cannot be had.', because: [{ fact: 1 }, { step: 1 }] },
  ],
  suggestions: [
    { kind: 'vela', text: 'Upgrade KubeVela to 1.11.0-alpha.4.', version: '1.11.0-alpha.4' },
    { kind: 'version', text: 'Take grafana 1.2.0.', name: 'grafana', version: '1.2.0' },
    { kind: 'catalog', text: 'Let official depend on team, which has fluxcd.', name: 'team' },
  ],
};

/** Answers by what is wanted: `impossible` conflicts, `endless` takes too long, `stranger` is unknown, all else has one plan. */
export const samplePlanner: Planner = {
  async resolve({ want }) {
    const names = want.map(({ name }) => name);
    if (names.includes('impossible')) {
      throw new RegistryError('NOT_SOLVABLE', sampleConflict.text, { conflict: sampleConflict });
    }
    if (names.includes('endless')) throw new RegistryError('GAVE_UP', 'gave up after 100000 steps');
    if (names.includes('stranger')) {
      const message = 'no catalog has an addon called "stranger"';
      throw new RegistryError('ADDON_NOT_FOUND', message, { faults: [{ pointer: '/want/0/name', message }] });
    }
    return plan;
  },
};
