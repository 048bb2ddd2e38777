import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '../../../test/support/fixture-site.ts';

let site: FixtureSite;

const long = Array.from({ length: 30_000 }, (_, index) => `# Heading ${index}\n\n${Math.sin(index)}\n\n`).join('');

beforeAll(async () => {
  site = await startFixtureSite({
    versions: [
      {
        name: 'two',
        files: { 'README.md': '# Main\n\n## A\n\n## B', 'readme_cn.md': '# 中文\n\n## A\n\n## B\n\n## C' },
      },
      { name: 'long', files: { 'README.md': long } },
      { name: 'withheld', state: 'quarantined', files: { 'README.md': 'secret' } },
    ],
  });
});

afterAll(() => site.close());

async function get(path: string) {
  const response = await fetch(`${site.url}/addons/official/${path}`);
  return { status: response.status, html: await response.text() };
}

describe('the page of a readme', () => {
  it('takes the one in the language of the page, and leads to the other', async () => {
    const english = await get('two?lang=en');
    expect(english.html).toContain('>Main <');
    expect(english.html).toContain('href="/addons/official/two?written=zh"');
    expect(english.html).not.toContain('readme-contents');
    for (const path of ['two?lang=zh', 'two/v/1.0.0/readme?lang=en&written=zh']) {
      const { html } = await get(path);
      expect(html).toMatch(/<div class="prose" lang="zh"><h3 id="readme-中文"/);
      expect(html).toContain('written=main"');
      expect(html).toContain('<nav class="readme-contents"');
    }
  });

  it('keeps a long one below 40 KB, with a bounded table of contents, and leads to all of it', async () => {
    const { html } = await get('long?lang=en');
    expect(gzipSync(html).length).toBeLessThan(40_000);
    expect(html.match(/class="readme-level-3"/g)).toHaveLength(60);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('href="/addons/official/long?readme=all&amp;written=main"');
    expect(html).toContain('>Show all<');
    expect(html).toContain('href="/addons/official/long/v/1.0.0/raw/README.md"');
    const all = await get('long?lang=en&readme=all');
    expect(all.status).toBe(200);
    expect(all.html).not.toContain('>Show all<');
  });

  it('refuses what it does not know, and withholds what is quarantined', async () => {
    for (const query of ['readme=x', 'written=x', 'readme=all&readme=all']) {
      expect((await get(`two?${query}`)).status).toBe(400);
    }
    const withheld = await get('withheld/v/1.0.0?readme=all');
    expect([withheld.status, withheld.html.includes('secret')]).toEqual([410, false]);
    expect(site.bugs).toEqual([]);
  });
});
