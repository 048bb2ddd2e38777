import type { PageContext } from '../../context/page-context.ts';
import { catalogs, source } from './addon.ts';

/** The context of a page with the same catalogs, sources and release lines on every server. */
export function toSampleContext(context: PageContext): PageContext {
  return {
    ...context,
    catalogs,
    sources: [source],
    evaluating: false,
    storeHealth: { writable: true },
    lines: ['1.9', '1.10', '1.11'],
    defaultLine: '1.10',
    findIcon: () => undefined,
  };
}
