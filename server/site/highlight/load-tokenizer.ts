import type { GrammarState, HighlighterCore, LanguageInput } from 'shiki/core';
import type { TokenPart } from '../../../web/context/source-lines.ts';
import type { SourceLanguage } from './find-source-language.ts';
import { markCueLabels } from './mark-cue-labels.ts';
import { findTokenKind, tokenTheme } from './token-theme.ts';

/** Some lines of a text with their colours, and what the next lines are to start from. */
export interface TokenizedLines {
  readonly lines: readonly (readonly TokenPart[])[];
  readonly state: GrammarState | undefined;
}

/** Gives lines of one language their colours, some at a time. */
export interface Tokenizer {
  /** `state` is what the lines before came to; undefined at the beginning. */
  tokenize(text: string, state: GrammarState | undefined): TokenizedLines;
}

const grammars: Readonly<Record<SourceLanguage, LanguageInput>> = {
  cue: () => import('shiki/langs/cue.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  markdown: () => import('shiki/langs/markdown.mjs'),
  hcl: () => import('shiki/langs/hcl.mjs'),
  shellscript: () => import('shiki/langs/shellscript.mjs'),
  go: () => import('shiki/langs/go.mjs'),
};

const maxLineCharacters = 1000;
// The first lines of a language compile its rules, which takes longer than any line does later.
const maxLineMs = 500;
const createCore = async (): Promise<HighlighterCore> => {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  // No WebAssembly: it would keep its memory for ever, and these few grammars do without.
  return createHighlighterCore({ themes: [tokenTheme], langs: [], engine: createJavaScriptRegexEngine() });
};

/** Makes what loads tokenizers: nothing is read from disk before the first one is asked for, and each grammar once. */
export function createTokenizers(): (language: SourceLanguage) => Promise<Tokenizer> {
  let core: Promise<HighlighterCore> | undefined;
  return async (language) => {
    core ??= createCore();
    const highlighter = await core;
    await highlighter.loadLanguage(grammars[language]);
    return {
      tokenize(text, state) {
        const tokens = highlighter.codeToTokensBase(text, {
          lang: language,
          theme: tokenTheme.name,
          tokenizeMaxLineLength: maxLineCharacters,
          tokenizeTimeLimit: maxLineMs,
          ...(state === undefined ? {} : { grammarState: state }),
        });
        const lines = tokens.map((line) =>
          line.map(({ content, color }): TokenPart => {
            const kind = findTokenKind(color);
            return kind === undefined ? { text: content } : { text: content, kind };
          }),
        );
        return {
          lines: language === 'cue' ? lines.map(markCueLabels) : lines,
          state: highlighter.getLastGrammarState(tokens),
        };
      },
    };
  };
}
