import type { SearchReason } from '../../../schemas/search.ts';
import { type FieldWords, searchFields } from '../text/field-words.ts';
import { pointsOfField } from './match-words.ts';
import type { AskedWord, SearchPlan } from './plan-query.ts';
import type { Term } from './word-index.ts';

/** Says for each word of a question where a document has it, in the field where it counts most; best words first. */
export function explainHit(plan: SearchPlan, words: FieldWords): readonly SearchReason[] {
  return plan.words
    .flatMap((asked) => findBestReason(asked, words))
    .sort((left, right) => right.points - left.points)
    .map(({ reason }) => reason);
}

function findBestReason(asked: AskedWord, words: FieldWords): readonly { reason: SearchReason; points: number }[] {
  let best: { reason: SearchReason; points: number } | undefined;
  for (const field of searchFields) {
    for (const { term, by, factor } of asked.alternatives) {
      const points = pointsOfField[field] * factor;
      if (best !== undefined && points <= best.points) continue;
      const word = findTerm(words[field], term);
      if (word !== undefined) best = { reason: { field, word, asked: asked.asked, by }, points };
    }
  }
  return best === undefined ? [] : [best];
}

/** The words of a field that a term stands for; undefined when it does not stand there. */
export function findTerm(words: string, { words: wanted, prefix }: Term): string | undefined {
  const text = ` ${words} `;
  const start = text.indexOf(` ${wanted.join(' ')}${prefix ? '' : ' '}`);
  if (start === -1) return undefined;
  const from = start + 1;
  const end = prefix ? text.indexOf(' ', from + wanted.join(' ').length) : from + wanted.join(' ').length;
  return text.slice(from, end);
}
