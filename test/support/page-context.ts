import { createFormats } from '../../web/context/formats.ts';
import { createLinks } from '../../web/context/links.ts';
import type { PageContext } from '../../web/context/page-context.ts';
import { en } from '../../web/strings/en.ts';

/** What a page needs beside its own data, in English, for tests of one part of a page. */
export function createTestPageContext(rest: Partial<PageContext> = {}): PageContext {
  return {
    language: 'en',
    theme: 'auto',
    client: 'vela',
    strings: en,
    formats: createFormats('en'),
    links: createLinks(''),
    path: '/',
    query: {},
    catalogs: [],
    sources: [],
    evaluating: false,
    storeHealth: { writable: true },
    lines: ['1.9', '1.10', '1.11'],
    defaultLine: '1.10',
    serverVersion: '0.1.0',
    assets: {
      stylesheet: 'site.css',
      icon: 'icon.svg',
      islands: {
        keys: undefined,
        search: undefined,
        copy: undefined,
        theme: undefined,
        source: undefined,
        graph: undefined,
        parameters: undefined,
        progress: undefined,
      },
    },
    findIcon: () => undefined,
    toAbsolute: (path) => `http://127.0.0.1:7770${path}`,
    ...rest,
  };
}
