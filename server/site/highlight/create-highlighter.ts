import { setImmediate } from 'node:timers/promises';
import type { GrammarState } from 'shiki/core';
import { BoundedCache } from '../../../registry/bounded-cache.ts';
import { type SourceLine, splitLines, type TokenPart } from '../../../web/context/source-lines.ts';
import { cutLine } from '../source/cut-lines.ts';
import type { SourceLanguage } from './find-source-language.ts';
import { createTokenizers, type Tokenizer } from './load-tokenizer.ts';

/** A text that is to be shown. */
export interface HighlightRequest {
  readonly text: string;
  /** Undefined = it gets no colours. */
  readonly language: SourceLanguage | undefined;
  /** Names the text for good; what has one is remembered. */
  readonly digest?: string;
}

/** Splits texts into lines and gives them colours. */
export interface Highlighter {
  /** All lines of a text. They are plain where the language is not known, where the text is too large, and from where its time ran out. */
  highlight(request: HighlightRequest): Promise<readonly SourceLine[]>;
}

export interface HighlighterOptions {
  /** A longer text stays plain; default 150 000. */
  readonly maxCharacters?: number;
  /** How long one text may be worked at; default 1 s. */
  readonly maxMs?: number;
}

/** Lines between which others get their turn. */
const linesAtOnce = 40;
const maxShownCharacters = 2000;
const maxCacheBytes = 16_000_000;
/** What a part takes in memory besides its text. */
const partBytes = 72;

/** Makes a highlighter, which loads its grammars when they are first asked for. */
export function createHighlighter(options: HighlighterOptions = {}): Highlighter {
  const { maxCharacters = 150_000, maxMs = 1000 } = options;
  const cache = new BoundedCache<readonly SourceLine[]>({ maxWeight: maxCacheBytes });
  const underWay = new Map<string, Promise<readonly SourceLine[]>>();
  const loadTokenizer = createTokenizers();

  async function highlightOnce({ text, language }: HighlightRequest): Promise<readonly SourceLine[]> {
    const lines = splitLines(text);
    if (language === undefined || text.length > maxCharacters)
      return lines.map((line) => toSourceLine([{ text: line }]));
    const tokenizer = await loadTokenizer(language);
    return colour(tokenizer, lines, performance.now() + maxMs);
  }

  return {
    async highlight(request) {
      const { digest, language } = request;
      if (digest === undefined) return highlightOnce(request);
      const key = `${language} ${digest}`;
      const kept = cache.find(key);
      if (kept !== undefined) return kept;
      const working = underWay.get(key) ?? highlightOnce(request).finally(() => underWay.delete(key));
      underWay.set(key, working);
      const lines = await working;
      const parts = lines.reduce((sum, line) => sum + line.parts.length, 0);
      cache.save(key, lines, request.text.length * 2 + parts * partBytes);
      return lines;
    },
  };
}

async function colour(tokenizer: Tokenizer, lines: readonly string[], until: number): Promise<readonly SourceLine[]> {
  const coloured: SourceLine[] = [];
  let state: GrammarState | undefined;
  while (coloured.length < lines.length && performance.now() < until) {
    const some = lines.slice(coloured.length, coloured.length + linesAtOnce);
    const result = tokenizer.tokenize(some.join('\n'), state);
    state = result.state;
    coloured.push(...some.map((line, index) => toSourceLine(result.lines[index] ?? [{ text: line }])));
    await setImmediate();
  }
  return [...coloured, ...lines.slice(coloured.length).map((line) => toSourceLine([{ text: line }]))];
}

/** Joins neighbours of one kind, and cuts off what no screen can show. */
function toSourceLine(parts: readonly TokenPart[]): SourceLine {
  const joined: TokenPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.kind === part.kind)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== '') joined.push(part);
  }
  return cutLine({ parts: joined }, maxShownCharacters);
}
