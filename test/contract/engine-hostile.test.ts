import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openEngines } from '../../registry/engine/open-engines.ts';
import type { EngineName } from '../../registry/engine/types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const timeLimits = { usualMs: 1_500, longMs: 1_500 };
const engines = openEngines({ root, timeLimits });
afterAll(() => engines.close());

const names: readonly EngineName[] = ['0.5.0', '0.9.2', '0.14.1'];
const times = (count: number, line: (index: number) => string) => [...Array(count).keys()].map(line).join('\n');

/** Programs that nobody should write (threats.md T11): what becomes of each is the engine's business, as long as it ends. */
const programs = [
  [
    'a list of 81 million',
    'import "list"\na: [for x in list.Range(0, 9000, 1) for y in list.Range(0, 9000, 1) {x * y}]',
  ],
  ['a text that doubles 40 times', times(40, (n) => (n === 0 ? 'a0: "0123456789"' : `a${n}: a${n - 1} + a${n - 1}`))],
  ['a repeated text of 2 GB', 'import "strings"\na: strings.Repeat("0123456789", 200000000)'],
  ['a repeated list of a thousand million', 'import "list"\na: list.Repeat([1, 2], 1000000000)'],
  [
    'disjunctions of disjunctions',
    `${times(24, (n) => `d${n}: {a: 1} | {b: ${n}} | {c: int}`)}\nx: ${[...Array(24).keys()].map((n) => `d${n}`).join(' & ')}`,
  ],
  ['a structure that holds itself', '#T: {next: #T}\nt: #T'],
  ['a structure that grows as it is read', '#T: {n: int, next: #T & {n: 1}}\nt: #T & {n: 0}'],
  ['a number with a thousand million digits', 'a: 1e1000000000\nb: a * a + 1'],
  ['a power of powers', 'import "math"\na: math.Pow(10, math.Pow(10, 9))'],
  ['an expression that catches regular expressions', 'a: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" & =~"^(a+)+$"'],
  ['480 levels of brackets', `a: ${'['.repeat(480)}1${']'.repeat(480)}`],
  ['400 levels of operators', `a: ${'-'.repeat(400)}1`],
  ['a NUL', 'a: "\u0000"\nb: \u0000'],
  ['half a text', 'a: """\n  never closed'],
  [
    'imports that run programs',
    'import "tool/exec"\nimport "tool/http"\na: exec.Run & {cmd: "id"}\nb: http.Get & {url: "http://127.0.0.1"}',
  ],
] as const;

const missing = names.some((name) => !existsSync(`${root}/cue/engines/cue-${name}.wasm.br`));
const note = missing ? ' (skipped: the engines are not built)' : '';

describe.skipIf(missing).each(names)(`CUE %s${note}`, (engine) => {
  test.each(programs)('%s ends, and the next question is answered', { timeout: 60_000 }, async (_what, text) => {
    const outcome = await engines.ask(toQuestion(engine, text));
    expect(['answer', 'error', 'stopped']).toContain(outcome.kind);
    expect(outcome).not.toMatchObject({ reason: 'crash' });
    const next = await engines.ask(toQuestion(engine, 'a: 1'));
    expect(next).toEqual({ kind: 'answer', value: { diagnostics: [] } });
  });
});

function toQuestion(engine: EngineName, text: string) {
  const request = {
    files: [{ name: 'a.cue', text }],
    context: 'plain',
    line: '1.10',
    upgrade: false,
    ambient: [],
  } as const;
  return { engine, operation: 'vet', request } as const;
}
