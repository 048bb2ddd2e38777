import { SetFault } from './set-text.ts';
import type { SetNode } from './set-tree.ts';

const words: ReadonlyMap<string, SetNode> = new Map<string, SetNode>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['0', 0],
]);
const maxSigned = 2n ** 63n - 1n;

/** Gives a value the type that Helm gives it (`strvals.typedVal`); floats and numbers that begin with 0 stay texts. */
export function toTypedValue(text: string): SetNode {
  const word = words.get(text.toLowerCase());
  if (word !== undefined) return word;
  if (!/^[-+]?[0-9]+$/.test(text) || text.startsWith('0')) return text;
  const number = BigInt(text.replace(/^\+/, ''));
  if (number > maxSigned || number < -maxSigned - 1n) return text;
  if (!Number.isSafeInteger(Number(number))) {
    throw new SetFault(`the integer ${text} is beyond 2^53 and cannot be carried exactly`);
  }
  return Number(number);
}
