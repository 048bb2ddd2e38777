import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
const publicUrl = 'https://addons.example.com/registry';
let repository: TestRepository;
let server: TestServer;

beforeAll(async () => {
  repository = createTestRepository();
  for (const version of ['1.0.0', '1.1.0']) {
    repository.commit({
      'addons/web/metadata.yaml': `name: web\nversion: ${version}\ndescription: 'serves <b>& more</b> "quoted" \u202e'\n`,
    });
  }
  for (let index = 0; index < 60; index += 1) {
    repository.commit({ 'addons/many/metadata.yaml': `name: many\nversion: 1.${index}.0\n` });
  }
  server = await startTestServer({
    folder: folder.folder,
    config: `publicUrl: ${publicUrl}\ncatalogs:\n  - name: team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]\n  - name: empty\n    sources: [{ type: local, name: none, path: . }]\n`,
  });
  await server.settled();
}, 120_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

interface Element {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML strictly, with its namespaces; throws at the first fault. */
function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries<SaxesAttributeNS>(attributes).map(([name, { value }]) => [name, value]);
    const element: Element = { name: local, uri, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

const childrenOf = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: Element, name: string) => childrenOf(element, name)[0]?.text ?? '';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What RFC 4287 asks of a feed, as far as a program can tell. */
function checkAtom(feed: Element): void {
  expect([feed.name, feed.uri]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  for (const element of [feed, ...childrenOf(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name)).toHaveLength(1);
    expect(textOf(element, 'updated')).toMatch(time);
    expect(textOf(element, 'id')).toMatch(/^tag:addons\.example\.com,\d{4}-\d\d-\d\d:\S+$/);
    for (const { attributes } of childrenOf(element, 'link')) {
      expect(attributes['href']).toMatch(/^https:\/\/addons\.example\.com\/registry\//);
    }
  }
  const links = childrenOf(feed, 'link').map(({ attributes }) => attributes['rel']);
  expect(links).toEqual(['self', 'alternate']);
  expect(childrenOf(childrenOf(feed, 'author')[0] ?? feed, 'name')).toHaveLength(1);
  const ids = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
}

const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);

describe('feeds', () => {
  test.each([
    ['/feed.atom', 50],
    ['/feed.atom?lang=zh', 50],
    ['/feed.atom?catalog=team', 50],
    ['/c/team/feed.atom', 50],
    ['/registry/c/team/feed.atom', 50],
    ['/addons/team/web/feed.atom', 2],
    ['/api/v1/feed.atom?catalog=team&addon=web', 2],
    ['/c/empty/feed.atom', 0],
  ])('%s is valid Atom with %d entries', async (path, entries) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const feed = parseXml(await response.text());
    checkAtom(feed);
    expect(childrenOf(feed, 'entry')).toHaveLength(entries);
    const self = childrenOf(feed, 'link')[0]?.attributes['href'] ?? '';
    expect((await get(self.slice(publicUrl.length))).status).toBe(200);
  });

  test('what an addon says of itself is text, with nothing that turns it', async () => {
    const feed = parseXml(await server.getText('/addons/team/web/feed.atom'));
    const [entry] = childrenOf(feed, 'entry');
    expect(entry === undefined ? '' : textOf(entry, 'content').trim()).toBe('serves <b>& more</b> "quoted"');
  });

  test('ids stay the same, and a client that has it is told so', async () => {
    const first = await get('/feed.atom');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/feed.atom', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each([
    ['/c/none/feed.atom', 404],
    ['/addons/team/none/feed.atom', 404],
    ['/feed.atom?addon=web', 400],
    ['/feed.atom?lang=xx', 400],
  ])('%s is answered with %d', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('badges', () => {
  test.each([
    ['/badge/team/web.svg', 200, 'team/web: 1.1.0'],
    ['/api/v1/badge/team/web.svg', 200, 'team/web: 1.1.0'],
    ['/badge/team/web/vela-1.10.svg', 200, /^KubeVela 1\.10: (works|pending|refused|excluded)$/],
    ['/badge/team/none.svg', 404, 'addon: unknown'],
    ['/badge/none/web.svg', 404, 'addon: unknown'],
    ['/badge/team/web/vela-9.9.svg', 404, 'addon: unknown'],
  ])('%s: %d, %s', async (path, status, label) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(parseXml(await response.text()).attributes['aria-label']).toMatch(label);
  });

  test.each(['/badge/team/web', '/badge/team/web/1.10.svg', '/badge/team/web.png'])('%s is no badge', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
