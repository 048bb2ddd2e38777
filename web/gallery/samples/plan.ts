import type { Conflict, Plan, PlanMember } from '../../../schemas/resolution.ts';
import type { PlanState } from '../../context/plan-state.ts';

/** A request with each of its fields filled in. */
export const planState: PlanState = {
  want: [{ name: 'lantern', range: '>=2' }],
  vela: '1.10.9',
  kubernetes: '1.30.0',
  installed: [{ name: 'lens', version: '1.1.0' }],
};

/** A wanted addon and one that it needs. */
export const members: readonly PlanMember[] = [
  {
    catalog: 'harbour',
    name: 'lens',
    version: '1.2.0',
    action: 'upgrade',
    installed: '1.1.0',
    state: 'active',
    requiredBy: [{ name: 'lantern', range: '>=1.2.0, <2' }],
    dependencies: [],
    suspected: [],
    requirements: {},
    passedOver: [
      { version: '2.0.0', reason: 'dependency', text: 'lantern 2.0.0 needs lens >=1.2.0, <2' },
      { version: '1.3.0-rc.1', reason: 'prerelease', text: 'pre-releases were not asked for' },
    ],
  },
  {
    catalog: 'harbour',
    name: 'lantern',
    version: '2.0.0',
    action: 'install',
    state: 'deprecated',
    want: { range: '>=2' },
    requiredBy: [{ name: 'pilot', suspected: true, uses: [{ kind: 'component', name: 'beam' }] }],
    dependencies: [{ name: 'lens', version: '>=1.2.0, <2' }],
    suspected: [],
    requirements: { vela: '>=1.9.0' },
    passedOver: [],
  },
];

/** What holds. */
export const plan: Plan = {
  vela: '1.10.9',
  kubernetes: '1.30.0',
  members: [...members],
  cycles: [],
  notices: [{ code: 'deprecated', text: 'lantern 2.0.0 is deprecated' }],
  commands: {
    registry: ['vela addon registry add harbour --type helm --endpoint https://chandlery.example.org/c/harbour'],
    registries: {},
    enable: ['vela addon enable harbour/lens --version 1.2.0', 'vela addon enable harbour/lantern --version 2.0.0'],
  },
};

/** Why nothing holds. */
export const conflict: Conflict = {
  text: 'lantern >=2 needs lens >=1.2.0, and 1.1.0 is installed.',
  facts: [
    { id: 1, kind: 'want', text: 'lantern is wanted in >=2', on: 'lantern', range: '>=2', allowed: ['2.0.0'] },
    {
      id: 2,
      kind: 'need',
      text: 'lantern 2.0.0 needs lens >=1.2.0, <2',
      addon: 'lantern',
      versions: ['2.0.0'],
      on: 'lens',
      range: '>=1.2.0, <2',
      listed: ['1.2.0', '1.1.0'],
      allowed: ['1.2.0'],
    },
    { id: 3, kind: 'installed', text: 'lens 1.1.0 is installed', addon: 'lens', versions: ['1.1.0'] },
  ],
  steps: [
    { id: 1, text: 'lantern must be 2.0.0', because: [{ fact: 1 }] },
    { id: 2, text: 'nothing fits', because: [{ step: 1 }, { fact: 2 }, { fact: 3 }] },
  ],
  suggestions: [
    { kind: 'upgrade', name: 'lens', text: 'let lens move' },
    { kind: 'without', name: 'lantern', text: 'leave lantern out' },
  ],
};
