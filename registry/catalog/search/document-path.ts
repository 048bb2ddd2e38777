import type { FoundDocument } from '../../search/types.ts';

/** Path of the page about what a document stands for, without the base path of the server: an addon, a definition, or the row of a parameter. */
export function toDocumentPath(document: Omit<FoundDocument, 'id'>): string {
  const { type, catalog, addon, version, name, definition } = document;
  const page = `/addons/${toSegment(catalog)}/${toSegment(addon)}`;
  if (type === 'addon') return page;
  const anchor = type === 'parameter' ? `#${toAnchor(name)}` : '';
  if (definition === undefined) return `${page}/v/${toSegment(version)}/parameters${anchor}`;
  const owner = new URLSearchParams({ catalog, addon });
  return `/definitions/${definition.kind}/${toSegment(definition.name)}?${owner}${anchor}`;
}

/** As the table of parameters names its rows: without the marks of lists and maps, which an address would have to encode. */
function toAnchor(path: string): string {
  return encodeURIComponent(`p-${path.replaceAll('[]', '').replace(/\s/g, '_')}`);
}

function toSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
