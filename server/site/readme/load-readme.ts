import { gzipSync } from 'node:zlib';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CatalogReader } from '../../../registry/catalog/types.ts';
import type { VersionDetail } from '../../../schemas/rest.ts';
import type { Links } from '../../../web/context/links.ts';
import type { ReadmeText, ReadmeView } from '../../../web/context/readme-view.ts';
import type { Highlighter } from '../highlight/create-highlighter.ts';
import { colourFences } from './colour-fences.ts';
import { findReadmes, type ReadmeVariant } from './find-readmes.ts';
import { numberHeadings } from './number-headings.ts';
import { parseReadme } from './parse-readme.ts';
import { createReadmeAddresses } from './readme-addresses.ts';
import { toReadmeNodes } from './to-readme-nodes.ts';
import { toReadmeTree } from './to-readme-tree.ts';

/** What readmes are read with. */
export interface ReadmeTools {
  readonly reader: Pick<CatalogReader, 'readFile'>;
  readonly highlighter: Highlighter;
  readonly links: Links;
}

export interface ReadmeOptions {
  /** Another one is taken when the version has no such readme. */
  readonly variant: ReadmeVariant;
  /** The beginning that fits a page, or as much as is ever shown. */
  readonly extent: 'beginning' | 'all';
  /** How long reading may take; default 1 s. */
  readonly maxMs?: number;
}

const mostCharacters = { beginning: 64_000, all: 1_000_000 };
/** What the frame of the page leaves of 40 KB. */
const maxZippedBytes = 27_000;
const maxTries = 6;

/** Reads and draws a readme of a version. However it is written, it takes bounded time and room: what comes too late is left out. */
export async function loadReadme(
  tools: ReadmeTools,
  version: VersionDetail,
  options: ReadmeOptions,
): Promise<ReadmeView> {
  const { variant, extent, maxMs = 1000 } = options;
  const readmes = findReadmes(version);
  const shown = readmes[variant] === undefined ? (variant === 'zh' ? 'main' : 'zh') : variant;
  const path = readmes[shown];
  const file = version.files.find((candidate) => candidate.path === path);
  if (path === undefined || file === undefined) return { kind: 'missing' };
  const bytes = await tools.reader.readFile({
    catalog: version.catalog,
    addon: version.name,
    version: version.version,
    path,
  });
  // Every character has at most four bytes.
  const text = new TextDecoder().decode(bytes.subarray(0, mostCharacters[extent] * 4));
  const addresses = createReadmeAddresses({ links: tools.links, version, path });
  const { highlighter } = tools;

  async function drawUpTo(most: number): Promise<{ drawn: ReadmeText; end: number }> {
    const { tokens, end } = await parseReadme(text, { most, maxMs });
    const nodes = toReadmeTree(tokens);
    const headings = numberHeadings(nodes);
    const colours = await colourFences(nodes, { highlighter, digest: file?.digest ?? '' });
    const content = toReadmeNodes(nodes, { addresses, headings, colours });
    return { drawn: { content, headings: [...headings.values()] }, end };
  }

  let result = await drawUpTo(mostCharacters[extent]);
  for (let tries = 1; extent === 'beginning' && tries < maxTries; tries += 1) {
    const size = gzipSync(renderToString(h('div', null, result.drawn.content))).length;
    if (size <= maxZippedBytes) break;
    result = await drawUpTo(Math.floor((result.end * maxZippedBytes * 0.9) / size));
  }
  const whole = result.end >= text.length && bytes.length <= mostCharacters[extent] * 4;
  const other = shown === 'zh' ? 'main' : 'zh';
  return {
    kind: 'text',
    ...result.drawn,
    path,
    variant: shown,
    hasOther: readmes[other] !== undefined,
    ...(whole ? {} : { cut: extent }),
  };
}
