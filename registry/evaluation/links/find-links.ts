import type { Effect } from '../../../schemas/effects.ts';
import { compareText } from '../../findings.ts';
import type { LocatedDocument } from '../located/located-value.ts';
import { walkScalars } from '../located/walk-objects.ts';
import type { LineFacts } from '../types.ts';
import { findImageHost, findLinkHost } from './link-host.ts';

/** An address of the public internet and the field that names it. */
export type Link = LineFacts['links'][number];

/** Lists the addresses that documents name as whole values, and the images that name their registry; each once per place. */
export function findLinks(documents: readonly LocatedDocument[], effects: readonly Effect[]): readonly Link[] {
  const links = new Map<string, Link>();
  const add = (link: Link) => links.set(JSON.stringify([link.file, link.line, link.url]), link);
  for (const { root } of documents) {
    walkScalars(root, ({ place }, { value }) => {
      if (typeof value === 'string' && findLinkHost(value) !== undefined) add({ url: value, ...place });
    });
  }
  for (const { kind, value, file, line, column } of effects) {
    if (kind === 'image' && findImageHost(value) !== undefined) add({ url: value, file, line, column });
  }
  return [...links.values()].sort(
    (left, right) =>
      compareText(left.file, right.file) ||
      left.line - right.line ||
      left.column - right.column ||
      compareText(left.url, right.url),
  );
}

/** The host of a link, whichever form it has. */
export function getLinkHost({ url }: Link): string {
  return findLinkHost(url) ?? findImageHost(url) ?? '';
}
