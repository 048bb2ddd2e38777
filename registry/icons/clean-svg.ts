import { SaxesParser } from 'saxes';
import { cleanDeclarations, cleanStyleSheet, isInnerValue } from './clean-svg-style.ts';
import { drawingAttributes, drawingElements, drawingProperties } from './svg-allow-list.ts';

interface SvgNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (SvgNode | string)[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const linkNamespace = 'http://www.w3.org/1999/xlink';
const maxNodes = 5000;
const maxDepth = 64;
const maxUses = 200;
const maxCharacters = 256 * 1024;

/** Builds a drawing anew from what is allowed in it: shapes, colours, text. Undefined when it is no well-formed SVG, has no size, or is too large. */
export function cleanSvg(text: string): string | undefined {
  const root = parseSvg(text);
  if (root === undefined) return undefined;
  const drawing = fitToFrame(root);
  if (drawing === undefined || multiplies(drawing)) return undefined;
  const clean = write(drawing, true);
  return clean.length <= maxCharacters ? clean : undefined;
}

class Refused extends Error {}

function parseSvg(text: string): SvgNode | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: (SvgNode | undefined)[] = [];
  let root: SvgNode | undefined;
  let nodes = 0;
  parser.on('error', (error) => {
    throw new Refused(error.message);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    nodes += 1;
    if (nodes > maxNodes || open.length >= maxDepth) throw new Refused('too much of it');
    const parent = open.at(-1);
    const isRoot = open.length === 0;
    const isDrawing =
      uri === svgNamespace && drawingElements.has(local) && (isRoot ? local === 'svg' : parent !== undefined);
    const node: SvgNode | undefined = isDrawing
      ? { name: local, attributes: keepAttributes(local, Object.values(attributes), isMasking(open)), children: [] }
      : undefined;
    open.push(node);
    if (isRoot) root = node;
    else if (node !== undefined) parent?.children.push(node);
  });
  parser.on('closetag', () => open.pop());
  const addText = (content: string) => {
    const node = open.at(-1);
    if (node !== undefined && ['text', 'tspan', 'title', 'desc', 'style'].includes(node.name))
      node.children.push(content);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
  return root;
}

interface ParsedAttribute {
  readonly uri: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
}

/** Whether what comes next stands in a mask or clip path. */
function isMasking(open: readonly (SvgNode | undefined)[]): boolean {
  return open.some((node) => node?.name === 'mask' || node?.name === 'clipPath');
}

function keepAttributes(
  element: string,
  attributes: readonly ParsedAttribute[],
  inMask: boolean,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const { uri, local, prefix, value } of attributes) {
    if (local === 'href' && (uri === '' || uri === linkNamespace)) {
      const isInner = /^#[\w.:-]+$/.test(value);
      if (isInner && ['use', 'linearGradient', 'radialGradient'].includes(element)) kept.set('href', value);
    } else if (
      prefix !== '' ||
      uri !== '' ||
      (inMask && /^(?:mask|clip-path)$|url/.test(`${local}${local === 'style' ? value : ''}`))
    ) {
      // What belongs to other vocabularies draws nothing, and masks in masks would draw for hours.
    } else if (local === 'style') {
      const declarations = cleanDeclarations(value);
      if (declarations !== '') kept.set('style', declarations);
    } else if ((drawingAttributes.has(local) || drawingProperties.has(local)) && isInnerValue(value)) {
      kept.set(local, value);
    }
  }
  return kept;
}

/** Takes the size off the outermost element, so that the page alone decides it; without a view box the size becomes one. */
function fitToFrame(root: SvgNode): SvgNode | undefined {
  const { width, height, viewBox, x: _x, y: _y, ...rest } = Object.fromEntries(root.attributes);
  const box = viewBox ?? toViewBox(width, height);
  if (box === undefined || !isViewBox(box)) return undefined;
  return { ...root, attributes: new Map(Object.entries({ ...rest, viewBox: box })) };
}

function toViewBox(width: string | undefined, height: string | undefined): string | undefined {
  const size = [width, height].map((text) => /^\s*(\d+(?:\.\d+)?)(?:px|pt|mm)?\s*$/.exec(text ?? '')?.[1]);
  return size.includes(undefined) ? undefined : `0 0 ${size.join(' ')}`;
}

function isViewBox(text: string): boolean {
  const numbers = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
}

/** Whether copies hold copies, by which a short text can draw for hours, or there are too many of them. */
function multiplies(root: SvgNode): boolean {
  const byId = new Map<string, SvgNode>();
  const uses: SvgNode[] = [];
  visit(root, (node) => {
    const id = node.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    if (node.name === 'use') uses.push(node);
  });
  const nested = uses.some((use) => {
    const target = byId.get((use.attributes.get('href') ?? '').slice(1));
    let copies = 0;
    if (target !== undefined) visit(target, ({ name }) => (copies += name === 'use' ? 1 : 0));
    return copies > 0;
  });
  return nested || uses.length > maxUses;
}

function visit(node: SvgNode, look: (node: SvgNode) => void): void {
  look(node);
  for (const child of node.children) if (typeof child !== 'string') visit(child, look);
}

function write({ name, attributes, children }: SvgNode, isRoot: boolean): string {
  const namespace = isRoot ? ` xmlns="${svgNamespace}"` : '';
  const written = [...attributes].map(([key, value]) => ` ${key}="${toMarkup(value)}"`).join('');
  const texts = children.map((child) => (typeof child === 'string' ? toMarkup(child) : write(child, false)));
  const content = name === 'style' ? toMarkup(cleanStyleSheet(children.filter(isText).join(''))) : texts.join('');
  return content === '' ? `<${name}${namespace}${written}/>` : `<${name}${namespace}${written}>${content}</${name}>`;
}

function isText(child: SvgNode | string): child is string {
  return typeof child === 'string';
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}
