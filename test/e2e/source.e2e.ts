import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFinding } from '../../registry/findings.ts';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { inspectPage, openPage } from './page-visit.ts';

const chromium = findChromium();

const template = `package main

// What is installed.
output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	spec: components: [for part in ["a", "b"] {name: part}] + [{name: "\\(context.name)-last", replicas: *1 | int}]
}
`;
const long = Array.from({ length: 1234 }, (_, index) => `key${index + 1}: value ${index + 1}`).join('\n');
const folders = Object.fromEntries(
  ['definitions/scaler.cue', 'definitions/deep/er/one.cue', 'resources/\u202Erotated.yaml', 'schemas/ui.yaml'].map(
    (path) => [path, `# ${path}\na: 1\n`],
  ),
);

const base = '/addons/official/fluxcd/v/2.4.0';
const pages = [
  ['source-tree', `${base}/files`],
  ['source-tree-chinese', `${base}/files?lang=zh`],
  ['source-folder', `${base}/files?folder=definitions`],
  ['source-folder-missing', `${base}/files?folder=nowhere`],
  ['source-cue', `${base}/files/template.cue`],
  ['source-cue-chinese', `${base}/files/template.cue?lang=zh`],
  ['source-long', `${base}/files/long.yaml?page=2`],
  ['source-deep', `${base}/files/definitions/deep/er/one.cue`],
] as const;

describe.skipIf(chromium === undefined)('the source of a version', () => {
  let browser: Browser;
  let site: FixtureSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      openBrowser(chromium ?? ''),
      startFixtureSite({
        versions: [
          {
            name: 'fluxcd',
            version: '2.4.0',
            files: {
              'README.md': '# Flux\n\n`code` **bold** [a](b)\n',
              'metadata.yaml': 'name: fluxcd # the name\nversion: 2.4.0\ntags: [a, "b", true]\n',
              'template.cue': template,
              'long.yaml': long,
              'wide.json': `{"a": "${'x'.repeat(9000)}"}\n`,
              ...folders,
            },
            findings: [
              createFinding({
                rule: 'cue/list-arithmetic',
                severity: 'error',
                file: 'template.cue',
                line: 7,
                column: 20,
                message: 'CUE 0.11 and later refuse to add lists with `+`',
              }),
              createFinding({
                rule: 'metadata/unknown-key',
                severity: 'warning',
                file: 'long.yaml',
                line: 777,
                column: 1,
                message: 'not known',
              }),
            ],
          },
        ],
      }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each(pages)('%s has no fault in any size and light', async (name, path) => {
    expect(await inspectPage(browser, `${site.url}${path}`, name)).toEqual([]);
    expect(site.bugs).toEqual([]);
  });

  it('marks the line of an address without scripts, and leads from a finding in a long file to its line', async () => {
    const { page, close } = await openPage(browser, `${site.url}${base}/findings`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'long.yaml:777:1' }).click();
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?page=2#L777');
    expect(await page.locator('#L777:target .line-note').textContent()).toContain('not known');
    expect(await page.locator('[data-copy-from]:visible').count()).toBe(0);
    await page.locator('.source-pages').first().getByRole('link', { name: 'Lines after' }).click();
    expect(await page.locator('.source-lines > li').count()).toBe(234);
    await close();
  });

  it('marks a range, makes one with the shift key, and finds the page of a line', async () => {
    const { page, troubles, close } = await openPage(browser, `${site.url}${base}/files/template.cue#L2-L4`);
    expect(await page.locator('.line-chosen').count()).toBe(3);
    await page.locator('#L5 > .line-number').click();
    await page.locator('#L7 > .line-number').click({ modifiers: ['Shift'] });
    expect(new URL(page.url()).hash).toBe('#L5-L7');
    expect(await page.locator('.line-chosen').evaluateAll((lines) => lines.map((line) => line.id))).toEqual([
      'L5',
      'L6',
      'L7',
    ]);
    await page.goto(`${site.url}${base}/files/long.yaml#L1200-L1202`);
    await page.locator('#L1201.line-chosen').waitFor();
    expect(new URL(page.url()).search).toBe('?page=3');
    expect(troubles).toEqual([]);
    await close();
  });

  it('copies the whole file, also one of which a part is shown', async () => {
    const { page, close } = await openPage(browser, `${site.url}${base}/files/long.yaml`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.route('**/api/v1/**/files/long.yaml', (route) =>
      route.fulfill({ body: long, contentType: 'text/plain' }),
    );
    await page.getByRole('button', { name: 'Copy: long.yaml' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(long);
    await close();
  });

  it('says how much of a line is left out', async () => {
    const { page, close } = await openPage(browser, `${site.url}${base}/files/wide.json`);
    expect(await page.locator('.line-cut').textContent()).toContain('more characters');
    await close();
  });
});
