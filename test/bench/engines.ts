import { fileURLToPath } from 'node:url';
import { openEngines } from '../../registry/engine/open-engines.ts';
import type { EngineName, EngineOutcome, EngineQuestion, OpenEngines } from '../../registry/engine/types.ts';
import { listEngineProcesses } from '../support/engine-processes.ts';
import type { Row } from './row.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built program of a child: what is measured is what is shipped. */
const program = [fileURLToPath(new URL('../../dist/registry/engine/child/main.js', import.meta.url))];
const names: readonly EngineName[] = ['0.5.0', '0.9.2', '0.14.1'];
const renders = 2_000;
const limitMs = 2_000;

/** Measures the engines as processes: how fast they start, what they weigh, and how far a hostile program gets. */
export async function measureEngines(): Promise<readonly Row[]> {
  return [
    ...(await measureColdStarts()),
    await measureMemoryAtCap(),
    ...(await measureHostileProgram()),
    await measureFlatMemory(),
  ];
}

async function withEngines<Result>(work: (engines: OpenEngines) => Promise<Result>): Promise<Result> {
  const engines = openEngines({ root, program, timeLimits: { usualMs: limitMs, longMs: limitMs } });
  try {
    return await work(engines);
  } finally {
    await engines.close();
  }
}

async function measureColdStarts(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const engine of names) {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      times.push(await withEngines((engines) => measureTime(() => engines.ask(about(engine, smallText)))));
    }
    rows.push({
      work: `cold start of CUE ${engine}, process and first answer`,
      ours: `${percentile(times, 0.5).toFixed(0)} ms`,
      baseline: '-',
      result: percentile(times, 0.5) / 1_000,
      unit: 's',
      wanted: 0.5,
    });
  }
  return rows;
}

/** The largest that a child was seen while texts took all the memory that it has, after it had worked for a while. */
async function measureMemoryAtCap(): Promise<Row> {
  const largest = await withEngines(async (engines) => {
    let seen = 0;
    const watching = setInterval(() => {
      seen = Math.max(seen, ...listEngineProcesses().map(({ residentBytes }) => residentBytes));
    }, 50);
    for (let round = 0; round < 100; round += 1) await engines.ask(about('0.14.1', renderText(round)));
    expectKind(await engines.ask(about('0.14.1', greedyText)), 'stopped');
    clearInterval(watching);
    return seen;
  });
  return {
    work: 'memory of a child with its cap at work',
    ours: `${(largest / 1e6).toFixed(0)} MB`,
    baseline: '-',
    result: largest / 1e6,
    unit: 'MB',
    wanted: 350,
  };
}

async function measureHostileProgram(): Promise<readonly Row[]> {
  return withEngines(async (engines) => {
    for (const engine of names) await engines.ask(about(engine, smallText));
    const alone = await measureNeighbour(engines, 400);
    let overMs = 0;
    const hostile = measureTime(async () => {
      expectKind(await engines.ask(about('0.9.2', endlessText)), 'stopped');
    }).then((tookMs) => {
      overMs = tookMs - limitMs;
    });
    const beside = await measureNeighbour(engines, 400);
    await hostile;
    return [
      {
        work: `a program without end, stopped after its limit of ${limitMs / 1000} s`,
        ours: `${overMs.toFixed(0)} ms late`,
        baseline: '-',
        result: overMs / 1_000,
        unit: 's',
        wanted: 0.2,
      },
      {
        work: "p99 of another engine's questions meanwhile",
        ours: `${beside.toFixed(1)} ms`,
        baseline: `${alone.toFixed(1)} ms (alone)`,
        result: alone / beside,
        unit: 'ratio',
        wanted: 0.5,
      },
    ];
  });
}

async function measureNeighbour(engines: OpenEngines, questions: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < questions; index += 1) {
    times.push(await measureTime(() => engines.ask(about('0.14.1', smallText))));
  }
  return percentile(times, 0.99);
}

async function measureFlatMemory(): Promise<Row> {
  const [half = 0, whole = 0] = await withEngines(async (engines) => {
    const weights: number[] = [];
    for (let index = 1; index <= renders; index += 1) {
      expectKind(await engines.ask(about('0.14.1', renderText(index))), 'answer');
      if (index % (renders / 2) === 0) weights.push(listEngineProcesses()[0]?.residentBytes ?? 0);
    }
    return weights;
  });
  return {
    work: `memory of a child, first half of ${renders} evaluations against the second`,
    ours: `${(whole / 1e6).toFixed(0)} MB`,
    baseline: `${(half / 1e6).toFixed(0)} MB (half way)`,
    result: half / whole,
    unit: 'ratio',
    wanted: 0.9,
  };
}

const smallText = 'a: 1\nb: a + 1\n#C: {name: string, count: int | *3}\nc: #C & {name: "x"}\n';
/** Every line doubles a text. */
const greedyText = [...Array(40).keys()]
  .map((n) => (n === 0 ? 'a0: "0123456789"' : `a${n}: a${n - 1} + a${n - 1}`))
  .join('\n');
const endlessText =
  'import "list"\na: [for x in list.Range(0, 9000, 1) for y in list.Range(0, 9000, 1) if x * y < 0 {x}]\n';

function renderText(seed: number): string {
  const objects = [...Array(12).keys()].map(
    (n) => `o${n}: #Object & {metadata: name: "n-${seed}-${n}", spec: replicas: ${n}}`,
  );
  return [
    '#Object: {apiVersion: string | *"v1", kind: string | *"Pod", metadata: name: string, spec: {...}}',
    ...objects,
  ].join('\n');
}

function about(engine: EngineName, text: string): EngineQuestion<'vet'> {
  const request = {
    files: [{ name: 'a.cue', text }],
    context: 'plain',
    line: '1.10',
    upgrade: false,
    ambient: [],
  } as const;
  return { engine, operation: 'vet', request };
}

function expectKind(outcome: EngineOutcome<'vet'>, kind: EngineOutcome<'vet'>['kind']): void {
  if (outcome.kind !== kind) throw new Error(`expected ${kind}, not ${JSON.stringify(outcome).slice(0, 200)}`);
}

async function measureTime(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
