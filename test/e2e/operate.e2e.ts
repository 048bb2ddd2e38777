import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { findChromium, openBrowser } from './browser.ts';
import { inspectPage, openPage } from './page-visit.ts';

const chromium = findChromium();

function writeAddons(folder: string, count: number, version = '1.0.0'): void {
  for (let index = 0; index < count; index += 1) {
    const addon = join(folder, 'addons', `addon-${index}`);
    mkdirSync(addon, { recursive: true });
    writeFileSync(
      join(addon, 'metadata.yaml'),
      `name: addon-${index}\nversion: ${version}\ndescription: one of many\n`,
    );
    writeFileSync(join(addon, 'README.md'), `# addon-${index}\n`);
  }
}

describe.skipIf(chromium === undefined)('what operators see', () => {
  let browser: Browser;
  let folder: ReturnType<typeof createTestFolder>;
  let server: TestServer | undefined;

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });

  afterAll(() => browser?.close());

  afterEach(async () => {
    await server?.close();
    server = undefined;
    folder.remove();
  });

  async function start(addons: number): Promise<TestServer> {
    folder = createTestFolder();
    writeAddons(folder.folder, addons);
    writeFileSync(join(folder.folder, 'token'), 'correct horse');
    const started = await startTestServer({
      folder: folder.folder,
      config: `catalogs:\n  - name: team\n    sources: [{ type: local, name: addons, path: ${JSON.stringify(join(folder.folder, 'addons'))}, every: 1h }]\nadmin: { token: { file: token } }\nengines: ["1.10"]\n`,
    });
    server = started;
    return started;
  }

  it('the numbers of the start page move while a source is read, and nothing else does', async () => {
    const { url } = await start(150);
    const { page, troubles, close } = await openPage(browser, url);
    await page.evaluate(`
      window.sameDocument = true;
      window.shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    `);
    const count = page.locator('[data-live-count="addons"]');
    await expect.poll(() => count.textContent(), { timeout: 40_000 }).toBe('150');
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    expect(await page.evaluate('window.shift')).toBeLessThan(0.001);
    await page.locator('[data-live-news] a').click();
    await page.waitForLoadState();
    expect(troubles).toEqual([]);
    await close();
  });

  it('a source is read again by the form, on a page that shows how it goes', async () => {
    const { url, settled } = await start(3);
    await settled();
    const { page, troubles, close } = await openPage(browser, `${url}/sources`);
    await page.getByRole('link', { name: 'Log, and read it again' }).click();
    await page.getByLabel('Administrator token').fill('wrong');
    await page.getByRole('button', { name: 'Read it now' }).click();
    await page.getByText('This is not the administrator token').waitFor();
    writeAddons(folder.folder, 3, '2.0.0');
    await page.getByLabel('Administrator token').fill('correct horse');
    await page.getByRole('button', { name: 'Read it now' }).click();
    await page.waitForURL(`${url}/sources/team/addons`);
    await expect.poll(() => page.locator('[data-live-text]').textContent(), { timeout: 30_000 }).toBe('up to date');
    await page.reload();
    // The first reading, and this one.
    expect(await page.getByText('Done: 3 stored, 0 not').count()).toBe(2);
    // The 403 of the wrong token is the browser's to report.
    expect(troubles.filter((trouble) => !trouble.includes('403'))).toEqual([]);
    await close();
  });

  it('a hidden page holds no connection', async () => {
    const { url, settled, getText } = await start(3);
    await settled();
    const { page, close } = await openPage(browser, `${url}/sources`);
    const clients = async () => /chandlery_live_clients (\d+)/.exec(await getText('/metrics'))?.[1];
    await expect.poll(clients).toBe('1');
    await page.evaluate(`
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    `);
    await expect.poll(clients).toBe('0');
    await close();
  });

  it('every page has no fault in any size and light', async () => {
    const { url, settled } = await start(3);
    await settled();
    const paths = ['/sources', '/sources/team/addons', '/sources/team/addons?lang=zh'];
    for (const [index, path] of paths.entries()) {
      expect(await inspectPage(browser, `${url}${path}`, `operate-${index}`)).toEqual([]);
    }
  });
});
