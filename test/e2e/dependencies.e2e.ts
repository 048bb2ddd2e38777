import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';

const chromium = findChromium();
const tab = '/addons/official/fluxcd/v/2.4.0/dependencies';

describe.skipIf(chromium === undefined)('the dependencies of a version in a browser', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(chromium ?? ''), startFixtureSite(sampleCatalog)]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('answers for a cluster, walks and turns around without scripts', async () => {
    const { page, close } = await openPage(browser, `${site.url}${tab}`, { javaScriptEnabled: false });
    expect(await page.locator('.graph-tools button:visible').count()).toBe(0);
    await page.locator('#graph-vela').fill('v1.2.0');
    await page.getByRole('button', { name: 'Choose versions for this cluster' }).click();
    expect(await page.locator('.graph-edge-conflict').count()).toBe(3);
    expect(await page.getByText('grafana 1.3.0 needs dex >=9.0.0.').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'direct only' }).click();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('vela'), searchParams.get('depth')]).toEqual(['1.2.0', '1']);
    await page.getByRole('link', { name: 'Who needs it' }).click();
    expect(await page.getByRole('row', { name: /internal-gateway/ }).count()).toBe(1);
    await close();
  });

  it('every node that has a page is a link, reached by keyboard in the order of distance', async () => {
    const { page, close } = await openPage(browser, `${site.url}${tab}`);
    await page.locator('[data-graph-view]').focus();
    const reached: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.querySelector(".graph-name")?.textContent ?? null'));
    }
    expect(reached).toEqual(['grafana', 'helm-release', 'loki', 'dex']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/addons/official/loki/v/1.6.0/dependencies');
    await close();
  });

  it('is made larger and smaller by buttons and by the wheel with a key, never by the wheel alone', async () => {
    const { page, close } = await openPage(browser, `${site.url}${tab}`);
    const drawing = page.locator('.graph-drawing');
    const width = async () => Number(await drawing.getAttribute('width'));
    const natural = await width();
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await width()).toBe(Math.round(natural * 1.25));
    await page.getByRole('button', { name: 'Smaller' }).click();
    expect(await width()).toBe(natural);
    await page.locator('[data-graph-view]').hover();
    await page.mouse.wheel(0, -100);
    expect(await width()).toBe(natural);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(width).toBe(Math.round(natural * 1.25));
    await close();
  });

  it('is dragged where it does not fit', async () => {
    const { page, close } = await openPage(browser, `${site.url}${tab}`, { viewport: { width: 390, height: 844 } });
    const view = page.locator('[data-graph-view]');
    await view.scrollIntoViewIfNeeded();
    const box = await view.boundingBox();
    if (box === null) throw new Error('the drawing is not shown');
    const y = box.y + box.height - 20;
    await page.mouse.move(box.x + 200, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 100, y, { steps: 3 });
    await page.mouse.up();
    expect(await view.evaluate((element) => Math.round(element.scrollLeft))).toBe(100);
    await close();
  });

  it.each(['direction=up', 'depth=0', 'depth=1e3', `vela=${'9'.repeat(65)}`, 'vela=1&vela=2'])(
    'a query that cannot be understood says so: %s',
    async (query) => {
      expect((await fetch(`${site.url}${tab}?${query}`)).status).toBe(400);
    },
  );
});
