import { expect, test } from 'vitest';
import { createRunLog, type RunLog } from './create-run-log.ts';

function createClock(): () => string {
  let second = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString();
}

function run(log: RunLog, outcome: Parameters<RunLog['end']>[0], steps = 0): void {
  log.begin();
  for (let step = 0; step < steps; step += 1) log.add({ step: 'trouble', addon: `a${step}` });
  log.add({ step: outcome === 'failed' ? 'failed' : 'finished' });
  log.end(outcome);
}

test('a run has its steps with their times', () => {
  const log = createRunLog(createClock());
  log.begin();
  log.add({ step: 'revision', revision: 'abc' });
  expect(log.listRuns()).toEqual([
    {
      started: '2026-01-01T00:00:00.000Z',
      outcome: 'running',
      dropped: 0,
      steps: [
        { at: '2026-01-01T00:00:01.000Z', step: 'started' },
        { at: '2026-01-01T00:00:02.000Z', step: 'revision', revision: 'abc' },
      ],
    },
  ]);
  log.end('changed');
  expect(log.listRuns()).toMatchObject([{ outcome: 'changed', ended: '2026-01-01T00:00:03.000Z' }]);
});

test('runs without news do not push out the others', () => {
  const log = createRunLog(createClock());
  run(log, 'changed');
  run(log, 'failed');
  for (let index = 0; index < 50; index += 1) run(log, 'unchanged');
  expect(log.listRuns().map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'failed', 'changed']);
});

test('ten runs are kept, and a hundred steps of each with its end', () => {
  const log = createRunLog(createClock());
  for (let index = 0; index < 12; index += 1) run(log, 'failed', 500);
  const runs = log.listRuns();
  expect(runs).toHaveLength(10);
  expect(runs[0]?.steps).toHaveLength(101);
  expect(runs[0]?.steps.at(-1)?.step).toBe('failed');
  expect(runs[0]?.dropped).toBe(401);
});
