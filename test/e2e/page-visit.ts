import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listAxeViolations, listMarkupFaults } from './page-checks.ts';

const screenshotFolder = fileURLToPath(new URL('.screenshots/', import.meta.url));

/** Sizes and lights that every page is looked at in. */
export const settings = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 1280, height: 800, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** A page that was opened, with everything about it that must not be. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests to another origin, as they come. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a fresh browser profile and waits until it stands. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
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
    if (new URL(request.url()).origin !== origin) troubles.push(`foreign request: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, troubles, close: () => context.close() };
}

/** Looks at an address in every size and light, keeps a picture of each, and lists what is wrong. */
export async function inspectPage(browser: Browser, url: string, name: string): Promise<readonly string[]> {
  mkdirSync(screenshotFolder, { recursive: true });
  const faults: string[] = [];
  const { page, troubles, close } = await openPage(browser, url);
  for (const { width, height, colorScheme } of settings) {
    const label = `${name} ${width} ${colorScheme}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${screenshotFolder}${name}-${width}-${colorScheme}.png`, fullPage: true });
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    if (wide) faults.push(`${label}: the page is wider than the window`);
    const spilling = await page.evaluate(
      '[...document.querySelectorAll("table.rows")].filter((table) => table.offsetWidth > table.parentElement.clientWidth).length',
    );
    if (spilling !== 0) faults.push(`${label}: ${spilling} tables are wider than what holds them`);
    for (const violation of await listAxeViolations(page)) faults.push(`${label}: ${violation}`);
  }
  faults.push(...troubles);
  await close();
  const source = await (await fetch(url)).text();
  for (const fault of await listMarkupFaults(source)) faults.push(`${name}: ${fault}`);
  return faults;
}
