import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { EngineName } from '../../registry/engine/types.ts';

/**
 * What the hostile engine does with each question, chosen by the first letter of the operation:
 * `package` is answered with how often this instance was asked, `describe` the same after taking 200 MiB, `template` is never answered,
 * `notes` takes memory without end, `schema` recurses without end, `facts` traps, `upgrade` gets nonsense, `compare` an address that is none.
 */
const operationAt = '{"operation":"'.length;
const answerAt = 64;
const answer = '{"kind":"answer","value":{"package":"0"}}';
const countAt = answerAt + answer.indexOf('0');
const nonsenseAt = 256;
const nonsense = 'nonsense';

const i32 = 0x7f;
const i64 = 0x7e;
const empty = 0x40;

/** Writes an engine with the interface of the real ones and the worst manners, a few hundred bytes of WebAssembly. */
export async function writeHostileEngine(folder: string, engine: EngineName): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `cue-${engine}.wasm.br`);
  await writeFile(path, brotliCompressSync(Uint8Array.from(assemble())));
  return path;
}

function assemble(): readonly number[] {
  const types = [func([], []), func([i32], [i32]), func([i32, i32], [i64])];
  const bodies = [
    body([]),
    body(i32Const(1_024)),
    body(callBody()),
    body([]),
    // Calls itself and has something left to do, so that no call can take the place of the one before.
    body([0x10, 4, 0x10, 4]),
  ];
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(3, vector([[0], [1], [2], [0], [0]])),
    ...section(5, vector([[0, 1]])),
    ...section(6, vector([[i32, 1, ...i32Const('0'.charCodeAt(0)), 0x0b]])),
    ...section(
      7,
      vector([
        exported('_initialize', 0, 0),
        exported('alloc', 0, 1),
        exported('call', 0, 2),
        exported('done', 0, 3),
        exported('memory', 2, 0),
      ]),
    ),
    ...section(10, vector(bodies)),
    ...section(11, vector([text(answerAt, answer), text(nonsenseAt, nonsense)])),
  ];
}

function callBody(): readonly number[] {
  const loopForEver = [0x03, empty, 0x0c, 0, 0x0b];
  const growPages = (pages: number) => [...i32Const(pages), 0x40, 0];
  const takeMemory = [0x03, empty, ...growPages(256), ...i32Const(-1), 0x46, 0x04, empty, 0x00, 0x0b, 0x0c, 0, 0x0b];
  return [
    ...whenAsked('t', loopForEver),
    ...whenAsked('n', takeMemory),
    ...whenAsked('s', [0x10, 4]),
    ...whenAsked('f', [0x00]),
    ...whenAsked('u', [...place(nonsenseAt, nonsense.length), 0x0f]),
    ...whenAsked('c', [...place(0x7fff_0000, 64), 0x0f]),
    ...whenAsked('d', [...growPages(3_200), 0x1a]),
    // The count is a digit of the answer.
    ...[0x23, 0, ...i32Const(1), 0x6a, 0x24, 0],
    ...[...i32Const(countAt), 0x23, 0, 0x3a, 0, 0],
    ...place(answerAt, answer.length),
  ];
}

/** Runs instructions when the operation of the question begins with a letter. */
function whenAsked(letter: string, instructions: readonly number[]): readonly number[] {
  const loadLetter = [0x20, 0, 0x2d, 0, operationAt];
  return [...loadLetter, ...i32Const(letter.charCodeAt(0)), 0x46, 0x04, empty, ...instructions, 0x0b];
}

function place(address: number, length: number): readonly number[] {
  return [0x42, ...signed((BigInt(address) << 32n) | BigInt(length))];
}

function i32Const(value: number): readonly number[] {
  return [0x41, ...signed(BigInt(value))];
}

function func(parameters: readonly number[], results: readonly number[]): readonly number[] {
  return [0x60, parameters.length, ...parameters, results.length, ...results];
}

function body(instructions: readonly number[]): readonly number[] {
  const content = [0, ...instructions, 0x0b];
  return [...unsigned(content.length), ...content];
}

function exported(name: string, kind: number, index: number): readonly number[] {
  return [name.length, ...Buffer.from(name), kind, index];
}

function text(address: number, content: string): readonly number[] {
  return [0, ...i32Const(address), 0x0b, content.length, ...Buffer.from(content)];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)];
}

function signed(value: bigint): readonly number[] {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}
