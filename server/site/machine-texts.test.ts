import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../../test/support/fixture-site.ts';

let site: FixtureSite;
let base: string;

beforeAll(async () => {
  site = await startFixtureSite({
    basePath: '/registry',
    versions: [
      { name: 'fluxcd', published: '2024-03-05T07:08:09Z' },
      { name: 'a & b', catalog: 'team' },
    ],
  });
  base = `${site.url}/registry`;
});

afterAll(() => site.close());

const get = (path: string) => fetch(`${site.url}${path}`);

/** Reads XML strictly and returns the text of every element of a name. */
function listTexts(xml: string, name: string): readonly string[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    if (tag.local === name) texts.push(text);
  });
  parser.write(xml).close();
  return texts;
}

test('the sitemap leads to its parts, and these to pages below the public address', async () => {
  const index = await (await get('/sitemap.xml')).text();
  expect(listTexts(index, 'loc')).toEqual([`${base}/sitemap-1.xml`]);
  const part = await (await get('/sitemap-1.xml')).text();
  const addresses = listTexts(part, 'loc');
  expect(addresses).toContain(`${base}/`);
  expect(addresses).toContain(`${base}/addons/official/fluxcd`);
  expect(addresses).toContain(`${base}/addons/official/fluxcd/v/1.0.0`);
  expect(addresses).toContain(`${base}/addons/team/a%20%26%20b`);
  expect(listTexts(part, 'lastmod')).toContain('2024-03-05T07:08:09Z');
  for (const address of addresses) expect((await get(address.slice(base.length))).status).toBe(200);
});

test.each(['/sitemap-0.xml', '/sitemap-2.xml', '/sitemap-x.xml'])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('robots.txt keeps crawlers from what is large or endless, and names the sitemap', async () => {
  const text = await (await get('/robots.txt')).text();
  expect(text).toContain('Disallow: /registry/c/\n');
  expect(text).toContain('Disallow: /registry/addons?\n');
  expect(text).toContain(`Sitemap: ${base}/sitemap.xml\n`);
  expect(text).not.toMatch(/^Disallow: \/registry\/addons$/m);
});

test('llms.txt names the catalogs with their endpoints', async () => {
  const response = await get('/llms.txt');
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  expect(text).toMatch(/^# Chandlery\n/);
  expect(text).toContain(`${base}/api/v1/openapi.json`);
  expect(text).toContain(`--endpoint ${base}/c/official`);
});
