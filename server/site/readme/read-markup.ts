/** A tag, comment or declaration at one place of a text that holds HTML. */
export interface Markup {
  /** Where the text goes on. */
  readonly end: number;
  /** Undefined for what says nothing: comments, declarations, and elements that are left out with their content. */
  readonly tag?: Tag;
  /** Whether its end was found; what has none reaches to the end of the text. */
  readonly ended: boolean;
}

/** A tag as it was written; its attributes are what an author wrote, entities included. */
export interface Tag {
  readonly kind: 'open' | 'close';
  /** Lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const silent: ReadonlySet<string> = new Set(
  'script style svg math template iframe object textarea title select noembed noframes xmp canvas'.split(' '),
);
const maxAttributes = 40;
const noAttributes: ReadonlyMap<string, string> = new Map();
const tagStart = /<(\/?)([a-z][a-z0-9-]*)/iy;
const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const tagEnd = /\s*\/?>/y;

/** Reads the markup that begins at a `<`; undefined when it is a mere character. Takes time in proportion to what it reads. */
export function readMarkup(text: string, start: number): Markup | undefined {
  if (text.startsWith('<!--', start)) return skipTo(text, '-->', start + 4);
  if (text.startsWith('<!', start) || text.startsWith('<?', start)) return skipTo(text, '>', start + 2);
  const [whole, slash, name] = matchAt(tagStart, text, start) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const { attributes, end: attributesEnd } = readAttributes(text, start + whole.length);
  const close = matchAt(tagEnd, text, attributesEnd);
  if (close === undefined) return undefined;
  const end = attributesEnd + close[0].length;
  const tag: Tag = { kind: slash === '/' ? 'close' : 'open', name: name.toLowerCase(), attributes };
  if (!silent.has(tag.name)) return { end, tag, ended: true };
  return tag.kind === 'close' || close[0].includes('/') ? { end, ended: true } : skipContent(text, tag.name, end);
}

function skipContent(text: string, name: string, start: number): Markup {
  const closing = new RegExp(`</${name}(?![a-z0-9-])[^>]*>`, 'gi');
  closing.lastIndex = start;
  const found = closing.exec(text);
  return found === null ? { end: text.length, ended: false } : { end: closing.lastIndex, ended: true };
}

function readAttributes(text: string, start: number) {
  const attributes = new Map<string, string>();
  let end = start;
  while (attributes.size < maxAttributes) {
    const found = matchAt(attribute, text, end);
    if (found === undefined) break;
    const [whole, name = '', ...values] = found;
    const lower = name.toLowerCase();
    if (!attributes.has(lower)) attributes.set(lower, values.find((value) => value !== undefined) ?? '');
    end += whole.length;
  }
  return { attributes: attributes.size === 0 ? noAttributes : attributes, end };
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}

function skipTo(text: string, mark: string, start: number): Markup {
  const found = text.indexOf(mark, start);
  return found === -1 ? { end: text.length, ended: false } : { end: found + mark.length, ended: true };
}
