import { splitText, type TextPart } from '../text/split-text.ts';

/** One word of a question, which may have parts. */
export interface AskedUnit {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly TextPart[];
  readonly joined: string;
  readonly ideographic: boolean;
}

/** Splits a question that was normalized into its words; Chinese and Japanese is split where a dictionary says so. */
export function splitQuestion(text: string): readonly AskedUnit[] {
  return splitText(text).flatMap((word) => (word.ideographic ? splitIdeographic(text, word) : [word]));
}

// Only questions are split with it: an index does not depend on the dictionary of the Node that made it.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function splitIdeographic(text: string, word: AskedUnit): readonly AskedUnit[] {
  const units: AskedUnit[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(word.start, word.end))) {
    const start = word.start + index;
    const end = start + segment.length;
    const parts = word.parts.filter((part) => part.start >= start && part.end <= end);
    if (parts.length === 0) continue;
    units.push({ start, end, parts, joined: parts.map((part) => part.word).join(''), ideographic: true });
  }
  return units;
}
