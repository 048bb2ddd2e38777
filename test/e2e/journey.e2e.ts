import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { flux } from './sample-pages.ts';

const chromium = findChromium();
const command = 'vela addon enable official/fluxcd --version 2.4.0';
const permissions = ['clipboard-read', 'clipboard-write'];

describe.skipIf(chromium === undefined)('from a word to the command that installs', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(chromium ?? ''), startFixtureSite(sampleCatalog)]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('leads a mouse', async () => {
    const { page, troubles, close } = await openPage(browser, `${site.url}/`, { permissions });
    await searchField(page).click();
    await page.keyboard.type('flux');
    await page.getByRole('search').getByRole('button', { name: 'Search', exact: true }).first().click();
    await page.waitForURL(/\/search\?.*q=flux/);
    await page.getByRole('main').getByRole('link', { name: 'fluxcd', exact: true }).first().click();
    await page.waitForURL('**/addons/official/fluxcd');
    await page.getByRole('link', { name: /^Parameters/ }).click();
    await page.waitForURL(`**${flux}/parameters`);
    await page.goBack();
    await page
      .getByRole('button', { name: `Copy: ${command}`, exact: true })
      .first()
      .click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(command);
    expect(troubles).toEqual([]);
    await close();
  });

  it('leads a keyboard', async () => {
    const { page, troubles, close } = await openPage(browser, `${site.url}/`, { permissions });
    await page.keyboard.press('/');
    await page.keyboard.type('flux');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?.*q=flux/);
    await tabTo(page, 'a[href$="/addons/official/fluxcd"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/addons/official/fluxcd');
    await tabTo(page, `a[href$="${flux}/parameters"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${flux}/parameters`);
    await page.goBack();
    await page.waitForURL('**/addons/official/fluxcd');
    await tabTo(page, `[data-copy="${command}"]`);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(command);
    expect(troubles).toEqual([]);
    await close();
  });

  it('leads without scripts to a command that one click selects', async () => {
    const { page, close } = await openPage(browser, `${site.url}/`, { javaScriptEnabled: false });
    await searchField(page).fill('flux');
    await searchField(page).press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'fluxcd', exact: true }).first().click();
    await page.getByRole('link', { name: /^Parameters/ }).click();
    expect(new URL(page.url()).pathname).toBe(`${flux}/parameters`);
    expect(await page.getByRole('main').getByText('clusterName').count()).toBeGreaterThan(0);
    await page.goBack();
    const line = page.locator('.command-text').filter({ hasText: command }).first();
    expect(await line.textContent()).toBe(command);
    await line.click();
    expect(await page.evaluate('getSelection().toString()')).toBe(command);
    await close();
  });

  it('keeps what was asked when the visitor goes back and forward', async () => {
    const { page, close } = await openPage(browser, `${site.url}/addons?q=flux&tag=gitops&sort=updated`);
    const asked = page.url();
    await page.getByRole('main').getByRole('link', { name: 'fluxcd', exact: true }).first().click();
    await page.waitForURL('**/addons/official/fluxcd');
    await page.goBack();
    expect(page.url()).toBe(asked);
    expect(await searchField(page).inputValue()).toBe('flux');
    await page.goForward();
    expect(new URL(page.url()).pathname).toBe('/addons/official/fluxcd');
    await close();
  });
});

function searchField(page: Page) {
  return page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: 'Search' }))
    .first();
}

/** Presses Tab until what a selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`200 times Tab do not reach ${selector}`);
}
