import { afterEach, describe, expect, it } from 'vitest';
import type { Planner } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { createSourceState, type FixtureVersion } from '../../test/support/fixture-catalog.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function start(options: Partial<FixtureSiteOptions> = {}): Promise<FixtureSite> {
  const site = await startFixtureSite({
    versions: [{ name: 'fluxcd', version: '2.4.0' }],
    definitions: [{ addon: 'fluxcd', versions: ['2.4.0'], document: { kind: 'component', name: 'helm' } }],
    ...options,
  });
  open.push(site);
  return site;
}

async function get(site: FixtureSite, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Every address that a page links to, loads or names. */
function listAddresses(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
}

/** The part of a page that is its own. */
function findMain(html: string): string {
  return /<main.*<\/main>/s.exec(html)?.[0] ?? '';
}

describe('createSite', () => {
  it.each([
    ['/', 200, 'Addons for KubeVela'],
    ['/addons', 200, 'Addons'],
    ['/addons?q=flux', 200, 'Addons for “flux”'],
    ['/addons/official/fluxcd', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/latest', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/v2.4.0/files', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/2.4.0/files/metadata.yaml', 200, 'fluxcd 2.4.0'],
    ['/addons?vela=1.10&kubernetes=1.29', 200, 'Addons'],
    ['/addons/official/fluxcd/v/2.4.0/parameters', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/2.4.0/definitions', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/2.4.0/effects?for=1.11', 200, 'fluxcd 2.4.0'],
    ['/addons/official/fluxcd/v/2.4.0/findings?for=1.9', 200, 'fluxcd 2.4.0'],
    ['/definitions', 200, 'Definitions'],
    ['/definitions?q=hel&kind=component', 200, 'Definitions for “hel”'],
    ['/definitions/component/helm', 200, 'helm component'],
    ['/definitions/component/helm?addon=fluxcd&version=2.4.0&for=1.9', 200, 'helm component'],
    ['/definitions/trait/helm', 404, 'There is no such definition'],
    ['/definitions/nothing/helm', 404, 'There is no such definition'],
    ['/definitions?kind=nothing', 400, 'The address cannot be understood'],
    ['/definitions/component/helm?for=1.2', 400, 'The address cannot be understood'],
    ['/addons/official/fluxcd/v/2.4.0/effects?for=2', 400, 'The address cannot be understood'],
    ['/plan', 200, 'Plan an installation'],
    ['/plan?want=fluxcd&vela=1.10.9', 200, 'Plan an installation'],
    ['/sources', 200, 'Sources'],
    ['/rules', 200, 'Rules'],
    ['/rules/metadata/unknown-key', 200, 'metadata/unknown-key'],
    ['/use', 200, 'Use this server'],
    ['/help', 200, 'Searching and keys'],
    ['/locks', 200, 'Locks'],
    ['/locks/0', 404, 'There is no such lock'],
    ['/addons/nowhere/fluxcd', 404, 'There is no such catalog'],
    ['/addons/official/fluxd', 404, 'There is no such addon'],
    ['/addons/official/fluxcd/v/9.9.9', 404, 'There is no such version'],
    ['/addons/official/fluxcd/v/2.4.0/files/nothing', 404, 'There is no such file'],
    ['/addons/official/fluxcd/v/2.4.0/raw/nothing', 404, 'There is no such file'],
    ['/rules/metadata/nothing', 404, 'There is no such rule'],
    ['/assets/site.css', 404, 'There is no such page'],
    ['/nowhere', 404, 'There is no such page'],
    ['/ADDONS', 404, 'There is no such page'],
    ['//evil.example/%2f..', 404, 'There is no such page'],
    ['/addons?sort=stars', 400, 'The address cannot be understood'],
    ['/addons/official/%zz', 400, 'The address cannot be understood'],
  ])('%s is %d %j', async (path, status, heading) => {
    const site = await start();
    const answer = await get(site, path);
    expect(answer.status).toBe(status);
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(answer.text)?.[1]?.replace(/<[^>]*>/g, '')).toBe(heading);
    expect(site.bugs).toEqual([]);
  });

  it('makes a plan of what stands in the address, in the language of the visitor', async () => {
    const asked: unknown[] = [];
    const planner: Planner = {
      resolve: async (request, { lang }) => {
        asked.push([request, lang]);
        throw new RegistryError('NOT_SOLVABLE', 'no', {
          conflict: {
            text: 'Nothing fits.\nThis is why.',
            facts: [],
            steps: [],
            suggestions: [{ kind: 'vela', text: 'Upgrade.', version: '1.11.0' }],
          },
        });
      },
    };
    const site = await start({ planner });
    const { status, text } = await get(site, '/plan?want=a%401&want=b&vela=v1.10.9&lang=zh');
    expect([status, asked]).toEqual([
      200,
      [[{ want: [{ name: 'a', range: '1' }, { name: 'b' }], vela: '1.10.9' }, 'zh']],
    ]);
    expect(text).toContain('Nothing fits.');
    expect(listAddresses(text)).toContain('/plan?want=a%401&want=b&vela=1.11.0');
    // The other language asks the same.
    const other = listAddresses(text).find((address) => address.includes('lang=en')) ?? '';
    await get(site, other.replace(/^https?:\/\/[^/]+/, ''));
    expect(asked[1]).toEqual([{ want: [{ name: 'a', range: '1' }, { name: 'b' }], vela: '1.10.9' }, 'en']);
  });

  it('asks nothing of the planner before anything is wanted, and nothing that it could not read', async () => {
    const site = await start({ planner: { resolve: () => Promise.reject(new Error('asked')) } });
    expect((await get(site, '/plan?vela=1.10')).status).toBe(200);
    const { text } = await get(site, '/plan?want=a&installed=odd');
    expect(text).toContain('“odd” has no version');
    expect(site.bugs).toEqual([]);
  });

  it('tells the browser to refuse foreign code, framing and guessing, on errors too', async () => {
    const site = await start();
    for (const path of ['/', '/nowhere', '/addons?sort=stars']) {
      const { headers } = await get(site, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it('answers a page that the client holds with 304 and no body', async () => {
    const site = await start();
    const first = await get(site, '/rules');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}-gz"$/);
    const second = await get(site, '/rules', { 'if-none-match': `"other", W/${etag}` });
    expect([second.status, second.text]).toEqual([304, '']);
    const chinese = await get(site, '/rules', { 'if-none-match': etag, 'accept-language': 'zh-CN' });
    expect(chinese.status).toBe(200);
    const missing = await get(site, '/nowhere');
    const again = await get(site, '/nowhere', { 'if-none-match': missing.headers.get('etag') ?? '' });
    expect(again.status).toBe(404);
  });

  it('speaks the language of the address, then of the cookie, then of the browser, and remembers a choice', async () => {
    const site = await start();
    const language = ({ text }: { text: string }) => /<html lang="([^"]*)"/.exec(text)?.[1];
    expect(language(await get(site, '/', { 'accept-language': 'zh' }))).toBe('zh-CN');
    expect(language(await get(site, '/', { 'accept-language': 'zh', cookie: 'a=b; lang=en' }))).toBe('en');
    const chosen = await get(site, '/?lang=zh&theme=dark', { cookie: 'lang=en' });
    expect(language(chosen)).toBe('zh-CN');
    expect(chosen.text).toContain('data-theme="dark"');
    expect(chosen.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual(['lang=zh', 'theme=dark']);
    expect((await get(site, '/?lang=xx')).headers.getSetCookie()).toEqual([]);
  });

  it('keeps every address below the base path', async () => {
    const site = await start({ basePath: '/team/store', versions: [{ name: 'Kubeflow Pipeline', version: 'latest' }] });
    const paths = ['/', '/addons', '/addons/official/Kubeflow%20Pipeline', '/sources', '/rules', '/use', '/nowhere'];
    for (const path of [...paths, '/addons/official/Kubeflow%20Pipeline/v/latest/files/README.md']) {
      const { text, headers } = await get(site, `${path}?lang=zh`);
      const own = listAddresses(text).filter(
        (address) => !address.startsWith('#') && !/^https:\/\/github/.test(address),
      );
      expect(own.length).toBeGreaterThan(5);
      for (const address of own) expect(address.replace(site.url, '')).toMatch(/^\/team\/store\//);
      expect(headers.getSetCookie()[0]).toContain('Path=/team/store/;');
      expect(text).not.toMatch(/127\.0\.0\.1:\d+\/(?!team\/store\/)/);
    }
  });

  it('has a page behind every link of its own', async () => {
    const versions: FixtureVersion[] = [
      { name: 'Kubeflow Pipeline', version: 'latest' },
      {
        name: 'odd',
        version: '1.0.0+a/b c',
        files: { 'a b/ä#?.cue': 'x', 'README.md': '[x](a%20b/%C3%A4%23%3F.cue)' },
      },
    ];
    const site = await start({
      versions,
      definitions: [
        { addon: 'odd', versions: ['1.0.0+a/b c'], document: { kind: 'trait', name: 'a b/c?', file: 'a b/ä#?.cue' } },
      ],
    });
    const seen = new Set<string>(['/']);
    for (const path of seen) {
      const { status, text } = await get(site, path);
      expect([path, status]).toEqual([path, 200]);
      for (const address of listAddresses(text)) {
        const isPage =
          // The address of a lock's form takes no GET.
          address.startsWith('/') &&
          !/^\/(api|c)\/|^\/locks$|^\/definitions\/.*\.(cue|yaml)$|[?&](lang|theme)=/.test(address);
        // Filters of a list combine without end.
        const isCombined = address.split('&').length > 2;
        if (isPage && !isCombined) seen.add(address.replace(/#.*/s, ''));
      }
    }
    expect(seen.size).toBeGreaterThan(40);
    expect([...seen]).toContain('/definitions/trait/a%20b%2Fc%3F');
    expect([...seen]).toContain('/addons/official/odd/v/1.0.0%2Ba%2Fb%20c/files/a%20b/%C3%A4%23%3F.cue');
    expect(site.bugs).toEqual([]);
  });

  it('names what exists instead', async () => {
    const site = await start({ versions: [{ name: 'fluxcd', version: '2.4.0' }, { name: 'loki' }] });
    expect((await get(site, '/addons/official/fluxd')).text).toContain('href="/addons/official/fluxcd"');
    expect((await get(site, '/addons/official/fluxcd/v/1')).text).toContain('href="/addons/official/fluxcd/v/2.4.0"');
    expect((await get(site, '/addons/c/fluxcd')).text).toContain('href="/addons?catalog=official"');
    expect((await get(site, '/rules/metadata/unknown-kex')).text).toContain('href="/rules/metadata/unknown-key"');
  });

  it.each([
    ['/fluxcd', '/addons/official/fluxcd'],
    ['/addons/fluxdc', '/addons/official/fluxcd'],
    ['/addons/nowhere/fluxcd/v/2.4.0', '/addons/official/fluxcd'],
    ['/definition/component/helm', '/definitions/component/helm'],
    ['/addon', '/addons'],
    ['/lock', '/locks'],
    ['/locks/0', '/plan'],
    ['/locks/0', '/locks'],
  ])('%s, where nothing is, leads to %s', async (path, target) => {
    const { status, text } = await get(await start(), path);
    expect([status, listAddresses(findMain(text))]).toEqual([404, expect.arrayContaining([target])]);
  });

  it('offers nothing where nothing is alike', async () => {
    const { text } = await get(await start(), '/wp-login.php');
    expect(text).not.toContain('What exists instead');
  });

  it('cuts a name without end, and leaves its direction to a foreign one', async () => {
    const site = await start();
    const long = await get(site, `/addons/official/${'x'.repeat(5000)}`);
    expect(findMain(long.text)).not.toContain('x'.repeat(160));
    expect(findMain(long.text)).toContain(`${'x'.repeat(159)}…`);
    const name = 'אבג';
    const { text } = await get(site, `/addons/official/${encodeURIComponent(name)}`);
    expect(text).toContain(`called “<bdi>${name}</bdi>”`);
  });

  it('leads whoever types the id of a lock to it', async () => {
    const site = await start();
    const { status, headers } = await get(site, '/locks?id=+sha256:ab%2Fc+');
    expect([status, headers.get('location')]).toEqual([302, '/locks/ab%2Fc']);
  });

  it('repeats nothing of a request that it does not understand', async () => {
    const site = await start();
    for (const path of ['/addons?sort=marker-7&q=marker-7', '/addons/official/marker-7%zz', '/addons?q=a&q=marker-7']) {
      const { status, text } = await get(site, path);
      expect([path, status]).toEqual([path, 400]);
      expect(text).not.toContain('marker-7');
    }
  });

  it('serves bytes of an addon so that nothing in them runs', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const files = { 'a.html': '<script>alert(1)</script>', 'b.svg': svg, 'c.bin': new Uint8Array([0, 1]) };
    const site = await start({ versions: [{ name: 'a', files }] });
    const types = {
      'a.html': 'text/plain; charset=utf-8',
      'b.svg': 'image/svg+xml',
      'c.bin': 'application/octet-stream',
    };
    for (const [path, type] of Object.entries(types)) {
      const { headers } = await get(site, `/addons/official/a/v/1.0.0/raw/${path}`);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toBe(`attachment; filename=${path}`);
    }
  });

  it('shows a fault of its own as a bare page and reports it once', async () => {
    const broken = null as never; // what no schema lets through: a fault of ours
    const site = await start({ versions: [{ name: 'a', metadata: { tags: broken } }] });
    const { status, text } = await get(site, '/addons/official/a');
    expect(status).toBe(500);
    expect(text).toContain('The server failed');
    expect(text).not.toMatch(/TypeError|\.ts/);
    expect(site.bugs).toHaveLength(1);
  });

  it('makes the sources page anew for every request', async () => {
    const source = { ...createSourceState({ running: true, progress: { done: 1, total: 9 } }) };
    const site = await start({ sources: [source] });
    expect((await get(site, '/sources')).text).toContain('1 of 9');
    source.progress = { done: 8, total: 9 };
    expect((await get(site, '/sources')).text).toContain('8 of 9');
  });

  it('has the gallery of components in development alone', async () => {
    const [inProduction, inDevelopment] = [await start(), await start({ gallery: true })];
    expect((await get(inProduction, '/_gallery')).status).toBe(404);
    const { status, text } = await get(inDevelopment, '/_gallery?lang=zh');
    expect(status).toBe(200);
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(text).toContain('组件陈列');
    expect((await get(inDevelopment, '/sitemap.xml')).text).not.toContain('_gallery');
    expect((await get(inDevelopment, '/sitemap-1.xml')).text).not.toContain('_gallery');
  });
});
