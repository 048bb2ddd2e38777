import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { listAxeViolations } from './page-checks.ts';
import { openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn('skipped: no Chromium is installed (set CHROMIUM to one)');

describe.skipIf(chromium === undefined)('keys and search in a browser', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(chromium ?? ''), startFixtureSite(sampleCatalog)]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  describe('keys', () => {
    it('move through a list and open an entry', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons`);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Kubeflow Pipeline');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/addons/official/Kubeflow%20Pipeline');
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe('/addons');
      await close();
    });

    it('copy the line that enables an addon', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons/official/fluxcd`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.keyboard.press('c');
      await page.getByText('Copied', { exact: true }).first().waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        'vela addon enable official/fluxcd --version 2.4.0',
      );
      await close();
    });

    it('show what they do, and can be switched off for good', async () => {
      const { page, troubles, close } = await openPage(browser, `${site.url}/addons`);
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      expect(await listAxeViolations(page)).toEqual([]);
      await page.keyboard.press('j');
      expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
      await dialog.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      await page.reload();
      await page.keyboard.press('?');
      expect(await dialog.isVisible()).toBe(false);
      expect(troubles).toEqual([]);
      await close();
    });

    it('mean nothing while somebody types, or with another key held', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons`);
      await page.getByLabel('Release or version').focus();
      await page.keyboard.type('?jc/');
      expect(await page.getByLabel('Release or version').inputValue()).toBe('?jc/');
      expect(await page.getByRole('dialog').isVisible()).toBe(false);
      await page.locator('h1').click();
      await page.keyboard.press('Control+j');
      expect(await page.evaluate('document.activeElement.matches("[data-item]")')).toBe(false);
      await close();
    });
  });

  it('leads to the planner from a phone', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openPage(browser, `${site.url}/`, {
        viewport: { width: 390, height: 844 },
        javaScriptEnabled,
      });
      const navigation = page.getByRole('navigation', { name: 'Site' });
      await navigation.getByText('Menu').click();
      await navigation.getByRole('link', { name: 'Plan' }).click();
      expect(new URL(page.url()).pathname).toBe('/plan');
      await close();
    }
  });
});
