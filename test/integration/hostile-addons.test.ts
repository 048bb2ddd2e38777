import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddonPage, SourceState } from '../../schemas/rest.ts';
import {
  createTestFolder,
  createTestRepository,
  type TestRepository,
  writeTestFiles,
} from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const place = createTestFolder();
const addons = join(place.folder, 'addons');
const base = '/market/place';
let repository: TestRepository;
let server: TestServer;
let source: SourceState | undefined;

function aliasBomb(): string {
  const lines = Array.from(
    { length: 11 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
  );
  return `name: bomb\nversion: 1.0.0\na0: &a0 [x]\n${lines.join('\n')}\n`;
}

const escapes = '\\e[31mred\\u009b0m\\u202Egpj.exe\\u2066';
const metadata: Readonly<Record<string, string>> = {
  empty: '',
  list: '- name: list\n- version: 1.0.0\n',
  tabs: 'name: tabs\n\tversion: 1.0.0\n',
  bomb: aliasBomb(),
  scalar: `name: scalar\nversion: 1.0.0\ndescription: ${'x'.repeat(20_000_000)}\n`,
  'wrong-type': 'name: wrong-type\nversion: 1.0.0\ntags: { a: b }\n',
  dots: 'name: ../../evil\nversion: 1.0.0\n',
  long: `name: ${'n'.repeat(300)}\nversion: 1.0.0\n`,
  controls: 'name: "con\\e[31mtrols"\nversion: 1.0.0\n',
  capitals: 'name: Capitals\nversion: 1.0.0\n',
  spaces: 'name: two words\nversion: 1.0.0\n',
  reserved: 'name: view\nversion: 1.0.0\n',
  entries: 'name: entries\nversion: 1.0.0\n',
  healthy: 'name: healthy\nversion: 1.0.0\ndescription: all is well\n',
  hostile: [
    'name: hostile',
    'version: 1.0.0',
    `description: "<script>alert(1)</script> ${escapes}"`,
    'tags: ["\\"><img src=x onerror=alert(1)>"]',
    'url: "https://x.example/\\" onmouseover=\\"alert(1)"',
    'icon: "javascript:alert(1)"',
    '',
  ].join('\n'),
};

beforeAll(async () => {
  const files = Object.entries(metadata).map(([folder, text]) => [`${folder}/metadata.yaml`, text] as const);
  writeTestFiles(addons, {
    ...Object.fromEntries(files),
    'entries/secret': { link: '/etc/passwd' },
    'entries/resources/up': { link: '../../healthy' },
    'entries/resources/A.cue': 'package main\n',
    'entries/resources/a.cue': 'package main\n',
    'entries/back\\slash': 'x',
    'hostile/README.md': [
      '# hostile <img src=x onerror=alert(1)>',
      '[a](javascript:alert(1)) [b](java\tscript:alert(1)) [c](data:text/html,<script>alert(1)</script>)',
      '![d](data:image/svg+xml;base64,PHN2Zy8+ "x\\" onload=alert(1)") <svg onload=alert(1)></svg><style>*{}</style>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe> <base href="https://evil.example/"> <form action="//evil.example">',
    ].join('\n\n'),
  });
  execFileSync('mkfifo', [join(addons, 'entries', 'pipe')]);
  repository = createTestRepository();
  repository.commit({ 'addons/twin/metadata.yaml': 'name: twin\nversion: 1.0.0\n', 'addons/twin/README.md': 'one\n' });
  repository.commit({ 'addons/many/metadata.yaml': 'name: many\nversion: 1.0.0\n' });
  const twins = ['first', 'second'].map((name) => ({ type: 'git', name, url: repository.folder }));
  server = await startTestServer({
    folder: place.folder,
    config: JSON.stringify({
      publicUrl: `https://addons.example.com${base}/`,
      catalogs: [
        { name: 'team', sources: [{ type: 'local', name: 'own', path: './addons' }] },
        { name: 'twins', sources: twins },
      ],
    }),
  });
  source = (await server.settled()).find(({ id }) => id === 'team/own');
}, 60_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  place.remove();
});

async function getJson<Value>(path: string): Promise<Value> {
  return (await fetch(`${server.url}/api/v1${path}`)).json();
}

