import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { listAxeViolations } from './page-checks.ts';
import { openPage } from './page-visit.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { sampleValues } from './sample-values.ts';

const chromium = findChromium();
const compare = '/addons/official/fluxcd/compare?from=2.3.9&to=2.4.0';

describe.skipIf(chromium === undefined)('the check of values in a browser', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      openBrowser(chromium ?? ''),
      startFixtureSite({ ...sampleCatalog, values: sampleValues }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('says what happens to each value, keeps them in the form and out of the address, without scripts', async () => {
    const { page, close } = await openPage(browser, `${site.url}${compare}`, { javaScriptEnabled: false });
    await page.getByText('Check the values of an installation against 2.4.0').click();
    await page.getByLabel('Values that are used with 2.3.9').fill('replicas: two\nmemory: 1Gi\n');
    await page.getByRole('button', { name: 'Check these values' }).click();
    expect(await page.getByText('No longer valid: KubeVela 1.10 refuses 2.4.0 with them.').count()).toBe(1);
    const rows = page.locator('.values tbody tr');
    expect(await rows.count()).toBe(2);
    expect(await rows.first().textContent()).toMatch(/replicas.*refused/);
    expect(page.url()).not.toContain('memory');
    const field = page.getByLabel('Values that are used with 2.3.9');
    expect(await field.inputValue()).toBe('replicas: two\nmemory: 1Gi\n');
    await field.fill('replicas: 2\n');
    await page.getByRole('button', { name: 'Check these values' }).click();
    expect(await page.getByText('Still valid: KubeVela 1.10 renders 2.4.0 with them.').count()).toBe(1);
    await close();
    expect(site.bugs).toEqual([]);
  });

  it('ties what cannot be read to the field', async () => {
    const { page, troubles, listBreaches, close } = await openPage(browser, `${site.url}${compare}`);
    await page.getByText('Check the values of an installation against 2.4.0').click();
    const field = page.getByLabel('Values that are used with 2.3.9');
    await field.fill('a: [1');
    await page.getByRole('button', { name: 'Check these values' }).click();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const [fault = ''] = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
    expect(await page.locator(`#${fault}`).textContent()).toMatch(/^Line 1, column \d+:/);
    expect(await listAxeViolations(page)).toEqual([]);
    expect([...troubles, ...(await listBreaches())]).toEqual([]);
    await close();
  });
});
