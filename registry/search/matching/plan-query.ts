import type { SearchReason } from '../../../schemas/search.ts';
import { toPairs } from '../text/field-words.ts';
import { maxQueryLength, maxQueryWords } from '../text/limits.ts';
import { normalizeText } from '../text/split-text.ts';
import { isStopWord } from '../text/stop-words.ts';
import { listSynonyms, maxSynonymWords } from '../text/synonyms.ts';
import { listWordForms } from '../text/word-forms.ts';
import { type AskedUnit, splitQuestion } from './split-question.ts';
import { type Term, type WordIndex, writeTerm } from './word-index.ts';

/** A term that stands for a word that was asked. */
export interface Alternative {
  readonly term: Term;
  readonly by: SearchReason['by'];
  /** How much of the full points it earns: 0 to 1. */
  readonly factor: number;
}

/** A word that must be found, by any of its alternatives. */
export interface AskedWord {
  /** As it was typed, and where in the text of the plan. */
  readonly asked: string;
  readonly start: number;
  readonly end: number;
  /** Each stands in some document; the best first. */
  readonly alternatives: readonly Alternative[];
  /** The spelling that was probably meant when this one is not known. */
  readonly correction?: string;
}

/** What to look for. Without words everything is found. */
export interface SearchPlan {
  /** What was read of the question. */
  readonly text: string;
  readonly words: readonly AskedWord[];
}

const maxJoinedWords = 3;
const maxPhraseWords = 8;
/** Of how much worth it is to be found in each way; an exact one is 1. */
const worth = { joined: 0.95, split: 0.9, form: 0.8, prefix: 0.7, synonym: 0.5, typo: 0.5, begunTypo: 0.4 };

/** Reads a question with the words of an index: what is asked, what each word may stand for, and how an unknown one was meant. */
export function planQuery(question: string, index: WordIndex): SearchPlan {
  const text = normalizeText(question, maxQueryLength);
  const units = splitQuestion(text);
  const telling = units.filter(({ joined }) => !isStopWord(joined));
  const wanted = new Set((telling.length === 0 ? units : telling).slice(0, maxQueryWords));
  const words = units.flatMap((unit, at) => (wanted.has(unit) ? toAskedWords(text, units, at, index) : []));
  return { text, words: words.slice(0, maxQueryWords) };
}

function toAskedWords(text: string, units: readonly AskedUnit[], at: number, index: WordIndex): readonly AskedWord[] {
  const unit = units[at];
  if (unit === undefined) return [];
  const last = at === units.length - 1;
  const known = keepKnown(
    [...listWritten(unit, last, index), ...listSpans(units, at, index), ...listMeant(unit)],
    index,
  );
  const place = { asked: text.slice(unit.start, unit.end), start: unit.start, end: unit.end };
  if (known.length > 0) return [{ ...place, alternatives: known }];
  const spelled = spell(text, unit, last, index);
  if (spelled !== undefined || unit.parts.length === 1 || unit.ideographic) {
    return [{ ...place, alternatives: [], ...spelled }];
  }
  // Nobody has it in one piece.
  const parts = unit.parts.map((part) => ({ ...part, parts: [part], joined: part.word, ideographic: false }));
  return parts.flatMap((_, part) => toAskedWords(text, parts, part, index));
}

/** The word itself: in one, in parts, or only begun. */
function listWritten(unit: AskedUnit, last: boolean, index: WordIndex): readonly Alternative[] {
  const words = unit.parts.map(({ word }) => word).slice(0, maxPhraseWords);
  if (unit.ideographic) {
    return [{ term: { words: words.length === 1 ? words : toPairs(words), prefix: false }, by: 'exact', factor: 1 }];
  }
  const spellings = words.length === 1 ? [words] : [[unit.joined], words];
  return [
    ...spellings.map((each): Alternative => ({ term: { words: each, prefix: false }, by: 'exact', factor: 1 })),
    ...listSplits(unit.joined, index),
    ...(last ? spellings : []).map(
      (each): Alternative => ({ term: { words: each, prefix: true }, by: 'prefix', factor: worth.prefix }),
    ),
  ];
}

/** Two known words that were written as one. */
function listSplits(word: string, { vocabulary }: WordIndex): readonly Alternative[] {
  const splits: Alternative[] = [];
  for (let at = 2; at <= word.length - 2; at += 1) {
    const words = [word.slice(0, at), word.slice(at)];
    if (!words.every((each) => vocabulary.countWord(each) > 0)) continue;
    splits.push({ term: { words, prefix: false }, by: 'exact', factor: worth.split });
  }
  return splits;
}