describe('a folder of addons that nobody should write', () => {
  test('harms no neighbour', async () => {
    expect(source).toMatchObject({ state: 'ok' });
    const { items } = await getJson<AddonPage>('/addons?catalog=team');
    expect(items.map(({ name }) => name)).toEqual([
      'Capitals',
      'entries',
      'healthy',
      'hostile',
      'two words',
      'view',
      'wrong-type',
    ]);
  });

  test.each([
    ['empty', 'source/metadata-unreadable', 'metadata.yaml is empty'],
    ['list', 'source/metadata-unreadable', 'must be a mapping, this is a list'],
    ['tabs', 'source/metadata-unreadable', 'Tabs are not allowed'],
    ['bomb', 'source/metadata-unreadable', 'aliases blow this document up'],
    ['scalar', 'source/metadata-unreadable', 'more than 262144 bytes'],
    ['dots', 'source/name-unusable', '"../../evil" holds a slash'],
    ['long', 'source/name-unusable', 'more than 253 characters'],
    ['controls', 'source/name-unusable', 'control character'],
  ])('%s is left out, and the source says where and why', (folder, rule, message) => {
    const found = source?.findings.filter(({ file }) => file === `${folder}/metadata.yaml`);
    expect(found).toMatchObject([{ rule, severity: 'error', message: expect.stringContaining(message) }]);
    expect(found?.[0]?.fix).toBeDefined();
  });

  test.each([
    ['Capitals', 'warning', 'metadata/invalid-name', 'metadata.yaml'],
    ['two words', 'warning', 'metadata/invalid-name', 'metadata.yaml'],
    ['view', 'warning', 'metadata/reserved-name', 'metadata.yaml'],
    ['wrong-type', 'error', 'metadata/wrong-type', 'metadata.yaml'],
    ['entries', 'error', 'package/link', 'secret'],
    ['entries', 'error', 'package/link', 'resources/up'],
    ['entries', 'error', 'package/special-file', 'pipe'],
    ['entries', 'error', 'package/unsafe-path', 'back\\slash'],
    ['entries', 'error', 'package/case-collision', 'resources/a.cue'],
  ])('%s is listed with %s %s', async (name, severity, rule, file) => {
    const path = `/catalogs/team/addons/${encodeURIComponent(name)}/versions/1.0.0`;
    const { items } = await getJson<{ items: SourceState['findings'] }>(`${path}/findings`);
    expect(items.map((finding) => [finding.severity, finding.rule, finding.file])).toContainEqual([
      severity,
      rule,
      file,
    ]);
    const { files } = await getJson<{ files: readonly { path: string }[] }>(path);
    for (const each of ['secret', 'resources/up', 'pipe', 'back\\slash']) {
      expect(files.map((one) => one.path)).not.toContain(each);
    }
  });

  test('says on the command line how many findings the source has', async () => {
    const list = await runInProcess(['source', 'list', '--server', server.url], { cwd: place.folder });
    expect(list.stdout).toContain(`\n  ${source?.findings.length} errors; --json and the page /sources show them\n`);
  });
});

describe('hostile texts through the real server', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const isControl = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  const own = '/addons/team/hostile';
  const parts = ['readme', 'metadata', 'files', 'files/README.md', 'files/metadata.yaml', 'findings', 'versions'];

  test.each(['/', '/addons', '/sources', own, ...parts.map((part) => `${own}/v/1.0.0/${part}`)])(
    '%s runs nothing of theirs',
    async (path) => {
      const response = await fetch(`${server.url}${base}${path}`);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(page).not.toMatch(/<script(?! type="(module|application\/ld\+json)")|<iframe|<base |<svg o|<style/i);
      for (const tag of page.match(/<[a-z][^<]*?>/g) ?? []) {
        expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son[a-z]+=|style=|srcdoc/);
        expect(tag).not.toMatch(/(href|src|action)="\s*(javascript|data|vbscript):/i);
      }
      expect(page).not.toMatch(isControl);
    },
  );

  test.each([
    ['show', 'hostile'],
    ['show', 'hostile', '--json'],
    ['versions', 'hostile'],
    ['search'],
    ['search', 'alert'],
  ])('%s %s %s prints no control character', async (...args) => {
    const result = await runInProcess([...args, '--server', server.url], { cwd: place.folder });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/hostile|^1\.0\.0 /m);
    expect(result.stdout).not.toMatch(isControl);
  });

  test.each([
    '/addons?sort=%3Cscript%3Ealert(7)%3C/script%3E',
    '/addons/team/%3Cscript%3Ealert(7)%zz',
    '/api/v1/addons?limit=%3Cscript%3Ealert(7)%3C/script%3E',
    '/api/v1/addons?vela=%3Cscript%3Ealert(7)%3C/script%3E',
    '/api/v1/addons?cursor=%3Cscript%3Ealert(7)%3C/script%3E',
    '/c/team/index.yaml?vela=%3Cscript%3Ealert(7)%3C/script%3E',
    '/c/team/index.yaml?keep=%3Cscript%3Ealert(7)%3C/script%3E',
  ])('%s is refused without an echo into HTML', async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(400);
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) {
      expect(response.headers.get('content-type')).toMatch(/^(text\/plain|application\/problem\+json)/);
    }
    expect(await response.text()).not.toMatch(/<script>alert\(7\)/);
  });
});

