import type { Change } from '../../../schemas/change.ts';
import type { Language } from '../../../schemas/language.ts';
import { toXmlText } from '../../http/xml.ts';
import { feedWords } from './feed-words.ts';

export interface AtomOptions {
  /** What the feed is about: everything, a catalog, or an addon of it. */
  readonly catalog: string | undefined;
  readonly addon: string | undefined;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly language: Language;
  /** Makes an absolute URL of a path below the server's root. */
  readonly absolute: (path: string) => string;
}

// A day on which whoever has the server's name had it already (RFC 4151).
const tagDate = '2025-01-01';
const neverUpdated = '1970-01-01T00:00:00Z';

/** Writes what happened as an Atom feed (RFC 4287). Ids are tag URIs that stay the same whatever happens to the addresses. */
export function toAtom(options: AtomOptions): string {
  const { catalog, addon, changes, language, absolute } = options;
  const words = feedWords[language];
  const about = [catalog, addon].filter((part) => part !== undefined);
  const tag = (path: string) => `tag:${new URL(absolute('/')).hostname},${tagDate}:${path}`;
  const self = absolute(toFeedPath(options));
  const page = addon === undefined ? toListPath(catalog) : toAddonPath(catalog ?? '', addon);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', tag(['feed', ...about.map(encodeURIComponent)].join('/'))),
    element('title', words.title(about.join('/'))),
    element('updated', changes[0]?.at ?? neverUpdated),
    `  <author><name>${toXmlText(catalog ?? 'Chandlery')}</name></author>`,
    `  <generator>Chandlery</generator>`,
    `  <link rel="self" type="application/atom+xml" href="${toXmlText(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${toXmlText(absolute(page))}"/>`,
    ...changes.map((change) => toEntry(change, { words, tag, absolute })),
    '</feed>',
    '',
  ];
  return lines.join('\n');
}

/** Path of a feed below the server's root. */
function toFeedPath({ catalog, addon, language }: AtomOptions): string {
  const query = language === 'en' ? '' : `?lang=${language}`;
  if (catalog === undefined) return `/feed.atom${query}`;
  const path = addon === undefined ? `/c/${encodeURIComponent(catalog)}` : toAddonPath(catalog, addon);
  return `${path}/feed.atom${query}`;
}

interface EntryTools {
  readonly words: (typeof feedWords)[Language];
  readonly tag: (path: string) => string;
  readonly absolute: (path: string) => string;
}

function toEntry(change: Change, { words, tag, absolute }: EntryTools): string {
  const { id, at, catalog, name, version, description, reason, replacement } = change;
  const addonPath = toAddonPath(catalog, name);
  const path = version === undefined ? addonPath : `${addonPath}/v/${encodeURIComponent(version)}`;
  const title = words.entry[change.change](version === undefined ? name : `${name} ${version}`);
  const told = [description, reason, replacement === undefined ? undefined : words.replacement(replacement)];
  return [
    '  <entry>',
    `  ${element('id', tag(`change/${encodeURIComponent(id)}`))}`,
    `  ${element('title', title)}`,
    `  ${element('updated', at)}`,
    `  ${element('published', at)}`,
    `    <link rel="alternate" type="text/html" href="${toXmlText(absolute(path))}"/>`,
    `    <category term="${change.change}"/>`,
    `    <category term="${toXmlText(`${catalog}/${name}`)}"/>`,
    `    <content type="text">${toXmlText(told.filter((each) => each !== undefined).join('\n') || title)}</content>`,
    '  </entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `  <${name}>${toXmlText(text)}</${name}>`;
}

function toListPath(catalog: string | undefined): string {
  return catalog === undefined ? '/addons' : `/addons?catalog=${encodeURIComponent(catalog)}`;
}

function toAddonPath(catalog: string, addon: string): string {
  return `/addons/${encodeURIComponent(catalog)}/${encodeURIComponent(addon)}`;
}
