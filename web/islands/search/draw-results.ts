import type { SearchItem, SearchResults } from '../../../schemas/search.ts';
import type { SearchFieldWords } from '../../context/search-field.ts';

interface DrawingOptions {
  readonly words: SearchFieldWords;
  /** The page of all results for some words. */
  readonly toPage: (q: string) => string;
  /** Path that stands before every other; empty or without a slash at its end. */
  readonly base: string;
  /** The words as they are typed. */
  readonly q: string;
}

/** Writes results as the groups and options of a list box; every option is a link. */
export function drawResults(results: SearchResults, options: DrawingOptions): readonly HTMLElement[] {
  const { words, toPage, base, q } = options;
  const parts: HTMLElement[] = [];
  const { didYouMean } = results;
  if (didYouMean !== undefined) {
    parts.push(
      drawOption(toPage(didYouMean), [part('option-note', `${words.didYouMean} `), part('option-name', didYouMean)]),
    );
  }
  for (const { type, items } of results.groups) {
    if (items.length === 0) continue;
    const title = part('option-group', words.groups[type]);
    title.id = `search-group-${type}`;
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', title.id);
    group.append(title, ...items.map((item) => drawItem(item, { words, base })));
    parts.push(group);
  }
  const all = drawOption(toPage(q), [part('option-note', `${words.allFor} `), part('option-name', q)]);
  all.classList.add('option-all');
  return [...parts, all];
}

function drawItem(item: SearchItem, { words, base }: Pick<DrawingOptions, 'words' | 'base'>): HTMLElement {
  return drawOption(`${base}${item.path}`, [
    part('option-name', item.name),
    part('option-note', ` ${toPlace(item, words)}`),
    ...(item.description === '' ? [] : [part('option-text', item.description)]),
  ]);
}

/** Where it stands, in few words. */
function toPlace({ type, catalog, addon, definition }: SearchItem, words: SearchFieldWords): string {
  if (type === 'addon') return catalog;
  if (definition === undefined) return addon;
  const kind = words.kinds[definition.kind] ?? definition.kind;
  return type === 'definition' ? `${kind} · ${addon}` : `${definition.name} · ${addon}`;
}

function drawOption(href: string, children: readonly HTMLElement[]): HTMLElement {
  const option = document.createElement('a');
  option.href = href;
  option.className = 'option';
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.append(...children);
  return option;
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
