import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { type ChandleryServer, openChandlery } from '../clients/chandlery-server.ts';
import { startFixtureSite } from '../support/fixture-site.ts';
import { findShared } from '../support/shared.ts';
import { findChromium, openBrowser } from './browser.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { samplePages } from './sample-pages.ts';

/**
 * Takes a picture of every page, and writes one page that shows them all: `test/e2e/.screenshots/index.html`.
 * The made-up catalogue is always looked at; our own addons with `--own`, the community catalogue with `--corpus` where it is to be had.
 */
const { values } = parseArgs({
  options: {
    widths: { type: 'string', default: '1280,390' },
    languages: { type: 'string', default: 'en-GB' },
    lights: { type: 'string', default: 'light,dark' },
    only: { type: 'string', default: '' },
    own: { type: 'boolean', default: false },
    corpus: { type: 'boolean', default: false },
  },
});

interface Site {
  readonly name: string;
  readonly url: string;
  readonly pages: readonly (readonly [name: string, path: string])[];
  close(): Promise<void>;
}

interface Look {
  readonly width: number;
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
}

const folder = fileURLToPath(new URL('.screenshots/', import.meta.url));

const looks: readonly Look[] = values.widths.split(',').flatMap((width) =>
  values.languages.split(',').flatMap((locale) =>
    values.lights.split(',').map((light): Look => {
      return { width: Number(width), locale, colorScheme: light === 'dark' ? 'dark' : 'light' };
    }),
  ),
);

const chromium = findChromium();
if (chromium === undefined) throw new Error('no Chromium is installed (set CHROMIUM to one)');
const browser = await openBrowser(chromium);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  const rows: string[] = [];
  for (const open of [openSample, ...(values.own ? [openOwn] : []), ...(values.corpus ? [openCorpus] : [])]) {
    const site = await open();
    if (site === undefined) continue;
    try {
      rows.push(...(await takePictures(browser, site)));
    } finally {
      await site.close();
    }
  }
  writeFileSync(join(folder, 'index.html'), toContactSheet(rows));
  console.log(`${rows.length} pages: ${join(folder, 'index.html')}`);
} finally {
  await browser.close();
}

async function openSample(): Promise<Site> {
  const site = await startFixtureSite(sampleCatalog);
  return { name: 'sample', url: site.url, pages: samplePages, close: () => site.close() };
}

async function openOwn(): Promise<Site> {
  const path = fileURLToPath(new URL('../../addons', import.meta.url));
  const server = await openChandlery({ chandlery: { type: 'local', path } });
  await server.waitUntilEvaluated('chandlery');
  return toSite(server, { name: 'own', catalog: 'chandlery', addon: 'helm-release' });
}

async function openCorpus(): Promise<Site | undefined> {
  const bundle = join(findShared() ?? '', 'corpus/kubevela-catalog-verified.bundle');
  if (!existsSync(bundle)) {
    console.warn('skipped: the community catalogue is not to be had (set CHANDLERY_SHARED)');
    return undefined;
  }
  const server = await openChandlery({ official: { type: 'git', url: bundle, branch: 'main', path: 'addons' } });
  await server.waitUntilEvaluated('official');
  return toSite(server, { name: 'corpus', catalog: 'official', addon: 'fluxcd' });
}

interface SiteSubject {
  readonly name: string;
  readonly catalog: string;
  /** The addon whose every tab is looked at. */
  readonly addon: string;
}

/** The pages that every server has, and every tab of one addon as its own page links them. */
async function toSite(server: ChandleryServer, { name, catalog, addon }: SiteSubject): Promise<Site> {
  const base = `/addons/${catalog}/${addon}`;
  const { latest } = await server.getAddon(catalog, addon);
  const html = await (await fetch(`${server.url}${base}`)).text();
  const tabs = [...html.matchAll(/\shref="([^"?#]*)"/g)].flatMap(([, path = '']) => {
    const tab = path.startsWith(`${base}/v/${latest}/`) ? path.slice(`${base}/v/${latest}/`.length) : '/';
    return tab.includes('/') ? [] : [[tab, path] as const];
  });
  const fixed = ['/', '/addons', '/definitions', '/plan', '/sources', '/rules', '/use', '/help'];
  const pages = [
    ...fixed.map((path) => [path === '/' ? 'home' : path.slice(1), path] as const),
    ['addon', base] as const,
    ...new Map(tabs),
  ];
  return { name, url: server.url, pages, close: () => server.close() };
}

/** One row of the contact sheet for each page. */
async function takePictures(taker: Browser, site: Site): Promise<readonly string[]> {
  const rows = new Map<string, string>();
  for (const { width, locale, colorScheme } of looks) {
    const context = await taker.newContext({ locale, colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const [name, path] of site.pages.filter(([each]) => each.includes(values.only))) {
      const file = `${site.name}-${name}-${width}-${locale}-${colorScheme}.png`;
      await context.clearCookies();
      await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
      await page.screenshot({ path: join(folder, file), fullPage: true });
      const picture = `<a href="${file}"><img loading="lazy" src="${file}" alt="${width} ${locale} ${colorScheme}"></a>`;
      rows.set(name, `${rows.get(name) ?? `<h2>${site.name}: ${name}</h2>`}\n${picture}`);
    }
    await context.close();
  }
  return [...rows.values()];
}

function toContactSheet(rows: readonly string[]): string {
  const style =
    'body{font:14px system-ui;background:#777}img{width:320px;max-height:480px;object-fit:cover;object-position:top}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><style>${style}</style>\n${rows.join('\n')}\n`;
}
