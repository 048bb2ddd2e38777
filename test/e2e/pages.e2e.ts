import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { inspectPage, openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { flux, samplePages } from './sample-pages.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn('skipped: no Chromium is installed (set CHROMIUM to one)');

describe.skipIf(chromium === undefined)('the pages in a browser', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(chromium ?? ''), startFixtureSite(sampleCatalog)]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each(samplePages)('%s has no fault in any size, light and language', async (name, path) => {
    expect(await inspectPage(browser, `${site.url}${path}`, name)).toEqual([]);
    expect(site.bugs).toEqual([]);
  });

  it('stands without scripts, and offers nothing that needs them', async () => {
    const { page, close } = await openPage(browser, `${site.url}/`, { javaScriptEnabled: false });
    for (const [, path] of samplePages) {
      await page.goto(`${site.url}${path}`);
      expect(await page.locator('h1:visible').count()).toBe(1);
      expect(await page.locator('[data-copy]:visible').count()).toBe(0);
      expect((await page.locator('main').textContent())?.length).toBeGreaterThan(10);
    }
    await close();
  });

  it('searches by a plain form', async () => {
    const { page, close } = await openPage(browser, `${site.url}/`, { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('loki');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(new URL(page.url()).searchParams.get('q')).toBe('loki');
    expect(await page.locator('.found-list li').first().textContent()).toContain('loki');
    await close();
  });

  it('asks for my KubeVela by a plain form, and keeps the answer in the address', async () => {
    const { page, close } = await openPage(browser, `${site.url}/addons?tag=gitops`, { javaScriptEnabled: false });
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByLabel('Release or version').fill('1.11.0-alpha.4');
    await page.getByRole('button', { name: 'Show what fits' }).click();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('vela'), searchParams.get('tag')]).toEqual(['1.11.0-alpha.4', 'gitops']);
    expect(await page.getByRole('heading', { name: 'No addon fits' }).count()).toBe(1);
    await close();
  });

  it('leads from a refusal to what that release line says', async () => {
    const { page, close } = await openPage(browser, `${site.url}/addons?tag=gitops`);
    await page.getByRole('link', { name: 'refused' }).click();
    expect(new URL(page.url()).search).toBe('?for=1.11');
    expect(await page.locator('.said').textContent()).toContain('superseded by list.Concat');
    await close();
  });

  it('opens the fold that holds the parameter of an address', async () => {
    const { page, close } = await openPage(browser, `${site.url}${flux}/parameters#p-sourceResourceLimits.cpu`);
    await page.locator('[id="p-sourceResourceLimits.cpu"]').waitFor({ state: 'visible' });
    await close();
  });

  it('focuses the search with a slash, and types one inside it', async () => {
    const { page, close } = await openPage(browser, `${site.url}/rules`);
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('combobox', { name: 'Search', exact: true }).inputValue()).toBe('a/b');
    await close();
  });

  it('reaches the content first with the keyboard', async () => {
    const { page, close } = await openPage(browser, `${site.url}/addons`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await close();
  });

  it('copies an install line', async () => {
    const { page, close } = await openPage(browser, `${site.url}${flux}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const line = 'vela addon enable official/fluxcd --version 2.4.0';
    const button = page.getByRole('button', { name: `Copy: ${line}` });
    await button.click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(line);
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    await close();
  });

  it('keeps theme and language, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openPage(browser, `${site.url}/addons`, { javaScriptEnabled });
      await page.locator('.theme-switch').click();
      await page.locator('html[data-theme="dark"]').waitFor();
      await page.getByRole('link', { name: '中文' }).click();
      await page.goto(`${site.url}/rules`);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await close();
    }
  });

  it('leads from a finding to the line that it is about', async () => {
    const { page, close } = await openPage(browser, `${site.url}${flux}/findings`);
    await page.getByRole('link', { name: 'template.cue:10:52' }).click();
    expect(new URL(page.url()).hash).toBe('#L10');
    expect(await page.locator('#L10 .line-note').textContent()).toContain('refuse to add lists');
    await close();
  });

  it('turns nothing that an author wrote into markup', async () => {
    const text = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    const hostile = await startFixtureSite({
      versions: [
        {
          name: text,
          version: text,
          metadata: { description: text, tags: [text], url: text },
          files: { 'README.md': `# ${text}\n\n|${text}|\n|-|\n|[a](javascript:alert(3))|\n`, [text]: text },
        },
      ],
    });
    const own = `/addons/official/${encodeURIComponent(text)}`;
    const files = `${own}/v/${encodeURIComponent(text)}/files`;
    for (const path of ['/', '/addons', own, files, `${files}/${encodeURIComponent(text)}`, `${own}-not`]) {
      const { page, troubles, close } = await openPage(browser, `${hostile.url}${path}`);
      expect(await page.locator('body').textContent()).toContain('onerror=alert(1)');
      const foreign = 'img, body script, [onerror], [href^="javascript:"], [style]';
      expect([path, await page.locator(foreign).count(), troubles]).toEqual([path, 0, []]);
      await close();
    }
    await hostile.close();
  });
});
