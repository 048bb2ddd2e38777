import type { Browser, Page } from 'playwright-core';
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

  describe('the search field', () => {
    const field = (page: Page) => page.getByRole('combobox', { name: 'Search', exact: true });

    it('shows what a typo means, goes through it by arrows, and opens it', async () => {
      const { page, troubles, close } = await openPage(browser, `${site.url}/addons`);
      await page.keyboard.press('/');
      await page.keyboard.type('fluxdc');
      const list = page.getByRole('listbox', { name: 'What is found' });
      await list.waitFor();
      expect(await list.getByRole('option').allTextContents()).toEqual([
        'Did you mean fluxcd',
        expect.stringMatching(/^fluxcd official/),
        'Everything for fluxdc',
      ]);
      expect(await field(page).getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const active = (await field(page).getAttribute('aria-activedescendant')) ?? '';
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
      expect(await listAxeViolations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/addons/official/fluxcd');
      expect(troubles).toEqual([]);
      await close();
    });

    it('keeps the focus in the field, past both ends of the list', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons`);
      await field(page).fill('loki');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('[aria-selected=true]').textContent()).toBe('Everything for loki');
      await page.keyboard.press('ArrowDown');
      expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
      expect(await page.evaluate('document.activeElement.id')).toBe('site-search-text');
      await close();
    });

    it('closes with Escape, is emptied by another, and asks everything with Enter', async () => {
      const { page, close } = await openPage(browser, `${site.url}/rules`);
      await field(page).fill('loki');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('Escape');
      expect([await page.getByRole('listbox').isVisible(), await field(page).inputValue()]).toEqual([false, 'loki']);
      await page.keyboard.press('Escape');
      expect(await field(page).inputValue()).toBe('');
      await field(page).fill('grafana');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?*q=grafana');
      await close();
    });

    it('opens what is clicked, and lets go of the list when the focus leaves', async () => {
      const { page, close } = await openPage(browser, `${site.url}/`);
      await field(page).fill('keda-auto');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.getByRole('listbox').isVisible()).toBe(false);
      await field(page).fill('keda-auto-s');
      await page.getByRole('group', { name: 'Definitions' }).getByRole('option').click();
      await page.waitForURL('**/definitions/trait/keda-auto-scaler');
      await close();
    });

    it('looks in the catalog that is chosen', async () => {
      const { page, close } = await openPage(browser, `${site.url}/`);
      await page.getByLabel('Catalog', { exact: true }).selectOption('team');
      await field(page).fill('a');
      const list = page.getByRole('listbox');
      await list.waitFor();
      expect(await list.locator('[role=group] [href^="/addons/team/"]').count()).toBe(1);
      expect(await list.locator('[href*="/official/"]').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?catalog=team&q=a');
      await close();
    });

    it('says nothing of a server that is away, and goes on when it is back', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons`);
      let away = 0;
      await page.route('**/api/v1/search?*', async (route) => {
        away += 1;
        if (away === 1) await route.abort('connectionrefused');
        else if (away === 2) await route.fulfill({ status: 503, body: '' });
        else await route.continue();
      });
      await field(page).fill('lok');
      await page.waitForRequest('**/api/v1/search?*');
      await field(page).press('i');
      const list = page.getByRole('listbox');
      await list.waitFor();
      expect([await field(page).inputValue(), away >= 3]).toEqual(['loki', true]);
      expect(await list.getByRole('option').first().textContent()).toContain('loki');
      expect(await page.evaluate('document.activeElement.id')).toBe('site-search-text');
      await close();
    });

    it('shows the answer to the last words, however late the first comes', async () => {
      const { page, close } = await openPage(browser, `${site.url}/addons`);
      await page.route('**/api/v1/search?q=grafana&*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue().catch(() => {});
      });
      await field(page).fill('grafana');
      await page.waitForRequest('**/api/v1/search?q=grafana&*');
      await field(page).fill('dex');
      await page.getByRole('option', { name: 'dex official' }).waitFor();
      await page.waitForTimeout(800);
      expect(await page.getByRole('listbox').textContent()).not.toContain('grafana');
      await close();
    });

    it('is a plain form without scripts', async () => {
      const { page, close } = await openPage(browser, `${site.url}/`, { javaScriptEnabled: false });
      await page.getByRole('searchbox').fill('fluxdc');
      await page.getByRole('searchbox').press('Enter');
      expect(new URL(page.url()).pathname).toBe('/search');
      await page.locator('.found a').first().click();
      expect(new URL(page.url()).pathname).toBe('/addons/official/fluxcd');
      await close();
    });

    it('takes any text', async () => {
      const { page, troubles, close } = await openPage(browser, `${site.url}/addons`);
      const texts = [
        'x'.repeat(10_000),
        '!?.,;()[]{}',
        '😀🚢',
        "'; DROP TABLE version; --",
        '"a" OR NEAR(b c) NOT *',
        '图表',
      ];
      for (const text of texts) {
        await field(page).fill(text);
        await page.getByRole('option', { name: 'Everything for' }).waitFor();
        expect((await field(page).inputValue()).length).toBeLessThanOrEqual(200);
        await page.goto(`${site.url}/search?q=${encodeURIComponent(text)}`);
        expect(await page.locator('h1').textContent()).toContain('Found for');
        const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
        expect([text.slice(0, 20), wide]).toEqual([text.slice(0, 20), false]);
      }
      expect(troubles).toEqual([]);
      await close();
    });
  });

  it('keeps what a list was narrowed by, through back and forward', async () => {
    const { page, close } = await openPage(browser, `${site.url}/addons`);
    const facets = page.getByRole('navigation', { name: 'Narrow the list' });
    await facets.getByRole('link', { name: /^observability/ }).click();
    await page.getByRole('link', { name: 'Grid' }).click();
    await page.locator('.addon-grid').waitFor();
    const cards = await page.locator('.addon-card').count();
    await page.goBack();
    expect(await page.locator('.addon-rows tbody tr').count()).toBe(cards);
    await page.goBack();
    expect(new URL(page.url()).search).toBe('');
    await page.goForward();
    await page.goForward();
    expect(new URL(page.url()).search).toBe('?tag=observability&view=grid');
    await page.getByRole('link', { name: 'Remove Tag observability' }).click();
    expect(new URL(page.url()).search).toBe('?view=grid');
    await close();
  });

  it('folds what a list is narrowed by on a phone, and shows it where there is room', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openPage(browser, `${site.url}/addons`, { javaScriptEnabled });
      const facets = page.getByRole('navigation', { name: 'Narrow the list' });
      const tag = facets.getByRole('link', { name: /^gitops/ });
      expect(await tag.isVisible()).toBe(true);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await tag.isVisible()).toBe(false);
      await facets.getByText('Narrow the list').click();
      await tag.click();
      expect(new URL(page.url()).search).toBe('?tag=gitops');
      await close();
    }
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
