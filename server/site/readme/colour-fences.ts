import type { SourceLine } from '../../../web/context/source-lines.ts';
import type { Highlighter } from '../highlight/create-highlighter.ts';
import { findFenceLanguage } from '../highlight/find-source-language.ts';
import type { ReadmeElement, ReadmeNode } from './readme-tree.ts';

interface ColourOptions {
  readonly highlighter: Highlighter;
  /** Names the file that the readme is. */
  readonly digest: string;
}

const maxFences = 200;
const maxCharacters = 60_000;
const maxMs = 1500;

/** Gives the fences of a readme that name their language their colours, until there are too many or it takes too long. */
export async function colourFences(
  nodes: readonly ReadmeNode[],
  { highlighter, digest }: ColourOptions,
): Promise<ReadonlyMap<ReadmeElement, readonly SourceLine[]>> {
  const coloured = new Map<ReadmeElement, readonly SourceLine[]>();
  const until = performance.now() + maxMs;
  let characters = 0;
  for (const [index, fence] of listFences(nodes).slice(0, maxFences).entries()) {
    const language = findFenceLanguage(fence.attributes.get('language') ?? '');
    const text = fence.children.join('');
    characters += text.length;
    if (characters > maxCharacters || performance.now() > until) break;
    if (language === undefined) continue;
    // The number and the length tell a fence from the same one where the readme was cut.
    const lines = await highlighter.highlight({ text, language, digest: `${digest} ${index} ${text.length}` });
    if (lines.every(({ hidden }) => hidden === undefined)) coloured.set(fence, lines);
  }
  return coloured;
}

function listFences(nodes: readonly ReadmeNode[], found: ReadmeElement[] = []): readonly ReadmeElement[] {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.kind === 'fence') found.push(node);
    else listFences(node.children, found);
  }
  return found;
}
