/** What a walk over all links of a site came to. */
export interface Crawl {
  /** Source of every page that was reached, by path and query, with `zh:` before those that were asked for in Chinese. */
  readonly pages: ReadonlyMap<string, string>;
  /** Links that lead nowhere, with the page that has them; fragments that their page does not have. */
  readonly broken: readonly string[];
}

interface Link {
  readonly target: string;
  readonly fragment: string;
}

const languages = { '': 'en-GB', 'zh:': 'zh-CN' } as const;

/** More pages than this are a trap, such as a list that can be narrowed for ever. */
const maxPages = 5_000;

/** Follows every link of every page from the start, in English and in Chinese; what only switches language or theme is left out. */
export async function crawlSite(url: string): Promise<Crawl> {
  const pages = new Map<string, string>();
  const broken: string[] = [];
  for (const [prefix, locale] of Object.entries(languages)) {
    const foundOn = new Map([['/', 'the start']]);
    const fragments = new Map<string, { key: string; page: string; fragment: string }>();
    for (const [path, origin] of foundOn) {
      if (pages.size > maxPages)
        throw new Error(`more than ${maxPages} pages; the last is ${path}, linked on ${origin}`);
      const response = await fetch(`${url}${path}`, { headers: { 'accept-language': locale } });
      if (response.status !== 200) broken.push(`${prefix}${origin} -> ${path}: ${response.status}`);
      if (!response.headers.get('content-type')?.startsWith('text/html')) {
        await response.body?.cancel();
        continue;
      }
      const html = await response.text();
      pages.set(`${prefix}${path}`, html);
      for (const { target, fragment } of listLinks(html, { url, path })) {
        if (!foundOn.has(target)) foundOn.set(target, path);
        if (fragment !== '')
          fragments.set(`${target}#${fragment}`, { key: `${prefix}${target}`, page: path, fragment });
      }
    }
    for (const { key, page, fragment } of fragments.values()) {
      const html = pages.get(key);
      if (html !== undefined && !listIds(html).has(fragment)) broken.push(`${prefix}${page} -> ${key}#${fragment}`);
    }
  }
  return { pages, broken };
}

function listLinks(html: string, { url, path }: { url: string; path: string }): readonly Link[] {
  const links: Link[] = [];
  for (const [, attribute = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const address = new URL(unescapeText(attribute), `${url}${path}`);
    if (address.origin !== url || /[?&](lang|theme)=/.test(address.search)) continue;
    // Filters of a list combine without end.
    const isList = address.pathname === '/addons' || address.pathname === '/definitions';
    if (isList && address.search.split('&').length > 1) continue;
    links.push({ target: `${address.pathname}${address.search}`, fragment: decodeURIComponent(address.hash.slice(1)) });
  }
  return links;
}

function listIds(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescapeText(id)));
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
