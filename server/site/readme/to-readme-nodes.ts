import type { Token } from 'markdown-it';
import { type ComponentChild, Fragment, h } from 'preact';
import { type ReadmeAddresses, readmeIdPrefix, toSlug } from './readme-addresses.ts';

/** An element that is still open. */
interface OpenElement {
  readonly token: Token | undefined;
  readonly children: ComponentChild[];
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

interface Drawing {
  readonly addresses: ReadmeAddresses;
  readonly headings: ReadonlyMap<Token, Heading>;
  readonly usedIds: Map<string, number>;
}

const plainTags: Readonly<Record<string, string>> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  thead_open: 'thead',
  tbody_open: 'tbody',
  tr_open: 'tr',
  em_open: 'em',
  strong_open: 'strong',
  s_open: 's',
};

/**
 * Draws parsed Markdown as elements of an allow-list: a token that is not on it shows its content as text.
 * Nothing that an author wrote becomes markup or an attribute, except addresses that passed `addresses`.
 */
export function toReadmeNodes(tokens: readonly Token[], addresses: ReadmeAddresses): ComponentChild[] {
  return drawTokens(tokens, { addresses, headings: listHeadings(tokens), usedIds: new Map() });
}

function drawTokens(tokens: readonly Token[], drawing: Drawing): ComponentChild[] {
  const root: OpenElement = { token: undefined, children: [] };
  const open: OpenElement[] = [root];
  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ token, children: [] });
    } else if (token.nesting === -1) {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed !== undefined) (open.at(-1) ?? root).children.push(drawElement(closed, drawing));
    } else {
      const inLink = open.some((element) => element.token?.type === 'link_open');
      (open.at(-1) ?? root).children.push(...drawLeaf(token, drawing, inLink ? 'link' : 'text'));
    }
  }
  return root.children;
}

function drawElement({ token, children }: OpenElement, drawing: Drawing): ComponentChild {
  if (token === undefined || token.hidden) return h(Fragment, null, children);
  const plain = plainTags[token.type];
  if (plain !== undefined) return h(plain, null, children);
  switch (token.type) {
    case 'heading_open':
      return drawHeading(token, children, drawing);
    case 'ordered_list_open':
      return h('ol', { start: Number(token.attrGet('start') ?? 1) }, children);
    case 'table_open':
      return h('div', { class: 'table-frame', tabIndex: 0 }, h('table', null, children));
    case 'th_open':
      return h('th', { scope: 'col', class: toAlignment(token) }, children);
    case 'td_open':
      return h('td', { class: toAlignment(token) }, children);
    case 'link_open':
      return drawLink(drawing.addresses, readAttribute(token, 'href'), children);
    default:
      return h(Fragment, null, children);
  }
}

function drawLeaf(token: Token, drawing: Drawing, place: 'link' | 'text'): ComponentChild[] {
  switch (token.type) {
    case 'inline':
      return drawTokens(token.children ?? [], drawing);
    case 'code_inline':
      return [h('code', null, token.content)];
    case 'fence':
    case 'code_block':
      return [h('pre', { tabIndex: 0 }, h('code', null, token.content))];
    case 'hr':
      return [h('hr', null)];
    case 'hardbreak':
      return [h('br', null)];
    case 'softbreak':
      return ['\n'];
    case 'image':
      return [drawPicture(token, drawing.addresses, place)];
    default:
      return [token.content];
  }
}

function drawLink(addresses: ReadmeAddresses, href: string, children: ComponentChild[]): ComponentChild {
  const link = addresses.findLink(href);
  if (link === undefined) return h(Fragment, null, children);
  if (!link.external) return h('a', { href: link.href }, children);
  return h('a', { href: link.href, class: 'external', rel: 'noopener nofollow' }, children);
}

/** A picture of the package, or the words that stand for one from elsewhere. */
function drawPicture(token: Token, addresses: ReadmeAddresses, place: 'link' | 'text'): ComponentChild {
  const source = readAttribute(token, 'src');
  const alt = token.content;
  const picture = addresses.findPicture(source);
  if (picture !== undefined) return h('img', { src: picture, alt, loading: 'lazy' });
  const words = alt === '' ? (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '') : alt;
  return place === 'link' ? words : drawLink(addresses, source, [words]);
}

function drawHeading(token: Token, children: ComponentChild[], { headings, usedIds }: Drawing): ComponentChild {
  const heading = headings.get(token);
  if (heading === undefined) return h(Fragment, null, children);
  const slug = toSlug(heading.text);
  const uses = usedIds.get(slug) ?? 0;
  usedIds.set(slug, uses + 1);
  const id = `${readmeIdPrefix}${slug}${uses === 0 ? '' : `-${uses}`}`;
  const anchor = h('a', { class: 'anchor', href: `#${id}`, tabIndex: -1, 'aria-hidden': 'true' }, '#');
  return h(`h${heading.level}`, { id }, children, ' ', anchor);
}

const outermost = 3;

/** Moves headings below those of the page, closes gaps and leaves out empty ones: each is at most one level deeper than the one before. */
function listHeadings(tokens: readonly Token[]): ReadonlyMap<Token, Heading> {
  const found = tokens
    .map((token, index) => ({ token, depth: Number(token.tag.slice(1)), text: tokens[index + 1]?.content ?? '' }))
    .filter(({ token, text }) => token.type === 'heading_open' && text.trim() !== '');
  const shift = outermost - Math.min(...found.map(({ depth }) => depth));
  let level = outermost - 1;
  return new Map(
    found.map(({ token, depth, text }) => {
      level = Math.min(depth + shift, level + 1, 6);
      return [token, { level, text }];
    }),
  );
}

const alignments: Readonly<Record<string, string>> = {
  'text-align:center': 'align-center',
  'text-align:right': 'align-right',
};

function toAlignment(token: Token): string | undefined {
  return alignments[readAttribute(token, 'style')];
}

function readAttribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}
