import { expect, test } from 'vitest';
import { capMemory, pageBytes } from './cap-memory.ts';

const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const exportMemory = [7, 5, 1, 1, 0x6d, 2, 0];

function memoryOf(module: Uint8Array<ArrayBuffer>): WebAssembly.Memory {
  const { m } = new WebAssembly.Instance(new WebAssembly.Module(module)).exports;
  if (!(m instanceof WebAssembly.Memory)) throw new Error('no memory is exported');
  return m;
}

test.each([
  ['without a maximum', [5, 3, 1, 0, 2]],
  ['with a larger one', [5, 5, 1, 1, 2, 0x80, 0x40]],
  ['behind another section', [0, 3, 1, 0x78, 9, 5, 3, 1, 0, 2]],
])('a memory %s grows to the cap and no further', (_what, section) => {
  const memory = memoryOf(capMemory(Uint8Array.from([...head, ...section, ...exportMemory]), 300));
  expect(memory.buffer.byteLength).toBe(2 * pageBytes);
  memory.grow(298);
  expect(memory.buffer.byteLength).toBe(300 * pageBytes);
  expect(() => memory.grow(1)).toThrow(RangeError);
});

test.each([
  ['no memory', head, 'the module has no memory of its own'],
  ['two memories', [...head, 5, 5, 2, 0, 1, 0, 1], 'the module has 2 memories'],
  ['half a number', [...head, 5, 0x80], 'the module is cut off'],
])('a module with %s is refused', (_what, bytes, message) => {
  expect(() => capMemory(Uint8Array.from(bytes), 1)).toThrow(message);
});
