import { DependencyDrawing } from '../components/dependency-drawing.tsx';
import { DependencyTable } from '../components/dependency-table.tsx';
import { DependentTable } from '../components/dependent-table.tsx';
import { FieldFaults } from '../components/field-faults.tsx';
import { LockMembers } from '../components/lock-members.tsx';
import { MemberTable } from '../components/member-table.tsx';
import { PlanConflict } from '../components/plan-conflict.tsx';
import { PlanForm } from '../components/plan-form.tsx';
import { PlanMembers } from '../components/plan-members.tsx';
import { PlanReasons } from '../components/plan-reasons.tsx';
import { PlanResult } from '../components/plan-result.tsx';
import { PlanShortcut } from '../components/plan-shortcut.tsx';
import { version } from './samples/addon.ts';
import { dependents, graph, layout } from './samples/graph.ts';
import { conflict, members, plan, planState } from './samples/plan.ts';
import type { GalleryEntry } from './types.ts';

const faults = [{ field: 'vela', message: '"1.x" is no version' }] as const;
const digest = `sha256:${'4c1f'.repeat(16)}`;

/** Dependencies, plans and locks. */
export const planEntries: readonly GalleryEntry[] = [
  {
    component: 'dependency-drawing',
    states: [
      {
        name: 'met and missing',
        draw: (context) => <DependencyDrawing context={context} graph={graph} layout={layout} />,
      },
    ],
  },
  {
    component: 'dependency-table',
    states: [{ name: 'met and missing', draw: (context) => <DependencyTable context={context} graph={graph} /> }],
  },
  {
    component: 'dependent-table',
    states: [
      {
        name: 'two dependents',
        draw: (context) => <DependentTable context={context} version={version} dependents={dependents} />,
      },
    ],
  },
  {
    component: 'field-faults',
    states: [{ name: 'one fault', draw: () => <FieldFaults field="vela" faults={faults} /> }],
  },
  {
    component: 'plan-form',
    states: [
      {
        name: 'empty',
        draw: (context) => <PlanForm context={context} state={{ want: [] }} unread={[]} faults={[]} releases={[]} />,
      },
      {
        name: 'filled in, with a fault',
        draw: (context) => (
          <PlanForm
            context={context}
            state={{ ...planState, vela: '1.x' }}
            unread={[]}
            faults={faults}
            releases={['1.10.9', '1.11.0']}
          />
        ),
      },
    ],
  },
  {
    component: 'plan-shortcut',
    states: [
      {
        name: 'of a version',
        draw: (context) => <PlanShortcut context={context} version={version} isLatest={false} />,
      },
    ],
  },
  {
    component: 'plan-result',
    states: [
      {
        name: 'a plan, locks for everybody',
        draw: (context) => <PlanResult context={context} state={planState} plan={plan} openLocks={true} />,
      },
      {
        name: 'a plan, locks for few',
        draw: (context) => <PlanResult context={context} state={planState} plan={plan} openLocks={false} />,
      },
    ],
  },
  {
    component: 'plan-conflict',
    states: [
      {
        name: 'with suggestions',
        draw: (context) => <PlanConflict context={context} state={planState} conflict={conflict} />,
      },
    ],
  },
  {
    component: 'plan-members',
    states: [{ name: 'two members', draw: (context) => <PlanMembers context={context} members={members} /> }],
  },
  {
    component: 'plan-reasons',
    states: members.map((member) => ({
      name: member.want === undefined ? 'needed' : 'wanted',
      draw: (context) => <PlanReasons context={context} member={member} />,
    })),
  },
  {
    component: 'member-table',
    states: [
      {
        name: 'two members',
        draw: (context) => (
          <MemberTable
            context={context}
            caption="Members"
            headings={{ order: 'Order', addon: 'Addon' }}
            rows={members.map(({ name, catalog, version: number }, index) => ({
              name,
              catalog,
              linked: index === 0,
              cells: [{ heading: 'Version', content: number }],
            }))}
          />
        ),
      },
    ],
  },
  {
    component: 'lock-members',
    states: [
      {
        name: 'active and yanked',
        draw: (context) => (
          <LockMembers
            context={context}
            members={(['active', 'yanked'] as const).map((state, index) => ({
              member: {
                catalog: 'harbour',
                name: index === 0 ? 'lens' : 'lantern',
                version: '1.2.0',
                digest,
                treeDigest: digest,
                requiredBy: [],
                dependencies: [],
                requirements: {},
              },
              state,
            }))}
          />
        ),
      },
    ],
  },
];
