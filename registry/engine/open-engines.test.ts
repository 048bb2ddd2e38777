import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listEngineProcesses } from '../../test/support/engine-processes.ts';
import { writeHostileEngine } from '../../test/support/hostile-engine.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { type OpenEnginesOptions, openEngines } from './open-engines.ts';
import type { EngineName, EngineQuestion, OpenEngines } from './types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = { name: 'a.cue', text: 'a: 1' };
const context = { name: 'context.cue', text: '' };

/** What the hostile engine makes of it stands in its own file. */
const questions = {
  answered: { operation: 'package', request: { file } },
  answeredWithMuchMemory: { operation: 'describe', request: { file, line: '1.10' } },
  endless: { operation: 'template', request: { template: file, context, files: [], fix: false, locate: [] } },
  greedy: { operation: 'notes', request: { file, context } },
  recursive: { operation: 'schema', request: { file, line: '1.10' } },
  trap: { operation: 'facts', request: { files: [file], context: 'plain', line: '1.10' } },
  nonsense: { operation: 'upgrade', request: { file } },
  nowhere: { operation: 'compare', request: { before: file, after: file, line: '1.10' } },
} as const;

async function openHostile(options: Partial<OpenEnginesOptions> = {}): Promise<OpenEngines> {
  const folder = temporaryFolder();
  await writeHostileEngine(folder, '0.9.2');
  await writeHostileEngine(folder, '0.14.1');
  const engines = openEngines({ root, folder, ...options });
  onTestFinished(() => engines.close());
  return engines;
}

function to(name: keyof typeof questions, engine: EngineName = '0.9.2'): EngineQuestion<'package'> {
  // The hostile engine has one form of answer for everything.
  return { engine, ...questions[name] } as unknown as EngineQuestion<'package'>;
}

