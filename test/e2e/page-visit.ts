import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { listAxeViolations, listMarkupFaults } from './page-checks.ts';
import { listHidden, listSpills } from './page-looks.ts';

/** A page that was opened, with everything about it that must not be. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests to another origin, as they come. */
  readonly troubles: readonly string[];
  /** Breaches of the content policy and shifts of what already stood, since the page was opened. */
  listBreaches(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Runs in the page before anything of it does, and takes note of what the page itself can see go wrong once it was drawn. */
const observer = `
  globalThis.breaches = [];
  globalThis.isDrawn = false;
  document.addEventListener('securitypolicyviolation', (event) => {
    breaches.push('content policy: ' + event.effectiveDirective + ' ' + event.blockedURI);
  });
  document.addEventListener('readystatechange', () => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      if (isDrawn) return;
      isDrawn = true;
      noteDrawn();
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (entry.hadRecentInput) continue;
          const moved = entry.sources.map(({ node }) => node?.parentElement?.className + ' > ' + (node?.className ?? node?.nodeName));
          breaches.push('layout shift of ' + entry.value.toFixed(4) + ': ' + moved.join(' | '));
        }
      }).observe({ type: 'layout-shift' });
    })));
  });
`;

/**
 * Each language is opened in a size and light of its own, so that both pairs are loaded, watched and asked by axe;
 * the other widths are reached by resizing, and the other light by switching it.
 */
const looks = [
  { locale: 'en-GB', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { locale: 'zh-CN', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

/** A page that does not say that it was drawn within this time gets its scripts all the same. */
const longestDrawingMs = 3_000;

/** Opens an address in a fresh browser profile and waits until it stands. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const visit = await visitPage(context, url);
  return { ...visit, close: () => context.close() };
}

/** Opens an address in a new tab of a profile and waits until it stands; closing the visit closes the tab. */
async function visitPage(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const troubles: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    // The browser reports the status of an error page as an error of its own.
    const isOwnStatus = message.text().startsWith('Failed to load resource') && message.location().url === url;
    if (message.type() === 'error' && !isOwnStatus) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'blob:') troubles.push(`foreign request: ${request.url()}`);
  });
  await page.addInitScript(observer);
  // Scripts come late, as over a slow line: whatever they move had already been seen where it stood.
  let sayDrawn = () => {};
  const drawn = new Promise<void>((resolve) => {
    sayDrawn = resolve;
    setTimeout(resolve, longestDrawingMs).unref();
  });
  await page.exposeFunction('noteDrawn', () => sayDrawn());
  await page.route('**/*.js', async (route) => {
    await drawn;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, troubles, listBreaches: () => page.evaluate('breaches'), close: () => page.close() };
}

/** One profile for each look, kept as long as the browser. */
const profiles = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

function openProfile(browser: Browser, look: (typeof looks)[number]): Promise<BrowserContext> {
  const opened = profiles.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  profiles.set(browser, opened);
  const profile = opened.get(look.locale) ?? browser.newContext(look);
  opened.set(look.locale, profile);
  return profile;
}

/** Looks at an address in every size, light and language, and lists what is wrong, one line for each fault. */
export async function inspectPage(browser: Browser, url: string, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    const label = `${name} ${look.locale} ${look.viewport.width} ${look.colorScheme}`;
    const context = await openProfile(browser, look);
    await context.clearCookies();
    const visit = await visitPage(context, url);
    const source = await (await fetch(url, { headers: { 'accept-language': look.locale } })).text();
    const found = [
      ...(await listMarkupFaults(source)),
      ...(await listAxeViolations(visit.page)),
      ...(await visit.listBreaches()),
      ...(await listSpills(visit.page)),
      ...(await listHidden(visit.page)),
      ...visit.troubles,
    ];
    faults.push(...found.map((fault) => `${label}: ${fault}`));
    await visit.close();
  }
  return faults;
}
