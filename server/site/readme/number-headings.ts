import { readmeIdPrefix, toSlug } from './readme-addresses.ts';
import type { ReadmeElement, ReadmeNode } from './readme-tree.ts';

/** A heading of a readme as it stands on the page. */
export interface ReadmeHeading {
  readonly id: string;
  /** From 3 to 6: below those of the page. */
  readonly level: number;
  readonly text: string;
}

const outermost = 3;
const innermost = 6;
const maxTextCharacters = 200;

/** Moves headings below those of the page, closes gaps, leaves out empty ones, and gives each an id of its own. In order. */
export function numberHeadings(nodes: readonly ReadmeNode[]): ReadonlyMap<ReadmeElement, ReadmeHeading> {
  const found = listHeadings(nodes);
  const shift = outermost - found.reduce((least, { depth }) => Math.min(least, depth), innermost);
  const createId = createIds();
  const headings = new Map<ReadmeElement, ReadmeHeading>();
  let level = outermost - 1;
  for (const { element, depth, text } of found) {
    level = Math.min(depth + shift, level + 1, innermost);
    headings.set(element, { level, text, id: createId(text) });
  }
  return headings;
}

/** The words of a piece of a readme. */
export function toText(node: ReadmeNode): string {
  if (typeof node === 'string') return node;
  return node.kind === 'img' ? (node.attributes.get('alt') ?? '') : node.children.map(toText).join('');
}

interface FoundHeading {
  readonly element: ReadmeElement;
  readonly depth: number;
  readonly text: string;
}

function listHeadings(nodes: readonly ReadmeNode[], found: FoundHeading[] = []): readonly FoundHeading[] {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const depth = /^h([1-6])$/.exec(node.kind)?.[1];
    const text = depth === undefined ? '' : toText(node).replace(/\s+/g, ' ').trim().slice(0, maxTextCharacters);
    if (depth === undefined) listHeadings(node.children, found);
    else if (text !== '') found.push({ element: node, depth: Number(depth), text });
  }
  return found;
}

function createIds(): (text: string) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (text) => {
    const slug = `${readmeIdPrefix}${toSlug(text)}`;
    let count = counts.get(slug) ?? 0;
    let id = count === 0 ? slug : `${slug}-${count}`;
    while (used.has(id)) {
      count += 1;
      id = `${slug}-${count}`;
    }
    counts.set(slug, count + 1);
    used.add(id);
    return id;
  };
}
