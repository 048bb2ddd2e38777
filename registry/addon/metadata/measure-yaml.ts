import { lexYaml } from './lex-yaml.ts';

/** The lexical tokens of a text; or the limit that it breaks, or (without one) a tab where the client allows none. */
export type YamlTokens =
  | { readonly ok: true; readonly tokens: readonly string[] }
  | {
      readonly ok: false;
      readonly limit: 'maxYamlDepth' | 'maxYamlTokens' | undefined;
      readonly line: number;
      readonly column: number;
    };

export interface MeasureYamlOptions {
  readonly maxYamlDepth: number;
  readonly maxYamlTokens: number;
}

/**
 * Splits a YAML text into tokens and bounds its nesting before anything recursive sees it.
 * The YAML parser recurses once per level, and a few thousand levels on one line can end the whole process.
 * The measure may be off from the real nesting, never by more than a factor of two.
 */
export function measureYaml(text: string, options: MeasureYamlOptions): YamlTokens {
  const tokens: string[] = [];
  const place = new LexicalPlace();
  for (const token of lexYaml(text)) {
    const fault = place.findTab(token);
    if (fault !== undefined) return { ok: false, limit: undefined, ...fault };
    tokens.push(token);
    place.advance(token);
    const limit = place.depth > options.maxYamlDepth ? 'maxYamlDepth' : 'maxYamlTokens';
    if (limit === 'maxYamlDepth' || tokens.length > options.maxYamlTokens) {
      return { ok: false, limit, line: place.line, column: 1 };
    }
  }
  const fault = place.findTab('\n');
  return fault === undefined ? { ok: true, tokens } : { ok: false, limit: undefined, ...fault };
}

/** Follows the tokens of a text: where it stands and how deep. */
class LexicalPlace {
  line = 1;
  private column = 0;
  private flowDepth = 0;
  private atLineStart = true;
  /** Columns at which the open block collections stand. */
  private readonly columns: number[] = [];
  /** Where white space with a tab stood that only a value may follow. */
  private tab: { readonly line: number; readonly column: number } | undefined;
  private previous = '';

  get depth(): number {
    return this.columns.length + this.flowDepth;
  }

  /** Returns where a tab stands that libyaml does not skip: on a line of its own, or after the sign of a list item or a key. */
  findTab(token: string): { readonly line: number; readonly column: number } | undefined {
    if (this.flowDepth > 0) return undefined;
    const isSpace = /^[ \t]+$/.test(token);
    if (isSpace && token.includes('\t')) {
      const here = { line: this.line, column: this.column + token.indexOf('\t') + 1 };
      if (this.previous === '-' || this.previous === '?') return here;
      if (this.atLineStart) this.tab = here;
      return undefined;
    }
    if (isSpace) return undefined;
    const found = /^[\r\n#]/.test(token) ? this.tab : undefined;
    this.tab = undefined;
    return found;
  }

  advance(token: string): void {
    if (isMarker(token)) return;
    if (this.atLineStart && this.flowDepth === 0 && !/^[ \t\r\n]/.test(token)) {
      this.atLineStart = false;
      while ((this.columns.at(-1) ?? -1) >= this.column) this.columns.pop();
    }
    if (token === '[' || token === '{') this.flowDepth += 1;
    else if (token === ']' || token === '}') this.flowDepth = Math.max(0, this.flowDepth - 1);
    else if (this.flowDepth === 0 && isIndicator(token)) this.columns.push(this.column);
    this.previous = token;
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak === -1) {
      this.column += token.length;
    } else {
      this.line += token.split('\n').length - 1;
      this.column = token.length - lastBreak - 1;
      this.atLineStart = true;
    }
  }
}

function isIndicator(token: string): boolean {
  return token === '-' || token === '?' || token === ':';
}

/** The lexer's own signs: start of a document or of a scalar, end of a broken flow collection, byte-order mark. */
function isMarker(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001f' || token === '\ufeff';
}
