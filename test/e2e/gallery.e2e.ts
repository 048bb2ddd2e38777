import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { listAxeViolations } from './page-checks.ts';
import { openPage } from './page-visit.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the gallery of components', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      openBrowser(chromium ?? ''),
      startFixtureSite({ versions: [{ name: 'fluxcd', version: '2.4.0' }], gallery: true }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each([
    ['en', 1280, 'light'],
    ['zh', 390, 'dark'],
  ] as const)('is accessible and calm in %s, %i px wide and %s', async (language, width, colorScheme) => {
    const visit = await openPage(browser, `${site.url}/_gallery?lang=${language}`, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    expect(await listAxeViolations(visit.page)).toEqual([]);
    expect(visit.troubles).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    // What a choice shows must not hang on ids: two install boxes stand here.
    expect(await visit.page.locator('.install-way-vela:visible, .install-way-helm:visible').count()).toBe(2);
    await visit.close();
  });
});
