import type { Match } from './match-words.ts';
import type { AskedWord, SearchPlan } from './plan-query.ts';

/**
 * How the question was probably meant: unknown words in the spelling of the nearest known one. When nothing has all words,
 * only those stay that most documents have together. Undefined when the question is good as it is, or nothing would find more.
 */
export function suggestQuery(
  plan: SearchPlan,
  match: Match,
  admits: (ordinal: number) => boolean,
  total: number,
): string | undefined {
  const kept = total > 0 ? match.all : findBestWords(match, admits);
  if (kept === 0) return undefined;
  const words = plan.words.filter((_, position) => (kept & (1 << position)) !== 0);
  if (words.length === plan.words.length && words.every(({ correction }) => correction === undefined)) return undefined;
  if (words.length === plan.words.length) return replaceWords(plan.text, words).trim();
  return words.map(({ asked, correction }) => correction ?? asked).join(' ');
}

/** Of the sets of words that some document has, the largest, and of those the one that most documents have; 0 when no document has any. */
function findBestWords({ found }: Match, admits: (ordinal: number) => boolean): number {
  const counts = new Map<number, number>();
  for (const [ordinal, bits] of found.entries()) {
    if (bits !== 0 && admits(ordinal)) counts.set(bits, (counts.get(bits) ?? 0) + 1);
  }
  let best = 0;
  for (const [bits, count] of counts) {
    const more = countBits(bits) - countBits(best) || count - (counts.get(best) ?? 0) || best - bits;
    if (best === 0 || more > 0) best = bits;
  }
  return best;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function replaceWords(text: string, words: readonly AskedWord[]): string {
  let replaced = '';
  let at = 0;
  for (const { start, end, correction } of words) {
    if (correction === undefined) continue;
    replaced += text.slice(at, start) + correction;
    at = end;
  }
  return replaced + text.slice(at);
}
