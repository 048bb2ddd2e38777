import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SourceState } from '../../schemas/rest.ts';
import type { SourceRun } from '../../schemas/source-run.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

const source: SourceState = {
  id: 'team/repo',
  catalog: 'team',
  type: 'git',
  url: 'https://example.com/repo',
  state: 'ok',
  running: false,
  lastRun: '2026-01-02T03:04:05Z',
  lastSuccess: '2026-01-02T03:04:05Z',
  findings: [],
};

const runs: readonly SourceRun[] = [
  {
    started: '2026-01-02T03:04:05Z',
    ended: '2026-01-02T03:04:07.500Z',
    outcome: 'changed',
    steps: [
      { at: '2026-01-02T03:04:05Z', step: 'started' },
      { at: '2026-01-02T03:04:06Z', step: 'trouble', addon: 'web', version: '1.0.0', message: '<b>not</b> read' },
      { at: '2026-01-02T03:04:07Z', step: 'finished', saved: 1234, failed: 1 },
    ],
    dropped: 3,
  },
];

let site: FixtureSite | undefined;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

async function open(options: Partial<FixtureSiteOptions> = {}): Promise<FixtureSite> {
  site = await startFixtureSite({ versions: [{ name: 'web', catalog: 'team' }], sources: [source], ...options });
  return site;
}

const getText = async (path: string) => (await fetch(`${site?.url}${path}`)).text();

describe('the page of a source', () => {
  test('tells what the last runs did, escaped', async () => {
    await open({ runs: new Map([['team/repo', runs]]) });
    const html = await getText('/sources/team/repo');
    expect(html).toContain('web 1.0.0 could not be stored');
    expect(html).toContain('&lt;b>not&lt;/b> read');
    expect(html).toContain('Done: 1,234 stored, 1 not');
    expect(html).toContain('2.5 s');
    expect(html).toContain('3 steps more are not kept.');
  });

  test('explains the command line where there is no token, and has no form', async () => {
    await open();
    const html = await getText('/sources/team/repo');
    expect(html).toContain('chandlery source sync team/repo');
    expect(html).not.toContain('type="password"');
  });

  test('of a source that is not there is not found', async () => {
    await open();
    expect((await fetch(`${site?.url}/sources/team/none`)).status).toBe(404);
  });
});

describe('the form that reads a source again', () => {
  const sync = vi.fn(async (_source: string) => undefined);
  const operator = { admits: (token: string) => token === 'secret', sync };

  const post = (headers: Record<string, string>, token = 'secret', path = '/sources/team/repo/sync') =>
    fetch(`${site?.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ token }),
      redirect: 'manual',
    });

  afterEach(() => sync.mockClear());

  test('begins to read, leads back to the page, and sets no cookie', async () => {
    await open({ operator });
    const response = await post({ 'sec-fetch-site': 'same-origin' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sources/team/repo']);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(sync.mock.calls).toEqual([['team/repo']]);
  });

  test('says that a token is none, without repeating it', async () => {
    await open({ operator });
    const response = await post({ 'sec-fetch-site': 'same-origin' }, 'guess-of-mine');
    const html = await response.text();
    expect([response.status, sync.mock.calls.length]).toEqual([403, 0]);
    expect(html).toContain('This is not the administrator token of this server.');
    expect(html).not.toContain('guess-of-mine');
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{}],
  ])('refuses what another site, or nobody, sent: %j', async (headers) => {
    await open({ operator });
    expect((await post(headers)).status).toBe(403);
    expect(sync).not.toHaveBeenCalled();
  });

  test('does nothing where there is no token, and nothing for a source that is not there', async () => {
    await open();
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(403);
    await site?.close();
    await open({ operator });
    const response = await post({ 'sec-fetch-site': 'same-origin' }, 'secret', '/sources/team/none/sync');
    expect([response.status, sync.mock.calls.length]).toEqual([404, 0]);
  });
});

describe('banners', () => {
  test('all is well: there is none', async () => {
    await open();
    expect(await getText('/')).not.toContain('state-banners');
  });

  test.each(['/', '/addons', '/addons/team/web', '/rules', '/nowhere'])('%s says what is stale', async (path) => {
    await open({ sources: [{ ...source, state: 'stale' }] });
    expect(await getText(path)).toContain('team/repo could not be read since Jan 2, 2026');
  });

  test('a full disk is told in the language of the page', async () => {
    await open({ storeHealth: { writable: false, since: '2026-01-01T00:00:00Z', reason: 'full', message: 'ENOSPC' } });
    expect(await getText('/')).toContain('The disk of this server is full.');
    expect(await getText('/?lang=zh')).toContain('本服务器的磁盘已满');
  });
});

describe('progress', () => {
  const reading: SourceState = { ...source, running: true, progress: { done: 12, total: 40 } };

  test('stands on pages that fill while a source is read, and refreshes them without scripts', async () => {
    await open({ sources: [reading] });
    for (const path of ['/', '/addons', '/definitions', '/sources', '/sources/team/repo']) {
      const html = await getText(path);
      expect(html).toContain('reading, 12 of 40 versions');
      expect(html).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
    }
  });

  test('is gone at rest: nothing is loaded again and again', async () => {
    await open({ sources: [{ ...source, evaluation: { done: 3, total: 4 } }] });
    for (const path of ['/', '/addons', '/sources']) expect(await getText(path)).not.toContain('http-equiv="refresh"');
    expect(await getText('/')).not.toContain('live-strip');
  });
});
