import { setImmediate } from 'node:timers/promises';
import MarkdownIt, { type Token } from 'markdown-it';
import { readMarkup } from './read-markup.ts';
import { findCut, listBoundaries } from './split-readme.ts';

/** A readme as far as it was read. */
export interface ParsedReadme {
  readonly tokens: readonly Token[];
  /** How many characters were read. */
  readonly end: number;
}

export interface ParseOptions {
  /** Reading stops here at the latest. */
  readonly most: number;
  /** After this no further part is begun. */
  readonly maxMs: number;
}

const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
// What an address may be is decided where it becomes one; refused here, it would be shown as it was written.
markdown.validateLink = () => true;
// The rule of the parser takes quadratic time on comments that do not end.
markdown.inline.ruler.at('html_inline', (state, silentRun) => {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const reach = state.src.slice(state.pos, Math.min(state.posMax, state.pos + maxInlineMarkup));
  const markup = readMarkup(reach, 0);
  if (markup === undefined || !markup.ended) return false;
  if (!silentRun) state.push('html_inline', '', 0).content = reach.slice(0, markup.end);
  state.pos += markup.end;
  return true;
});

const maxInlineMarkup = 4000;
const partCharacters = 16_000;
const maxTokens = 60_000;
const maxDefinitions = 500;
const definition = /^ {0,3}\[[^\]\n]{1,200}\]:[^\n]{1,1000}$/gm;

/** Reads Markdown in parts between which others get their turn. It stops early when it has taken too long or came to more than a page can hold. */
export async function parseReadme(text: string, { most, maxMs }: ParseOptions): Promise<ParsedReadme> {
  const boundaries = listBoundaries(text);
  const limit = findCut(text, boundaries, { most });
  const until = performance.now() + maxMs;
  const environment = {};
  // A part may use what a later one defines.
  if (limit > partCharacters) markdown.parse(listDefinitions(text.slice(0, limit)), environment);
  const tokens: Token[] = [];
  let end = 0;
  while (end < limit && tokens.length < maxTokens && performance.now() < until) {
    const next = Math.min(limit, findCut(text, boundaries, { start: end, most: partCharacters }));
    for (const token of markdown.parse(text.slice(end, next), environment)) tokens.push(token);
    end = next;
    if (end < limit) await setImmediate();
  }
  return { tokens, end };
}

/** Resolves the entities of a text from HTML. */
export function toPlainText(html: string): string {
  return html.includes('&') ? markdown.utils.unescapeAll(html.replaceAll('\\', '\\\\')) : html;
}

function listDefinitions(text: string): string {
  const lines: string[] = [];
  for (const [line] of text.matchAll(definition)) if (lines.push(line) >= maxDefinitions) break;
  return lines.join('\n');
}
