import { afterEach, describe, expect, test } from 'vitest';
import { RegistryError } from '../../registry/errors.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';
import { openLockHouse } from '../../test/support/lock-house.ts';
import type { SiteDependencies } from './site-dependencies.ts';

let site: FixtureSite;
afterEach(() => site.close());

async function open(
  change: Partial<FixtureSiteOptions> & { readonly write?: SiteDependencies['locks']['writeLock'] } = {},
) {
  const house = await openLockHouse();
  const dex = await house.put({ name: 'dex', version: 'v0.6.5' });
  const grafana = await house.put({ name: 'grafana', version: "1.1.0+it's", dependencies: [{ name: 'dex' }] });
  const { lock } = await house.keeper.keepLock({
    format: 1,
    vela: '1.10.9',
    members: [grafana, { ...dex, requiredBy: [{ name: 'grafana' }] }],
    outside: [{ name: 'vegeta', version: '3.0.0' }],
  });
  const asked: ResolveRequest[] = [];
  const writeLock: SiteDependencies['locks']['writeLock'] = async (request) => {
    asked.push(request);
    return { lock, created: true };
  };
  const locks = { ...house.reader, ...house.keeper, writeLock: change.write ?? writeLock };
  site = await startFixtureSite({ versions: [{ name: 'dex', version: 'v0.6.5' }], locks, ...change });
  return { house, lock, asked };
}

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/locks`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
const here = { 'sec-fetch-site': 'same-origin' };

describe('the form', () => {
  test('keeps what it asks for and leads to the lock', async () => {
    const { lock, asked } = await open();
    const answer = await post('want=grafana%40%3E%3D1.0%0Ateam/dex&vela=v1.10.9', here);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/locks/${lock.id}`]);
    expect(asked).toEqual([
      {
        want: [
          { name: 'grafana', range: '>=1.0' },
          { name: 'dex', catalog: 'team' },
        ],
        vela: '1.10.9',
      },
    ]);
  });

  test.each<[string, () => Record<string, string>, number]>([
    ['a page of another site', () => ({ 'sec-fetch-site': 'cross-site', origin: site.url }), 403],
    ['a page of a neighbour', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['another origin', () => ({ origin: 'https://evil.example' }), 403],
    ['no origin at all', () => ({}), 403],
    ['an origin that is none', () => ({ origin: 'null' }), 403],
    ['this origin, from a browser that says no more', () => ({ origin: site.url }), 303],
  ])('from %s', async (_name, headers, status) => {
    const { asked } = await open();
    expect((await post('want=grafana', headers())).status).toBe(status);
    expect(asked).toHaveLength(status === 303 ? 1 : 0);
    expect(site.bugs).toEqual([]);
  });

  test('of more than anybody writes is not understood, which is no bug', async () => {
    const { asked } = await open();
    expect((await post(`want=${'x'.repeat(70_000)}`, here)).status).toBe(413);
    expect([asked, site.bugs]).toEqual([[], []]);
  });

  test('goes back to the planner with what does not fit, cannot be read or is not there', async () => {
    await open({
      write: async () => {
        throw new RegistryError('NOT_SOLVABLE', 'it does not fit');
      },
    });
    expect((await post('want=grafana%401.0.0&vela=1.9', here)).headers.get('location')).toBe(
      '/plan?want=grafana%401.0.0&vela=1.9',
    );
    expect((await post('', here)).headers.get('location')).toBe('/plan');
  });

  test('is refused when there were too many, or when the operator keeps locks closed', async () => {
    await open({
      write: async () => {
        throw new RegistryError('LOCK_RATE_EXCEEDED', 'too many', { details: { retryAfterSeconds: 7 } });
      },
    });
    expect((await post('want=grafana', here)).status).toBe(429);
    await site.close();
    await open({ openLocks: false });
    const closed = await post('want=grafana', here);
    expect([closed.status, await closed.text()]).toEqual([403, expect.stringContaining('for the administrator alone')]);
  });
});

describe('the page of a lock', () => {
  const getPage = async (path: string) => {
    const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' });
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
  };

  test.each(['en', 'zh'])('shows members in install order and the lines to copy (%s)', async (language) => {
    const { lock } = await open();
    const { status, html } = await getPage(`/locks/${lock.id}?lang=${language}`);
    expect(status).toBe(200);
    expect(html.indexOf('>dex<')).toBeLessThan(html.indexOf('>grafana<'));
    const lines = [...html.matchAll(/data-copy="([^"]*)"/g)].map(([, line = '']) =>
      line.replaceAll('&#39;', "'").replaceAll('&gt;', '>'),
    );
    expect(lines).toEqual([
      'vela addon registry list',
      'kubectl get configmap vela-addon-registry -n vela-system -o yaml > vela-addon-registry.yaml',
      'vela addon registry delete KubeVela',
      `vela addon registry add lock-${lock.id.slice(0, 12)} --type helm --endpoint http://addons.example.com/lock/${lock.id}`,
      'vela addon enable dex --version v0.6.5',
      "vela addon enable grafana --version '1.1.0+it'\\''s'",
      'kubectl replace --force -f vela-addon-registry.yaml',
      `curl -fsS -o chandlery.lock http://addons.example.com/api/v1/locks/${lock.id}/chandlery.lock`,
      'chandlery lock check chandlery.lock --server http://addons.example.com',
    ]);
    expect(html).toContain('vegeta 3.0.0');
  });

  test('says what was withdrawn since', async () => {
    const { house, lock } = await open();
    const at = '2026-01-01T00:00:00.000Z';
    await house.store.appendStateEvent({
      catalog: 'official',
      name: 'dex',
      version: 'v0.6.5',
      action: 'yank',
      reason: 'it leaks',
      author: 'ana',
      at,
    });
    const { html } = await getPage(`/locks/${lock.id}`);
    expect(html).toContain('Not every version of this lock is as it was');
    expect(html).toMatch(/class="label label-warn">yanked</);
  });

  test('one that was never kept is a 404 in words, and an endpoint leads to its page', async () => {
    await open();
    const { status, html } = await getPage('/locks/nothing');
    expect([status, html]).toEqual([404, expect.stringContaining('There is no such lock')]);
    expect((await getPage('/lock/abc')).location).toBe('/locks/abc');
  });
});
