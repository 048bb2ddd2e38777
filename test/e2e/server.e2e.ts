import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChandleryServer, openChandlery } from '../clients/chandlery-server.ts';
import { createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { findChromium, openBrowser } from './browser.ts';
import { crawlSite } from './crawl-site.ts';
import { listMarkupFaults } from './page-checks.ts';
import { inspectPage, openPage } from './page-visit.ts';

const chromium = findChromium();
const addons = fileURLToPath(new URL('../../addons', import.meta.url));

const pages = [
  ['server-home', '/'],
  ['server-list', '/addons'],
  ['server-addon', '/addons/chandlery/kubewatch'],
  ['server-files', '/addons/chandlery/kubewatch/v/latest/files'],
  ['server-file', '/addons/chandlery/kubewatch/v/latest/files/metadata.yaml'],
  ['server-changed', '/addons/team/greeter/v/1.1.0'],
  ['server-findings', '/addons/team/greeter/v/1.1.0/findings'],
  ['server-plan', '/plan?want=ocm-placement&want=terraform-cloud&vela=1.10.9'],
  ['server-plan-conflict', '/plan?want=kubewatch%40%3E9&vela=1.10.9'],
  ['server-sources', '/sources'],
  ['server-rules', '/rules'],
  ['server-rule', '/rules/version/changed-without-bump'],
] as const;

/** A history in which a version that was published after adoption changes under its number. */
function createChangedHistory(): { repository: TestRepository; adopted: string } {
  const repository = createTestRepository();
  const write = (version: string, readme: string) =>
    repository.commit({
      'greeter/metadata.yaml': `name: greeter\nversion: ${version}\ndescription: Says hello\n`,
      'greeter/README.md': readme,
      'greeter/resources/greeting.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: greeting\n',
    });
  const adopted = write('1.0.0', 'Hello.\n');
  write('1.1.0', 'Hello again.\n');
  write('1.1.0', 'Hello, but otherwise.\n');
  return { repository, adopted };
}

describe.skipIf(chromium === undefined)('the program in a browser', () => {
  let browser: Browser;
  let server: ChandleryServer;
  let repository: TestRepository;

  beforeAll(async () => {
    const history = createChangedHistory();
    repository = history.repository;
    [browser, server] = await Promise.all([
      openBrowser(chromium ?? ''),
      openChandlery({
        chandlery: { type: 'local', path: addons },
        team: { type: 'git', url: repository.folder, branch: 'main', path: '.', adopted: history.adopted },
      }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    repository?.remove();
  });

  it.each(pages)('%s has no fault in any size, light and language', async (name, path) => {
    expect(await inspectPage(browser, `${server.url}${path}`, name)).toEqual([]);
  });

  it('answers every address that its pages name, in both languages, with valid markup and every fragment', async () => {
    const { pages, broken } = await crawlSite(server.url);
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(400);
    for (const [path, html] of pages) {
      // The markup is the same in both languages, and the inspection of pages looks at both.
      if (path.startsWith('/')) expect([path, await listMarkupFaults(html)]).toEqual([path, []]);
    }
    // Some pages ask engines, and the addons are evaluated at the same time.
  }, 300_000);

  it('shows that a published version was changed, and keeps its first content', async () => {
    const { page, close } = await openPage(browser, `${server.url}/addons/team/greeter/v/1.1.0`);
    expect(await page.locator('.notice-warn').textContent()).toContain('Changed without a new number');
    expect(await page.locator('.prose').textContent()).toBe('Hello again.');
    await page.getByRole('link', { name: 'See the findings' }).click();
    await page.getByRole('link', { name: 'version/changed-without-bump' }).click();
    expect(await page.locator('h1').textContent()).toBe('version/changed-without-bump');
    await close();
  });

  it('leads from an addon to its plan, and from there to a lock, without scripts', async () => {
    const { page, close } = await openPage(browser, `${server.url}/addons/chandlery/ocm-placement`, {
      javaScriptEnabled: false,
    });
    await page.getByLabel('KubeVela version').fill('1.10.9');
    await page.getByRole('button', { name: 'Plan it' }).click();
    expect(new URL(page.url()).searchParams.get('vela')).toBe('1.10.9');
    const members = await page.locator('.plan-members tbody th a').allTextContents();
    expect(members).toEqual(['flux-kustomize', 'helm-release', 'ocm-placement']);
    await page.getByRole('button', { name: 'Pin these versions' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/locks\/[0-9a-f]{64}$/);
    for (const name of members) expect(await page.locator('main').textContent()).toContain(name);
    await close();
  });

  it('offers what to change where nothing fits, and that works', async () => {
    const { page, close } = await openPage(browser, `${server.url}/plan?want=kubewatch%40%3E9&vela=1.10.9`);
    await page.locator('.plan-suggestions a').first().click();
    expect(await page.locator('.plan-members tbody tr').count()).toBe(1);
    await close();
  });

  it('offers an archive that is really there', async () => {
    const { page, close } = await openPage(browser, `${server.url}/addons/chandlery/kubewatch`);
    const lines = await page.locator('.command-text').allTextContents();
    const archive = lines.find((line) => line.endsWith('.tgz')) ?? '';
    const response = await fetch(archive);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/gzip']);
    expect(lines[0]).toBe(
      `vela addon registry add chandlery --type helm --endpoint ${server.registryUrl('chandlery')}`,
    );
    await close();
  });
});
