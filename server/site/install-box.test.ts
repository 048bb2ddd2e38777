import { afterEach, expect, test } from 'vitest';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function startSite(options: Partial<FixtureSiteOptions> = {}): Promise<FixtureSite> {
  const site = await startFixtureSite({ versions: [{ name: 'grafana', version: '1.2.0' }], ...options });
  open.push(site);
  return site;
}

async function get(site: FixtureSite, path: string, cookie = ''): Promise<string> {
  const response = await fetch(`${site.url}${path}`, { headers: { cookie } });
  expect([response.status, site.bugs]).toEqual([200, []]);
  return response.text();
}

const findChosen = (html: string) => /<input type="radio"[^>]*value="(\w+)" checked/.exec(html)?.[1];
const listCopies = (html: string) =>
  [...html.matchAll(/data-copy="([^"]*)"/g)].map(([, text = '']) => text.replaceAll('&amp;', '&'));

test('every client has its lines, for exactly this version', async () => {
  const site = await startSite();
  const server = site.url;
  const bundle = `'${server}/c/official/addons/grafana/1.2.0/bundle.yaml?flavor=apply&for=1.10'`;
  expect(listCopies(await get(site, '/addons/official/grafana')).slice(0, 9)).toEqual([
    `vela addon registry add official --type helm --endpoint ${server}/c/official`,
    'vela addon enable official/grafana --version 1.2.0',
    `kubectl apply -f ${bundle}`,
    `curl --fail --silent --show-error --output grafana-1.2.0.yaml ${bundle}`,
    `helm repo add official ${server}/c/official`,
    'helm pull official/grafana --version 1.2.0',
    `chandlery plan official/grafana@1.2.0 --server ${server}/`,
    `chandlery lock write official/grafana@1.2.0 --server ${server}/`,
    expect.stringMatching(/\.tgz$/),
  ]);
});

test('the choice of a visitor comes first on every page about an addon, and is nobody else’s', async () => {
  const site = await startSite();
  for (const path of ['/addons/official/grafana', '/addons/official/grafana/v/1.2.0/findings']) {
    expect(findChosen(await get(site, path))).toBe('vela');
    expect(findChosen(await get(site, path, 'theme=dark; client=helm'))).toBe('helm');
    expect(findChosen(await get(site, path, 'client=lock'))).toBe('lock');
    expect(findChosen(await get(site, path, 'client=%3Cscript%3E'))).toBe('vela');
    expect(findChosen(await get(site, path))).toBe('vela');
  }
});

test('the cookie is for the path of this site alone', async () => {
  const html = await get(await startSite({ basePath: '/registry' }), '/addons/official/grafana');
  expect(html).toContain('data-remember="client" data-remember-path="/registry/"');
});
