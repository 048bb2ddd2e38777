import { SaxesParser } from 'saxes';
import { afterEach, expect, test } from 'vitest';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../../test/support/fixture-site.ts';
import { drawCard } from './draw-card.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function startSite(options: Partial<FixtureSiteOptions> = {}): Promise<FixtureSite> {
  const site = await startFixtureSite({ versions: [{ name: 'grafana', version: '1.2.0' }], ...options });
  open.push(site);
  return site;
}

interface DrawnText {
  readonly text: string;
  readonly end: number;
}

/** Reads strictly and returns every drawn text with where it ends. */
function listTexts(svg: string): readonly DrawnText[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: DrawnText[] = [];
  let end = 0;
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    end = Number(attributes['x']?.value ?? 0) + Number(attributes['textLength']?.value ?? 0);
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'text') texts.push({ text, end });
  });
  parser.write(svg).close();
  return texts;
}

test.each([
  ['x'.repeat(500), 'y '.repeat(2000)],
  ['<script>alert(1)</script>', ']]>&amp;\u0000\u202e"'],
  ['可观测性'.repeat(50), '可观测性'.repeat(500)],
  ['', ''],
])('%.20s stands inside its card and stays text', (title, sentence) => {
  const marks = Array.from({ length: 40 }, () => ({ text: title.slice(0, 40), tone: 'good' as const }));
  const svg = drawCard({ title, aside: title, sentence, marks, place: title });
  for (const { end } of listTexts(svg)) expect(end).toBeLessThanOrEqual(1120);
  expect(svg).not.toContain('<script');
  expect(svg.length).toBeLessThan(10_000);
});

test('the card of a version says what its page says, in both languages', async () => {
  const { url } = await startSite();
  const response = await fetch(`${url}/cards/official/grafana/1.2.0.svg`);
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const texts = listTexts(await response.text()).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Chandlery · official',
      'grafana',
      '1.2.0',
      'KubeVela 1.9 works',
      'KubeVela 1.10 works',
      'KubeVela 1.11 works',
    ]),
  );
  expect(await (await fetch(`${url}/cards/official/grafana/1.2.0.svg?lang=zh`)).text()).toContain('KubeVela 1.10 可用');
  expect((await fetch(`${url}/cards/official/grafana/9.9.9.svg`)).status).toBe(404);
  expect((await fetch(`${url}/cards/site.svg`)).status).toBe(200);
});

test('every verdict has room, also when all of them take many letters', () => {
  const marks = ['1.9', '1.10', '1.11'].map((line) => ({
    text: `KubeVela ${line} needs parameters`,
    tone: 'warn' as const,
  }));
  const svg = drawCard({
    title: 'a',
    sentence: 'b',
    place: 'c',
    marks: [{ text: 'deprecated', tone: 'warn' }, ...marks],
  });
  expect(listTexts(svg).filter(({ text }) => text.startsWith('KubeVela'))).toHaveLength(3);
});

test('pages name their card by its public address', async () => {
  const { url } = await startSite({ basePath: '/registry' });
  const page = await (await fetch(`${url}/addons/official/grafana`)).text();
  const image = `${url}/registry/cards/official/grafana/1.2.0.svg`;
  expect(page).toContain(`<meta property="og:image" content="${image}"/>`);
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image"/>');
  expect((await fetch(image.replace('/registry', ''))).status).toBe(200);
  const home = await (await fetch(`${url}/`)).text();
  expect(home).toContain(`<meta property="og:image" content="${url}/registry/cards/site.svg"/>`);
});

/** The structured data of a page, by type. */
function findStructured(html: string, type: string): unknown {
  const texts = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  return texts.map(([, text = '']): unknown => JSON.parse(text)).find((data) => isOfType(data, type));
}

function isOfType(data: unknown, type: string): boolean {
  return typeof data === 'object' && data !== null && '@type' in data && data['@type'] === type;
}

test('programs read from a page what the version is, and from the home page how to search', async () => {
  const { url } = await startSite();
  const page = await (await fetch(`${url}/addons/official/grafana`)).text();
  expect(findStructured(page, 'SoftwareSourceCode')).toMatchObject({
    name: 'grafana',
    version: '1.2.0',
    targetProduct: { '@type': 'SoftwareApplication', softwareVersion: '1.2.0', operatingSystem: 'Kubernetes' },
  });
  expect(page).toContain('href="/feed.atom?catalog=official&amp;addon=grafana"');
  const home = await (await fetch(`${url}/`)).text();
  expect(findStructured(home, 'WebSite')).toMatchObject({
    potentialAction: { target: { urlTemplate: `${url}/search?q={search_term_string}` } },
  });
});
