/** A piece of a readme: text, or an element of the allow-list. */
export type ReadmeNode = string | ReadmeElement;

/** An element of a readme, before it is decided where its addresses lead. */
export interface ReadmeElement {
  readonly kind: ElementKind;
  /** What an author wrote; each is checked when it is drawn. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: ReadmeNode[];
  /** Whether the author closed it, rather than the end of what it stands in. */
  closed?: true;
}

const phrasingKinds = [
  ...([
    'em',
    'strong',
    'b',
    'i',
    's',
    'del',
    'ins',
    'u',
    'sub',
    'sup',
    'kbd',
    'code',
    'samp',
    'small',
    'mark',
    'q',
  ] as const),
  ...(['a', 'summary', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const),
] as const;
const blockKinds = [
  ...(['div', 'blockquote', 'details', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'] as const),
  ...(['table', 'thead', 'tbody', 'tr', 'th', 'td'] as const),
] as const;
const emptyKinds = ['img', 'br', 'hr', 'fence'] as const;

/** Elements that hold text and what stands in a line of it. */
export type PhrasingKind = (typeof phrasingKinds)[number];
/** Elements that hold blocks. */
export type BlockKind = (typeof blockKinds)[number];
/** Elements without children, besides the text of a fence. */
export type EmptyKind = (typeof emptyKinds)[number];
/** What a readme may consist of. */
export type ElementKind = PhrasingKind | BlockKind | EmptyKind;

const phrasing: ReadonlySet<string> = new Set(phrasingKinds);
const known: ReadonlySet<string> = new Set([...phrasingKinds, ...blockKinds, ...emptyKinds]);
/** What may stand directly in an element that holds nothing else. */
const contents: Readonly<Partial<Record<ElementKind, readonly string[]>>> = {
  table: ['thead', 'tbody', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd'],
};
/** Elements that stand in certain others only. */
const homes: Readonly<Partial<Record<ElementKind, readonly string[]>>> = {
  thead: ['table'],
  tbody: ['table'],
  tr: ['table', 'thead', 'tbody'],
  th: ['tr'],
  td: ['tr'],
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  summary: ['details'],
};
const inLine: ReadonlySet<string> = new Set([
  'img',
  'br',
  ...phrasingKinds.filter((kind) => !/^(h\d|p|summary)$/.test(kind)),
]);
const maxDepth = 40;
const noAttributes: ReadonlyMap<string, string> = new Map();

/** Who opened an element: it is closed by nobody else. */
export type Opener = 'markdown' | 'html';

interface Open {
  readonly element: ReadmeElement;
  readonly opener: Opener;
  /** As it was written; undefined for what Markdown opened. */
  readonly name: string;
  readonly depth: number;
  readonly phrasing: boolean;
  readonly inLink: boolean;
}

/** Puts a readme together from what its Markdown and its HTML open and close, in whatever order they do so. */
export interface TreeBuilder {
  /** Opens an element. Where it must not stand, only what it holds is kept. */
  open(kind: ElementKind, options: { opener: Opener; name: string; attributes?: ReadonlyMap<string, string> }): void;
  /** Ends what Markdown opened last, and whatever HTML has left open in it. */
  closeMarkdown(): void;
  /** Ends the last element that HTML opened by this name since Markdown opened one; does nothing when there is none. */
  closeHtml(name: string): void;
  /** Ends what HTML left open in the middle of a line: a block cannot stand in there. */
  closeLine(): void;
  add(kind: EmptyKind | 'code', attributes?: ReadonlyMap<string, string>, text?: string): void;
  addText(text: string): void;
  /** What all this came to. */
  readonly nodes: readonly ReadmeNode[];
}

/** Makes a builder with nothing in it. */
export function createTreeBuilder(): TreeBuilder {
  const element: ReadmeElement = { kind: 'div', attributes: noAttributes, children: [] };
  const root: Open = { element, opener: 'markdown', name: '', depth: 0, phrasing: false, inLink: false };
  const stack: Open[] = [root];
  const top = () => stack.at(-1) ?? root;

  /** Where something goes that is not among the only contents of the elements it is in: beside these. */
  const findPlace = (kind: string): ReadmeNode[] =>
    (stack.findLast((open) => contents[open.element.kind]?.includes(kind) ?? true) ?? root).element.children;

  function isWelcome(kind: ElementKind): boolean {
    const { element, depth, phrasing: inPhrasing, inLink } = top();
    if (depth >= maxDepth || (kind === 'a' && inLink)) return false;
    if (inPhrasing && !inLine.has(kind)) return false;
    return homes[kind]?.includes(element.kind) ?? true;
  }

  return {
    nodes: element.children,
    open(kind, { opener, name, attributes = noAttributes }) {
      const parent = top();
      if (!isWelcome(kind)) {
        if (opener === 'markdown') stack.push({ ...parent, opener, name });
        return;
      }
      const opened: ReadmeElement = { kind, attributes, children: [] };
      findPlace(kind).push(opened);
      stack.push({
        element: opened,
        opener,
        name,
        depth: parent.depth + 1,
        phrasing: parent.phrasing || phrasing.has(kind),
        inLink: parent.inLink || kind === 'a',
      });
    },
    closeMarkdown() {
      const index = stack.findLastIndex(({ opener }) => opener === 'markdown');
      if (index > 0) stack.length = index;
    },
    closeHtml(name) {
      const index = stack.findLastIndex((open) => open.opener === 'markdown' || open.name === name);
      const found = stack[index];
      if (found?.opener !== 'html') return;
      found.element.closed = true;
      stack.length = index;
    },
    closeLine() {
      while (top().opener === 'html' && top().phrasing) stack.pop();
    },
    add(kind, attributes = noAttributes, text) {
      const kept = kind === 'fence' && top().phrasing ? 'code' : kind;
      if (kind === 'hr' && top().phrasing) return;
      findPlace(kept).push({ kind: kept, attributes, children: text === undefined ? [] : [text] });
    },
    addText(text) {
      if (text === '') return;
      const place = findPlace('#text');
      if (place !== top().element.children && text.trim() === '') return;
      place.push(text);
    },
  };
}

/** The element that a tag of HTML stands for; undefined when readmes have no such element, and only what it holds is kept. */
export function findElementKind(name: string): Exclude<ElementKind, 'fence'> | undefined {
  const kind = aliases[name] ?? name;
  return isKind(kind) && kind !== 'fence' ? kind : undefined;
}

// A paragraph of HTML may hold blocks once Markdown stands in it.
const aliases: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  p: 'div',
  center: 'div',
  strike: 's',
  tt: 'code',
  var: 'i',
});

function isKind(name: string): name is ElementKind {
  return known.has(name);
}
