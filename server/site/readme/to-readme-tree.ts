import type { Token } from 'markdown-it';
import { toPlainText } from './parse-readme.ts';
import { readMarkup, type Tag } from './read-markup.ts';
import { toFileName } from './readme-addresses.ts';
import {
  createTreeBuilder,
  type ElementKind,
  findElementKind,
  type ReadmeNode,
  type TreeBuilder,
} from './readme-tree.ts';

/** Makes one tree of the Markdown and the HTML of a readme. A token that is not known shows its content as text. */
export function toReadmeTree(tokens: readonly Token[]): readonly ReadmeNode[] {
  const builder = createTreeBuilder();
  addTokens(builder, tokens);
  return builder.nodes;
}

const kinds: Readonly<Record<string, ElementKind>> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  table_open: 'table',
  thead_open: 'thead',
  tbody_open: 'tbody',
  tr_open: 'tr',
  th_open: 'th',
  td_open: 'td',
  em_open: 'em',
  strong_open: 'strong',
  s_open: 's',
  link_open: 'a',
};

function addTokens(builder: TreeBuilder, tokens: readonly Token[]): void {
  for (const token of tokens) {
    // A tight list has paragraphs that are not shown.
    if (token.hidden) continue;
    if (token.nesting === -1) {
      builder.closeMarkdown();
    } else if (token.nesting === 1) {
      if (token.block) builder.closeLine();
      const kind = token.type === 'heading_open' ? findElementKind(token.tag) : kinds[token.type];
      builder.open(kind ?? 'div', { opener: 'markdown', name: '', attributes: readAttributes(token) });
    } else {
      addLeaf(builder, token);
    }
  }
}

function readAttributes(token: Token): ReadonlyMap<string, string> {
  const attributes = new Map((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
  if (token.type === 'th_open') attributes.set('scope', 'col');
  const align = /^text-align:(.*)$/.exec(attributes.get('style') ?? '')?.[1];
  if (align !== undefined) attributes.set('align', align);
  return attributes;
}

function addLeaf(builder: TreeBuilder, token: Token): void {
  switch (token.type) {
    case 'inline':
      addTokens(builder, token.children ?? []);
      break;
    case 'code_inline':
      builder.add('code', undefined, token.content);
      break;
    case 'fence':
    case 'code_block':
      builder.closeLine();
      builder.add('fence', new Map([['language', token.info.trim().split(/\s/, 1)[0] ?? '']]), token.content);
      break;
    case 'hr':
      builder.closeLine();
      builder.add('hr');
      break;
    case 'hardbreak':
      builder.add('br');
      break;
    case 'softbreak':
      builder.addText('\n');
      break;
    case 'image':
      builder.add('img', new Map([...readAttributes(token), ['alt', token.content]]));
      break;
    case 'html_block':
    case 'html_inline':
      addHtml(builder, token.content);
      break;
    default:
      builder.addText(token.content);
  }
}

function addHtml(builder: TreeBuilder, html: string): void {
  let done = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const markup = readMarkup(html, at);
    if (markup === undefined) {
      at += 1;
      continue;
    }
    builder.addText(toPlainText(html.slice(done, at)));
    if (markup.tag !== undefined) addTag(builder, markup.tag);
    done = markup.end;
    at = done;
  }
  builder.addText(toPlainText(html.slice(done)));
}

const films: ReadonlySet<string> = new Set(['video', 'audio']);

function addTag(builder: TreeBuilder, { kind: side, name, attributes }: Tag): void {
  if (side === 'close') {
    builder.closeHtml(name);
    return;
  }
  const given = new Map([...attributes].map(([key, value]) => [key, toPlainText(value)]));
  const kind = findElementKind(name);
  if (films.has(name)) addFilm(builder, given.get('src'));
  else if (kind === 'img' || kind === 'br' || kind === 'hr') builder.add(kind, given);
  else if (kind !== undefined) builder.open(kind, { opener: 'html', name, attributes: given });
}

/** A film or a sound is not played here: its address stands for it. */
function addFilm(builder: TreeBuilder, source: string | undefined): void {
  if (source === undefined) return;
  builder.open('a', { opener: 'markdown', name: '', attributes: new Map([['href', source]]) });
  builder.addText(toFileName(source));
  builder.closeMarkdown();
}
