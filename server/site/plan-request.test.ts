import { expect, test } from 'vitest';
import { createLinks } from '../../web/context/links.ts';
import type { PlanState } from '../../web/context/plan-state.ts';
import { type PlanReading, readPlanFields, toResolveRequest } from './plan-request.ts';

test.each<[Record<string, unknown>, PlanReading]>([
  [{}, { state: { want: [] }, unread: [] }],
  [
    { want: 'grafana', vela: '', kubernetes: ' ', installed: '' },
    { state: { want: [{ name: 'grafana' }] }, unread: [] },
  ],
  [
    { want: 'grafana\r\n\r\nofficial/dex@>=1 <2\n', vela: 'v1.10.9', kubernetes: 'v1.29.3+k3s1' },
    {
      state: {
        want: [{ name: 'grafana' }, { name: 'dex', catalog: 'official', range: '>=1 <2' }],
        vela: '1.10.9',
        kubernetes: '1.29.3+k3s1',
      },
      unread: [],
    },
  ],
  [
    { want: ['a', 'b@1'], upgrade: ['a', 'b'], prereleases: 'true', installed: 'fluxcd@v2.4.0\nteam/web@1.0\nodd' },
    {
      state: {
        want: [{ name: 'a' }, { name: 'b', range: '1' }],
        upgrade: ['a', 'b'],
        prereleases: true,
        installed: [
          { name: 'fluxcd', version: 'v2.4.0' },
          { name: 'web', version: '1.0', catalog: 'team' },
        ],
      },
      unread: ['odd'],
    },
  ],
  [
    { want: { nested: 'x' }, prereleases: 'yes' },
    { state: { want: [] }, unread: [] },
  ],
])('%j is read', (fields, reading) => {
  expect(readPlanFields(fields)).toEqual(reading);
});

test('what stands in the address of a plan is what is read from it', () => {
  const state: PlanState = {
    want: [
      { name: 'Kubeflow Pipeline', range: '>=1, <2 || 3.x' },
      { name: 'dex', catalog: 'team' },
    ],
    vela: '1.10.9',
    kubernetes: '1.29',
    installed: [{ name: 'fluxcd', version: 'v2.4.0-beta.1' }],
    upgrade: ['*'],
    prereleases: true,
  };
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URL(createLinks('').plan(state), 'http://x').searchParams) {
    query[name] = [...(query[name] ?? []), value];
  }
  expect(readPlanFields({ ...query, prereleases: query['prereleases']?.[0] })).toEqual({ state, unread: [] });
  expect(toResolveRequest(state)).toEqual(state);
});
