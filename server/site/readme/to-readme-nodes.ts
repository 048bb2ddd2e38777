import { type ComponentChild, Fragment, h } from 'preact';
import type { SourceLine } from '../../../web/context/source-lines.ts';
import type { ReadmeHeading } from './number-headings.ts';
import { type ReadmeAddresses, toFileName } from './readme-addresses.ts';
import type { ReadmeElement, ReadmeNode } from './readme-tree.ts';

/** What is known of a readme besides its tree. */
export interface Drawing {
  readonly addresses: ReadmeAddresses;
  readonly headings: ReadonlyMap<ReadmeElement, ReadmeHeading>;
  /** Lines of the fences that have colours. */
  readonly colours: ReadonlyMap<ReadmeElement, readonly SourceLine[]>;
}

/**
 * Draws the tree of a readme. Nothing that an author wrote becomes markup,
 * and of attributes only addresses that passed `addresses`, sizes, spans and words of a list.
 */
export function toReadmeNodes(nodes: readonly ReadmeNode[], drawing: Drawing): ComponentChild[] {
  return nodes.map((node) => draw(node, drawing, 'text'));
}

type Place = 'link' | 'text';

function draw(node: ReadmeNode, drawing: Drawing, place: Place): ComponentChild {
  if (typeof node === 'string') return node;
  const { kind, attributes } = node;
  switch (kind) {
    case 'img':
      return drawPicture(node, drawing.addresses, place);
    case 'br':
    case 'hr':
      return h(kind, null);
    case 'fence':
      return h('pre', { tabIndex: 0 }, h('code', null, drawLines(node, drawing)));
    case 'a':
      return drawLink(drawing.addresses, attributes.get('href') ?? '', drawChildren(node, drawing, 'link'));
  }
  const children = drawChildren(node, drawing, place);
  switch (kind) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return drawHeading(node, children, drawing);
    case 'p':
      return children.length === 0 ? null : h('p', { dir: 'auto' }, children);
    case 'div':
    case 'ul':
    case 'dl':
    case 'blockquote':
    case 'summary':
      return h(kind, { dir: 'auto', class: toAlignment(attributes) }, children);
    case 'ol':
      return h('ol', { start: readNumber(attributes, 'start', 999_999_999) ?? 1, dir: 'auto' }, children);
    case 'pre':
      return h('pre', { tabIndex: 0 }, children);
    case 'details':
      // What its author forgot to close may hold the rest of the readme.
      return h('details', { open: attributes.has('open') || !node.closed }, children);
    case 'table':
      return h('div', { class: 'table-frame', tabIndex: 0 }, h('table', null, children));
    case 'th':
    case 'td':
      return drawCell(kind, attributes, children);
    default:
      return h(kind, null, children);
  }
}

function drawChildren({ children }: ReadmeElement, drawing: Drawing, place: Place): ComponentChild[] {
  return children.map((child) => draw(child, drawing, place));
}

function drawLines(fence: ReadmeElement, { colours }: Drawing): ComponentChild {
  const lines = colours.get(fence);
  if (lines === undefined) return fence.children.join('');
  return lines.map(({ parts }) => [
    parts.map(({ text, kind }) => (kind === undefined ? text : h('span', { class: `tk-${kind}` }, text))),
    '\n',
  ]);
}

function drawLink(addresses: ReadmeAddresses, href: string, children: ComponentChild[]): ComponentChild {
  const link = addresses.findLink(href);
  if (link === undefined) return h(Fragment, null, children);
  if (!link.external) return h('a', { href: link.href }, children);
  return h('a', { href: link.href, class: 'external', rel: 'noopener nofollow' }, children);
}

const maxPictureSize = 2000;

/** A picture of the package, or the words that stand for one from elsewhere. */
function drawPicture({ attributes }: ReadmeElement, addresses: ReadmeAddresses, place: Place): ComponentChild {
  const source = attributes.get('src') ?? '';
  const alt = attributes.get('alt') ?? '';
  const picture = addresses.findPicture(source);
  if (picture !== undefined) {
    const size = (name: string) => readNumber(attributes, name, maxPictureSize);
    return h('img', { src: picture, alt, width: size('width'), height: size('height'), loading: 'lazy' });
  }
  const words = alt === '' ? toFileName(source) : alt;
  return place === 'link' || words === '' ? words : drawLink(addresses, source, [words]);
}

function drawHeading(element: ReadmeElement, children: ComponentChild[], { headings }: Drawing): ComponentChild {
  const heading = headings.get(element);
  if (heading === undefined) return h(Fragment, null, children);
  const { id, level } = heading;
  const anchor = h('a', { class: 'anchor', href: `#${id}`, tabIndex: -1, 'aria-hidden': 'true' }, '#');
  return h(`h${level}`, { id, dir: 'auto', class: toAlignment(element.attributes) }, children, ' ', anchor);
}

const maxSpan = 100;

function drawCell(
  kind: 'th' | 'td',
  attributes: ReadonlyMap<string, string>,
  children: ComponentChild[],
): ComponentChild {
  const scope = scopes.find((value) => kind === 'th' && value === attributes.get('scope'));
  const span = (name: string) => readNumber(attributes, name, maxSpan);
  return h(
    kind,
    { scope, class: toAlignment(attributes), colSpan: span('colspan'), rowSpan: span('rowspan'), dir: 'auto' },
    children,
  );
}

const scopes = ['col', 'row'] as const;

function toAlignment(attributes: ReadonlyMap<string, string>): string | undefined {
  const align = attributes.get('align');
  return align === 'center' || align === 'right' ? `align-${align}` : undefined;
}

/** A whole number of an attribute; undefined when it is none, or when it is too large. */
function readNumber(attributes: ReadonlyMap<string, string>, name: string, most: number): number | undefined {
  const value = attributes.get(name)?.replace(/px$/, '') ?? '';
  return /^\d{1,9}$/.test(value) && Number(value) <= most ? Number(value) : undefined;
}