/** What a word means together with its neighbours: several words that others write as one, or that have a synonym as a whole. */
function listSpans(units: readonly AskedUnit[], at: number, { vocabulary }: WordIndex): readonly Alternative[] {
  const found: Alternative[] = [];
  for (let first = Math.max(0, at - maxSynonymWords + 1); first <= at; first += 1) {
    for (let end = Math.max(at + 1, first + 2); end <= Math.min(units.length, first + maxSynonymWords); end += 1) {
      const joined = units
        .slice(first, end)
        .map((unit) => unit.joined)
        .join('');
      found.push(...toSynonyms([joined]));
      if (end - first > maxJoinedWords || units[at]?.ideographic === true) continue;
      if (vocabulary.countWord(joined) > 0) {
        found.push({ term: { words: [joined], prefix: false }, by: 'exact', factor: worth.joined });
      }
      if (end === units.length) {
        found.push({ term: { words: [joined], prefix: true }, by: 'prefix', factor: worth.prefix });
      }
    }
  }
  return found;
}

/** Other forms of the word, and other words for it. */
function listMeant({ joined }: AskedUnit): readonly Alternative[] {
  const forms = listWordForms(joined);
  return [
    ...forms.map(
      (form): Alternative => ({ term: { words: [form], prefix: false }, by: 'synonym', factor: worth.form }),
    ),
    ...toSynonyms([joined, ...forms]),
  ];
}

function toSynonyms(spellings: readonly string[]): readonly Alternative[] {
  return spellings.flatMap(listSynonyms).map((meant) => ({
    term: { words: meant.split(' '), prefix: false },
    by: 'synonym',
    factor: worth.synonym,
  }));
}

/** Keeps what stands in some document, each term once, the best first. */
function keepKnown(alternatives: readonly Alternative[], index: WordIndex): readonly Alternative[] {
  const seen = new Set<string>();
  const ordered = [...alternatives].sort((left, right) => right.factor - left.factor);
  return ordered.filter(({ term }) => {
    const key = writeTerm(term);
    if (seen.has(key)) return false;
    seen.add(key);
    const certain = term.prefix ? term.words.slice(0, -1) : term.words;
    return certain.every((word) => index.vocabulary.countWord(word) > 0) && index.findEntries(term).length > 0;
  });
}

/** What was probably meant by a word that is not known; undefined when nothing is near. */
function spell(
  text: string,
  unit: AskedUnit,
  last: boolean,
  index: WordIndex,
): Pick<AskedWord, 'alternatives' | 'correction'> | undefined {
  if (unit.ideographic) return undefined;
  const inParts = spellParts(text, unit, index);
  if (inParts !== undefined) return inParts;
  const { vocabulary } = index;
  const near = vocabulary.listNear(unit.joined);
  if (near.length > 0) return toSpelled(near, { prefix: false, factor: worth.typo }, near[0]);
  const begun = last ? vocabulary.listNearBeginnings(unit.joined) : [];
  // A beginning is no spelling to suggest.
  return begun.length === 0 ? undefined : toSpelled(begun, { prefix: true, factor: worth.begunTypo }, undefined);
}

function toSpelled(
  words: readonly string[],
  { prefix, factor }: { readonly prefix: boolean; readonly factor: number },
  correction: string | undefined,
): Pick<AskedWord, 'alternatives' | 'correction'> {
  return {
    alternatives: words.map((word) => ({ term: { words: [word], prefix }, by: 'typo', factor })),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** Spells each unknown part of `cert-manger` by itself, so that what was between the parts stays. */
function spellParts(
  text: string,
  unit: AskedUnit,
  index: WordIndex,
): Pick<AskedWord, 'alternatives' | 'correction'> | undefined {
  if (unit.parts.length < 2 || unit.parts.length > maxPhraseWords) return undefined;
  const words: string[] = [];
  let correction = '';
  let at = unit.start;
  for (const { start, end, word } of unit.parts) {
    const known = index.vocabulary.countWord(word) > 0;
    const meant = known ? word : index.vocabulary.listNear(word)[0];
    if (meant === undefined) return undefined;
    words.push(meant);
    correction += text.slice(at, start) + (known ? text.slice(start, end) : meant);
    at = end;
  }
  const term = { words, prefix: false };
  if (index.findEntries(term).length === 0) return undefined;
  return {
    alternatives: [{ term, by: 'typo', factor: worth.typo }],
    correction: correction + text.slice(at, unit.end),
  };
}
