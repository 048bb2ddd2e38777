import { answerQuery } from '../matching/answer-query.ts';
import { DocumentTable } from '../matching/document-table.ts';
import { explainHit, findTerm } from '../matching/explain-hit.ts';
import { type Term, toEntry, type WordIndex } from '../matching/word-index.ts';
import { type FieldWords, listFieldWords, searchFields, toFieldWords } from '../text/field-words.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { FoundDocument, SearchHit, SearchIndex } from '../types.ts';

interface Kept {
  readonly document: FoundDocument;
  readonly words: FieldWords;
}

interface Group {
  readonly fingerprint: string;
  readonly ordinals: readonly number[];
}

/** A search index that lives as long as the process: the plainest one that keeps the promises of the port. */
export function createMemorySearchIndex(): SearchIndex {
  const groups = new Map<string, Group>();
  const documents = new DocumentTable();
  const kept = new Map<number, Kept>();
  const vocabulary = new Vocabulary();
  /** Documents that have a word in any field. */
  const ofWord = new Map<string, Set<number>>();
  const index: WordIndex = { vocabulary, findEntries };

  function findEntries(term: Term): Uint32Array {
    const entries: number[] = [];
    for (const ordinal of listHolders(term)) {
      const words = kept.get(ordinal)?.words;
      if (words === undefined) continue;
      for (const field of searchFields) {
        if (findTerm(words[field], term) !== undefined) entries.push(toEntry(ordinal, field));
      }
    }
    return Uint32Array.from(entries).sort();
  }

  /** Documents that have the word of a term that few have; of a beginning, all that have a word which begins so. */
  function listHolders({ words, prefix }: Term): Iterable<number> {
    const whole = prefix ? words.slice(0, -1) : words;
    if (whole.length > 0) {
      const [fewest] = whole.map((word) => ofWord.get(word) ?? new Set<number>()).sort((a, b) => a.size - b.size);
      return fewest ?? [];
    }
    const begins = words[0] ?? '';
    const holders = new Set<number>();
    for (const [word, ordinals] of ofWord) {
      if (word.startsWith(begins)) for (const ordinal of ordinals) holders.add(ordinal);
    }
    return holders;
  }

  function add(ordinal: number, { document, words }: Kept): void {
    documents.save(ordinal, document);
    kept.set(ordinal, { document, words });
    for (const word of listFieldWords(words)) {
      vocabulary.add(word);
      const holders = ofWord.get(word);
      if (holders === undefined) ofWord.set(word, new Set([ordinal]));
      else holders.add(ordinal);
    }
  }

  function drop(group: string): void {
    for (const ordinal of groups.get(group)?.ordinals ?? []) {
      const words = kept.get(ordinal)?.words;
      if (words === undefined) continue;
      for (const word of listFieldWords(words)) {
        vocabulary.remove(word);
        const holders = ofWord.get(word);
        holders?.delete(ordinal);
        if (holders?.size === 0) ofWord.delete(word);
      }
      kept.delete(ordinal);
      documents.remove(ordinal);
    }
    groups.delete(group);
  }

  function toHit(ordinal: number, explain: (words: FieldWords) => SearchHit['reasons']): readonly SearchHit[] {
    const found = kept.get(ordinal);
    return found === undefined ? [] : [{ document: found.document, reasons: explain(found.words) }];
  }

  return {
    listGroups: async () => new Map([...groups].map(([group, { fingerprint }]) => [group, fingerprint])),

    async save(batches) {
      for (const { group, fingerprint, documents: added } of batches) {
        drop(group);
        const ordinals = documents.take(added.length);
        for (const [position, document] of added.entries()) {
          const { body, ...found } = document;
          const ordinal = ordinals[position];
          if (ordinal !== undefined) add(ordinal, { document: found, words: toFieldWords(document) });
        }
        groups.set(group, { fingerprint, ordinals });
      }
    },

    async remove(removed) {
      for (const group of removed) drop(group);
    },

    async search(query) {
      const { ordinals, plan, ...answer } = answerQuery(index, documents, query);
      const explain = query.explain === true ? (words: FieldWords) => explainHit(plan, words) : () => [];
      return { ...answer, hits: ordinals.flatMap((ordinal) => toHit(ordinal, explain)) };
    },

    close: async () => {},
  };
}
