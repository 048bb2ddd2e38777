import type { Match } from './match-words.ts';
import type { AskedWord, SearchPlan } from './plan-query.ts';

export interface SuggestQueryOptions {
  readonly plan: SearchPlan;
  readonly match: Match;
  /** Whether the narrowing of the question lets a document through. */
  readonly admits: (ordinal: number) => boolean;
  /** How many documents were found. */
  readonly total: number;
}

/**
 * How the question was probably meant: unknown words in the spelling of the nearest known one. When nothing has all words,
 * only those stay that most documents have together. Undefined when the question is good as it is, or nothing would find more.
 */
export function suggestQuery({ plan, match, admits, total }: SuggestQueryOptions): string | undefined {
  const kept = total > 0 ? match.all : findBestWords(match, admits);
  if (kept === 0) return undefined;
  const words = plan.words.filter((_, position) => (kept & (1 << position)) !== 0);
  if (words.length < plan.words.length) return words.map(({ asked, correction }) => correction ?? asked).join(' ');
  if (words.every(({ correction }) => correction === undefined)) return undefined;
  return replaceWords(plan.text, words).trim();
}

/** Of the sets of words that some document has, the largest, and of those the one that most documents have; 0 when no document has any. */
function findBestWords({ bits, all }: Match, admits: (ordinal: number) => boolean): number {
  const counts = new Uint32Array(all + 1);
  for (let ordinal = 0; ordinal < bits.length; ordinal += 1) {
    const has = bits[ordinal] ?? 0;
    if (has !== 0 && admits(ordinal)) counts[has] = (counts[has] ?? 0) + 1;
  }
  let best = 0;
  for (const [has, count] of counts.entries()) {
    if (count > 0 && (countBits(has) - countBits(best) || count - (counts[best] ?? 0)) > 0) best = has;
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