function answered(count: number) {
  return { kind: 'answer', value: { package: String(count) } };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function waitUntil(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(25);
  expect(holds()).toBe(true);
}

describe('a program that has to be stopped', () => {
  test.each([
    ['endless', 'time', /no answer within 1\.5 s/],
    ['greedy', 'memory', /more than 208 MiB/],
    ['recursive', 'depth', /deeper than the stack/],
    ['trap', 'crash', /unreachable/],
    ['nonsense', 'crash', /no outcome/],
    ['nowhere', 'crash', /outside of its memory/],
  ] as const)('%s: stopped for %s, and the next question is answered by a new child', async (name, reason, message) => {
    const engines = await openHostile(name === 'endless' ? { timeLimits: { usualMs: 1_500, longMs: 1_500 } } : {});
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
    expect(await engines.ask(to('answered'))).toEqual(answered(2));
    expect(await engines.ask(to(name))).toEqual({ kind: 'stopped', reason, message: expect.stringMatching(message) });
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
  });

  test('costs its neighbours nothing', async () => {
    const engines = await openHostile({ timeLimits: { usualMs: 5_000, longMs: 5_000 } });
    await engines.ask(to('answered', '0.14.1'));
    let isOver = false;
    const endless = engines.ask(to('endless')).finally(() => {
      isOver = true;
    });
    expect(await engines.ask(to('answered', '0.14.1'))).toEqual(answered(2));
    expect(isOver).toBe(false);
    expect(await endless).toMatchObject({ reason: 'time' });
  });

  test('an instance with little memory left is replaced', async () => {
    const engines = await openHostile();
    await engines.ask(to('answered'));
    expect(await engines.ask(to('answeredWithMuchMemory'))).toEqual(answered(2));
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
  });
});

describe('a child process', () => {
  test('starts with the first question and ends when it is idle', async () => {
    const engines = await openHostile({ idleMs: 200 });
    expect(listEngineProcesses()).toEqual([]);
    await engines.ask(to('answered'));
    expect(listEngineProcesses()).toHaveLength(1);
    await waitUntil(() => listEngineProcesses().length === 0);
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
  });

  test('is ended by close, and what it was asked is refused', async () => {
    const engines = await openHostile();
    await engines.ask(to('answered'));
    const endless = expect(engines.ask(to('endless'))).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    await sleep(50);
    await engines.close();
    await endless;
    expect(listEngineProcesses()).toEqual([]);
    await expect(engines.ask(to('answered'))).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  test('that was killed from outside while idle is replaced', async () => {
    const engines = await openHostile();
    await engines.ask(to('answered'));
    for (const { pid } of listEngineProcesses()) process.kill(pid, 'SIGKILL');
    await waitUntil(() => listEngineProcesses().length === 0);
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
  });
});

describe('a program that is killed', () => {
  test('leaves no child behind, however busy it is', async () => {
    const folder = temporaryFolder();
    await writeHostileEngine(folder, '0.9.2');
    const program = `
      import { openEngines } from ${JSON.stringify(new URL('open-engines.ts', import.meta.url).href)};
      const engines = openEngines(${JSON.stringify({ root, folder })});
      await engines.ask(${JSON.stringify(to('answered'))});
      console.log('answered');
      await engines.ask(${JSON.stringify(to('endless'))});
    `;
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', program];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      parent.kill('SIGKILL');
    });
    await once(parent.stdout, 'data');
    const orphans = listEngineProcesses(parent.pid);
    expect(orphans).toHaveLength(1);
    await sleep(200);
    parent.kill('SIGKILL');
    await waitUntil(() => !isRunning(orphans[0]?.pid ?? 0));
  });
});

describe('waiting', () => {
  test('questions of people go first', async () => {
    const engines = await openHostile();
    const order: string[] = [];
    const ask = async (name: string, priority: 'interactive' | 'background') => {
      await engines.ask({ ...to('answered'), priority });
      order.push(name);
    };
    const asked = ['background 1', 'background 2', 'background 3'].map((name) => ask(name, 'background'));
    await Promise.all([...asked, ask('interactive 1', 'interactive'), ask('interactive 2', 'interactive')]);
    expect(order.indexOf('interactive 2')).toBeLessThan(order.indexOf('background 3'));
  });

  test('a person does not wait for background work that lasts', async () => {
    const engines = await openHostile({ timeLimits: { usualMs: 5_000, longMs: 5_000 } });
    const endless = engines.ask({ ...to('endless'), priority: 'background' });
    let isOver = false;
    const over = endless.then(() => {
      isOver = true;
    });
    expect(await engines.ask(to('answered'))).toEqual(answered(1));
    expect(isOver).toBe(false);
    await over;
  });

  test('too many are refused', async () => {
    const engines = await openHostile({ queue: { maxWaiting: { interactive: 1, background: 1 }, maxRunning: 1 } });
    const running = engines.ask(to('answered'));
    const waiting = engines.ask(to('answered'));
    await expect(engines.ask(to('answered'))).rejects.toMatchObject({ code: 'ENGINE_BUSY' });
    expect(await Promise.all([running, waiting])).toEqual([answered(1), answered(2)]);
  });

  test('an aborted question is taken back, or its child is ended', async () => {
    const engines = await openHostile({ queue: { maxRunning: 1 }, timeLimits: { usualMs: 60_000, longMs: 60_000 } });
    await engines.ask(to('answered'));
    const running = new AbortController();
    const queued = new AbortController();
    const endless = engines.ask({ ...to('endless'), signal: running.signal });
    const waiting = engines.ask({ ...to('answered'), signal: queued.signal });
    const last = engines.ask(to('answered'));
    queued.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    running.abort();
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    expect(await last).toEqual(answered(1));
    await expect(engines.ask({ ...to('answered'), signal: queued.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('questions that are not asked', () => {
  test('too large, or nested too deeply', async () => {
    const engines = await openHostile();
    const ask = (text: string) =>
      engines.ask({ engine: '0.9.2', operation: 'package', request: { file: { name: 'a.cue', text } } });
    expect(await ask('x'.repeat(9 * 1024 * 1024))).toMatchObject({ kind: 'stopped', reason: 'size' });
    expect(await ask(`a: ${'['.repeat(501)}`)).toMatchObject({ kind: 'stopped', reason: 'depth' });
    expect(listEngineProcesses()).toEqual([]);
  });
});

describe('an engine that cannot be started', () => {
  test.each([
    ['is missing', (folder: string) => writeFileSync(join(folder, 'SHA256SUMS'), ''), '0.5.0', /is missing/],
    [
      'is not the released one',
      (folder: string) => writeFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  cue-0.9.2.wasm.br\n`),
      '0.9.2',
      /SHA256SUMS/,
    ],
    [
      'is no engine',
      (folder: string) => writeFileSync(join(folder, 'cue-0.9.2.wasm.br'), 'x'),
      '0.9.2',
      /cannot be started/,
    ],
  ] as const)('%s', async (_what, spoil, engine, message) => {
    const folder = temporaryFolder();
    await writeHostileEngine(folder, '0.9.2');
    spoil(folder);
    const engines = await openHostile({ folder });
    const refused = { code: 'ENGINE_UNAVAILABLE', message: expect.stringMatching(message) };
    await expect(engines.ask(to('answered', engine))).rejects.toMatchObject(refused);
  });
});
