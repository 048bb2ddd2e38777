import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startQuestionClock } from './question-clock.ts';

const limitMs = 400;

async function startProgram(script: string): Promise<number> {
  const child = spawn(process.execPath, ['--eval', `console.log('up'); ${script}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

async function measureLimit(pid: number): Promise<number> {
  const startedAt = performance.now();
  await new Promise<void>((resolve) => startQuestionClock({ pid, limitMs, onLimit: resolve }));
  return performance.now() - startedAt;
}

test('a program that could not run gets more time, where the system tells', async (context) => {
  if (!existsSync('/proc/self/stat')) context.skip('this system does not tell how long a process ran');
  expect(await measureLimit(await startProgram('setInterval(() => undefined, 60_000)'))).toBeGreaterThan(
    4 * limitMs - 50,
  );
});

test('a clock that is stopped does not call back', async () => {
  let isOver = false;
  const stop = startQuestionClock({
    pid: process.pid,
    limitMs: 20,
    onLimit() {
      isOver = true;
    },
  });
  stop();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isOver).toBe(false);
});
