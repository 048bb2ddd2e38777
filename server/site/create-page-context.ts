import type { Request } from 'express';
import { preferLines } from '../../registry/catalog/choose-line.ts';
import { defaultReleaseLine } from '../../registry/version/release-lines.ts';
import type { SourceState } from '../../schemas/rest.ts';
import { createFormats } from '../../web/context/formats.ts';
import { createLinks } from '../../web/context/links.ts';
import type { PageAssets, PageContext } from '../../web/context/page-context.ts';
import { catalogues } from '../../web/strings/catalogues.ts';
import { cutWords } from './parse-texts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import type { Visitor } from './visitor.ts';

export interface PageContextOptions {
  readonly request: Request;
  readonly visitor: Visitor;
  readonly sources: readonly SourceState[];
  readonly assets: PageAssets;
}

const keptParameters = [
  'q',
  'source',
  'catalog',
  'tag',
  'vela',
  'kubernetes',
  'kind',
  'addon',
  'version',
  'for',
  'set',
  'values',
  'from',
  'to',
  'view',
  'file',
  'folder',
  'page',
  'sort',
  'state',
  'definition',
  'type',
  'cursor',
  'want',
  'installed',
  'upgrade',
  'prereleases',
  'direction',
  'depth',
  'readme',
  'written',
];

/** Gathers what every page needs beside its own data. */
export async function createPageContext(site: SiteDependencies, options: PageContextOptions): Promise<PageContext> {
  const { request, visitor, sources, assets } = options;
  const { address } = site;
  const strings = catalogues[visitor.language];
  const links = createLinks(address.basePath);
  return {
    language: visitor.language,
    theme: visitor.theme,
    client: visitor.client,
    strings,
    formats: createFormats(strings.locale),
    links,
    path: request.path,
    query: keepKnown(request.query),
    catalogs: await site.reader.listCatalogs(),
    sources,
    evaluating: site.isEvaluating(),
    storeHealth: site.storeHealth(),
    lines: site.lines,
    defaultLine: preferLines(site.lines)[0] ?? defaultReleaseLine,
    serverVersion: site.version,
    assets,
    findIcon(reference) {
      const name = site.icons.findIconName(reference);
      return name === undefined ? undefined : links.icon(name);
    },
    toAbsolute: (path) => address.absolute(path.slice(address.basePath.length)),
  };
}

function keepKnown(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of keptParameters) {
    const given = query[name];
    // A name that stands several times means as many lines.
    const value = Array.isArray(given) ? given.join('\n') : given;
    if (typeof value === 'string' && value !== '') kept[name] = name === 'q' ? cutWords(value) : value;
  }
  return kept;
}
