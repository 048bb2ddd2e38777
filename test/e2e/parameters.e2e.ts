import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Previewer } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { createFixturePreviewer } from '../support/fixture-previewer.ts';
import { type FixtureSite, startFixtureSite } from '../support/fixture-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { openPage } from './page-visit.ts';

const chromium = findChromium();
const optional = { optional: true, required: false };
const parameters: readonly Parameter[] = [
  { name: 'image', type: 'string', optional: false, required: false, default: 'web:1', usage: 'Image to run' },
  { name: 'replicas', type: 'int', ...optional, default: 1 },
  { name: 'debug', type: 'bool', ...optional, default: false },
  { name: 'password', type: 'string', ...optional },
  { name: 'labels', type: 'map', element: { type: 'string' }, ...optional },
  {
    name: 'ports',
    type: 'list',
    ...optional,
    element: {
      type: 'struct',
      fields: [
        { name: 'name', type: 'string', optional: false, required: true },
        { name: 'port', type: 'int', ...optional },
      ],
    },
  },
  {
    name: 'store',
    type: 'union',
    ...optional,
    oneOf: [{ type: 'string' }, { type: 'struct', fields: [{ name: 'size', type: 'string', ...optional }] }],
  },
  { name: 'extra', type: 'any', ...optional },
];

const path = '/addons/official/web/v/1.0.0/parameters';

describe.skipIf(chromium === undefined)('the form for parameters', () => {
  let browser: Browser;
  let site: FixtureSite;
  const fixture = createFixturePreviewer();
  let refuse: Error | undefined;
  /** Refuses some images as an engine would. */
  const previewer: Previewer = {
    async renderPreview(question) {
      if (refuse !== undefined) throw refuse;
      const preview = await fixture.renderPreview(question);
      if (preview.parameters['image'] !== 'bad') return preview;
      const message = 'parameter.image: invalid value "bad" (out of bound =~":")';
      const finding = {
        rule: 'render/template',
        severity: 'error',
        file: 'parameter.cue',
        line: 1,
        column: 1,
      } as const;
      const findings = [{ ...finding, message, doc: '/rules/render/template' }];
      return {
        ...preview,
        outcome: { kind: 'refused', message: `render addon application fail: ${message}`, findings },
      };
    },
  };

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      openBrowser(chromium ?? ''),
      startFixtureSite({ versions: [{ name: 'web', version: '1.0.0', parameters }], previewer }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (query = '', options = {}) => openPage(browser, `${site.url}${path}${query}`, options);

  it('renders what is typed, marks the lines that differ, and keeps the values in the address', async () => {
    const { page, troubles, close } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Up to date.').waitFor();
    await page.getByLabel('image').fill('web:2');
    await page.locator('.manifest-lines ins', { hasText: 'image: web:2' }).first().waitFor();
    await page.waitForURL('**set=image**');
    expect(new URL(page.url()).searchParams.getAll('set')).toEqual(['image=web:2']);
    await page.getByRole('button', { name: 'Copy: Command' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'vela addon enable official/web --version 1.0.0 image=web:2',
    );
    await page.reload();
    expect(await page.getByLabel('image').inputValue()).toBe('web:2');
    await page.locator('.manifest-lines ins', { hasText: 'image: web:2' }).first().waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('tells what is wrong at the field and above the form', async () => {
    const { page, close } = await open();
    await page.getByText('Up to date.').waitFor();
    await page.getByLabel('image').fill('bad');
    await page.locator('.field-fault', { hasText: 'invalid value "bad"' }).waitFor();
    expect(await page.getByLabel('image').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.form-summary').textContent()).toContain('image');
    expect(await page.locator('.manifest-message').textContent()).toContain('render addon application fail');
    await page.getByLabel('replicas').fill('many');
    await page.locator('.field-fault', { hasText: 'no whole number' }).waitFor();
    await close();
  });

  it('is worked by keyboard alone', async () => {
    const { page, close } = await open();
    await page.getByText('Up to date.').waitFor();
    await page.locator('summary', { hasText: 'ports' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add to ports' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('ports 1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('http');
    await page.locator('.manifest-lines ins', { hasText: '- name: http' }).first().waitFor();
    await page.getByRole('button', { name: 'Remove ports 1' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Add to ports');
    await page.getByText('Nothing differs from what the defaults give.').waitFor();
    await close();
  });

  it('keeps what was typed while the server is busy, and tries again', async () => {
    const { page, close } = await open();
    await page.getByText('Up to date.').waitFor();
    refuse = new RegistryError('ENGINE_BUSY', 'busy');
    await page.getByLabel('image').fill('web:3');
    await page.getByText('What you typed is kept').waitFor();
    refuse = undefined;
    await page.locator('.manifest-lines ins', { hasText: 'image: web:3' }).first().waitFor();
    await page.route('**/preview', (route) => route.abort());
    await page.getByLabel('image').fill('web:4');
    await page.getByText('The server does not answer').waitFor();
    await page.unroute('**/preview');
    await page.locator('.manifest-lines ins', { hasText: 'image: web:4' }).first().waitFor();
    await close();
  });

  it('does the same without scripts', async () => {
    const { page, close } = await open('', { javaScriptEnabled: false });
    await page.getByLabel('image').fill('web:5');
    await page.getByRole('button', { name: 'Show the result' }).last().click();
    expect(new URL(page.url()).searchParams.getAll('set')).toEqual(['image=web:5']);
    expect(await page.locator('.manifest-lines ins').first().textContent()).toContain('image: web:5');
    await page.locator('summary', { hasText: 'labels' }).first().click();
    await page.getByRole('button', { name: 'Add an entry to labels' }).click();
    await page.getByRole('textbox', { name: 'Key' }).fill('a.b');
    await page.locator('[name="v/labels/0"]').fill('c');
    await page.getByRole('button', { name: 'Show the result' }).last().click();
    expect(new URL(page.url()).searchParams.getAll('set')).toEqual(['image=web:5', 'labels.a\\.b=c']);
    await page.locator('summary', { hasText: 'Values as YAML' }).click();
    await page.getByLabel('Values as YAML').fill('replicas: 3\nimage: [');
    await page.getByRole('button', { name: 'Take it into the fields' }).click();
    expect(await page.locator('.field-fault').first().textContent()).toMatch(/line \d+, column \d+/);
    await page.getByLabel('Values as YAML').fill('replicas: 3');
    await page.getByRole('button', { name: 'Take it into the fields' }).click();
    expect(await page.getByLabel('replicas').inputValue()).toBe('3');
    expect(await page.getByLabel('Values as YAML').inputValue()).toBe('');
    await close();
  });

  it('keeps secrets out of the address, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await open('', { javaScriptEnabled });
      if (javaScriptEnabled) await page.getByText('Up to date.').waitFor();
      await page.getByLabel('password').fill('hush');
      await page.getByRole('button', { name: 'Show the result' }).last().click();
      await page.locator('.manifest-lines ins', { hasText: 'password: hush' }).first().waitFor();
      expect(page.url()).not.toContain('hush');
      expect(await page.locator('#copy-url').textContent()).not.toContain('hush');
      await close();
    }
  });
});