describe('sizes of pages', () => {
  test.each(['0', '-1', '101', '1000000000', '1e3', '', 'NaN', '9'.repeat(40)])(
    'limit=%s is refused',
    async (limit) => {
      const response = await fetch(`${server.url}/api/v1/addons?limit=${limit}`);
      expect([response.status, (await response.json()).code]).toEqual([400, 'INPUT_INVALID']);
    },
  );

  test('a cursor leads through all, each once', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: AddonPage = await getJson(`/addons?limit=2${next}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      names.push(...page.items.map(({ catalog, name }) => `${catalog}/${name}`));
      cursor = page.next;
    } while (cursor !== undefined && names.length < 100);
    expect(names).toHaveLength(9);
    expect(new Set(names).size).toBe(9);
  });
});

test('two sources with the same content give one version, and no finding', async () => {
  const { items } = await getJson<AddonPage>('/addons?catalog=twins');
  expect(items.map(({ name, versions }) => [name, versions])).toEqual([
    ['many', 1],
    ['twin', 1],
  ]);
  const { items: findings } = await getJson<{ items: SourceState['findings'] }>(
    '/catalogs/twins/addons/twin/versions/1.0.0/findings',
  );
  expect(findings.map(({ rule }) => rule)).not.toContain('version/owned-by-another-source');
  expect((await server.settled()).filter(({ catalog }) => catalog === 'twins')).toMatchObject([
    { state: 'ok' },
    { state: 'ok' },
  ]);
});

test('every address stands below the path of the public URL', async () => {
  const outside = /^https:\/\/(addons\.example\.com\/market\/place(\/|$)|github\.com\/|schema\.org|x\.example\/)/;
  const seen = new Set([`${base}/`]);
  for (const path of seen) {
    const response = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (location !== null) expect([path, location]).toEqual([path, expect.stringMatching(outside)]);
    expect([path, response.status]).toEqual([path, 200]);
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) continue;
    const page = await response.text();
    expect([path, page.includes(new URL(server.url).host)]).toEqual([path, false]);
    for (const [, address = ''] of page.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      const url = new URL(address.replaceAll('&amp;', '&'), `https://addons.example.com${path}`);
      if (url.origin === 'https://addons.example.com') {
        expect([path, url.pathname]).toEqual([path, expect.stringMatching(/^\/market\/place(\/|$)/)]);
        if (!/[?&](lang|theme)=/.test(url.search)) seen.add(url.pathname + url.search);
      } else
        expect([path, url.href]).toEqual([
          path,
          expect.stringMatching(/^https:\/\/(github\.com|x\.example|evil\.example)\//),
        ]);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
  for (const path of ['/catalogs', '/catalogs/team/addons/healthy', '/catalogs/team/addons/healthy/versions/1.0.0']) {
    const urls = JSON.stringify(await getJson(path)).match(/https?:\/\/[^"]+\/c\/[^"]*/g) ?? [];
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(outside);
  }
  expect(await getJson('/openapi.json')).toMatchObject({
    servers: [{ url: `https://addons.example.com${base}/api/v1` }],
  });
}, 60_000);

test('an edit in a folder is served at the next look, and never called immutable', async () => {
  const path = '/catalogs/team/addons/healthy/versions/1.0.0';
  const before = await fetch(`${server.url}/api/v1${path}`);
  expect(before.headers.get('cache-control')).toBe('no-cache');
  const { digest } = await before.json();
  writeFileSync(join(addons, 'healthy', 'metadata.yaml'), 'name: healthy\nversion: 1.0.0\ndescription: edited\n');
  expect(await (await server.sync('team/own')).json()).toMatchObject({ condition: 'ok', saved: 1 });
  const after = await getJson<{ digest: string; metadata: { description: string } }>(path);
  expect(after.metadata.description).toBe('edited');
  expect(after.digest).not.toBe(digest);
  const index = await server.getText('/c/team/index.yaml');
  expect(index).toContain('description: "edited"');
  expect(index).toContain(after.digest.slice('sha256:'.length));
  const archive = await fetch(`${server.url}/c/team/healthy-1.0.0.tgz`);
  expect([archive.headers.get('etag'), archive.headers.get('cache-control')]).toEqual([
    `"${after.digest}"`,
    'no-cache',
  ]);
  expect(await server.getText('/addons/team/healthy')).toContain('edited');
  const sealed = await fetch(`${server.url}/api/v1/catalogs/twins/addons/twin/versions/1.0.0`);
  expect(sealed.headers.get('cache-control')).toContain('immutable');
});
