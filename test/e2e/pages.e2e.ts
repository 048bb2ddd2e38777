import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { inspectPage, openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn('skipped: no Chromium is installed (set CHROMIUM to one)');

const flux = '/addons/official/fluxcd/v/2.4.0';

const pages = [
  ['home', '/'],
  ['list', '/addons'],
  ['list-narrowed', '/addons?q=flux&catalog=official&tag=gitops'],
  ['list-empty', '/addons?q=nothing-fits'],
  ['addon', '/addons/official/fluxcd'],
  ['version', flux],
  ['list-my-kubevela', '/addons?vela=1.11&kubernetes=1.29'],
  ['parameters', `${flux}/parameters`],
  ['parameters-none', '/addons/official/loki/v/1.6.0/parameters'],
  ['definitions', `${flux}/definitions`],
  ['definitions-pending', '/addons/official/loki/v/1.6.0/definitions'],
  ['effects', `${flux}/effects`],
  ['effects-none', '/addons/official/loki/v/1.6.0/effects'],
  ['effects-pending', '/addons/official/fluxcd/v/2.5.0-beta.1/effects'],
  ['findings-line', `${flux}/findings?for=1.11`],
  ['definition-list', '/definitions'],
  ['definition-list-narrowed', '/definitions?kind=trait&q=scal'],
  ['definition-list-empty', '/definitions?q=nothing-fits'],
  ['definition', '/definitions/component/helm'],
  ['definition-refused', '/definitions/component/helm?catalog=official&addon=fluxcd&version=2.3.9&for=1.11'],
  ['definition-trait', '/definitions/trait/keda-auto-scaler'],
  ['definition-terraform', '/definitions/component/alibaba-cloud-container-service-for-kubernetes-managed-cluster'],
  ['definition-chinese', '/definitions/component/helm?lang=zh'],
  ['effects-chinese', `${flux}/effects?lang=zh`],
  ['missing-definition', '/definitions/trait/keda'],
  ['metadata', `${flux}/metadata`],
  ['files', `${flux}/files`],
  ['file', `${flux}/files/template.cue`],
  ['file-binary', '/addons/official/Kubeflow%20Pipeline/v/latest/files/data.bin'],
  ['findings', `${flux}/findings`],
  ['versions', `${flux}/versions`],
  ['compare', '/addons/official/fluxcd/compare?from=2.3.9&to=2.4.0'],
  ['compare-split', '/addons/official/fluxcd/compare?from=2.3.9&to=2.4.0&view=split&for=1.11'],
  ['compare-chinese', '/addons/official/fluxcd/compare?from=2.3.9&to=2.4.0&lang=zh'],
  ['compare-single', '/addons/team/internal-gateway/compare'],
  ['no-readme', '/addons/official/Kubeflow%20Pipeline'],
  ['plan', '/plan'],
  ['plan-made', '/plan?want=grafana%40%3E%3D1.0%2C+%3C2&want=dex&vela=1.10.9&kubernetes=1.29.3'],
  [
    'plan-installed',
    '/plan?want=grafana&installed=fluxcd%402.3.9&installed=loki%401.5.0&upgrade=loki&prereleases=true',
  ],
  ['plan-conflict', '/plan?want=impossible&want=grafana%402.0.0&vela=1.10.9'],
  ['plan-conflict-chinese', '/plan?want=impossible&lang=zh'],
  ['plan-gave-up', '/plan?want=endless'],
  ['plan-unknown', '/plan?want=stranger'],
  ['plan-chinese', '/plan?want=grafana&lang=zh'],
  ['sources', '/sources'],
  ['rules', '/rules'],
  ['rule', '/rules/metadata/unknown-key'],
  ['use', '/use'],
  ['help', '/help'],
  ['help-chinese', '/help?lang=zh'],
  ['locks', '/locks'],
  ['locks-chinese', '/locks?lang=zh'],
  ['missing-lock', '/locks/0'],
  ['use-chinese', '/use?lang=zh'],
  ['version-chinese', `${flux}?lang=zh`],
  ['version-deprecated', '/addons/official/fluxcd/v/1.4.3'],
  ['version-yanked', '/addons/official/fluxcd/v/2.0.0'],
  ['version-quarantined', '/addons/official/fluxcd/v/1.0.0'],
  ['version-quarantined-chinese', '/addons/official/fluxcd/v/1.0.0/metadata?lang=zh'],
  ['file-quarantined', '/addons/official/fluxcd/v/1.0.0/files/template.cue'],
  ['missing-addon', '/addons/official/fluxd'],
  ['missing-version', '/addons/official/fluxcd/v/9.9.9'],
  ['missing-page', '/nowhere'],
  ['missing-page-near', '/addons/fluxdc'],
  ['missing-long', `/addons/official/${'very-long-'.repeat(60)}`],
  ['missing-right-to-left', `/addons/official/${encodeURIComponent('مخزن-الإضافات')}`],
  ['bad-request', '/addons?sort=%3Cb%3E'],
] as const;

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

  it.each(pages)('%s has no fault in any size and light', async (name, path) => {
    expect(await inspectPage(browser, `${site.url}${path}`, name)).toEqual([]);
    expect(site.bugs).toEqual([]);
  });

  it('stands without scripts, and offers nothing that needs them', async () => {
    const { page, close } = await openPage(browser, `${site.url}/`, { javaScriptEnabled: false });
    for (const [, path] of pages) {
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
    expect(await page.locator('tbody tr').count()).toBe(1);
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
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
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
    expect(await page.getByRole('status').textContent()).toBe('Copied');
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
