import { afterEach, expect, test } from 'vitest';
import type { StateEvent, VersionState } from '../../schemas/version-state.ts';
import type { FixtureVersion } from '../../test/support/fixture-catalog.ts';
import { type FixtureSite, startFixtureSite } from '../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

const reason = 'steals <secrets> & "more"';
const escaped = 'steals &lt;secrets> &amp; &quot;more&quot;';

/** Newest first: the first has this state, the second is active. */
async function start(
  state: VersionState,
  change: Partial<FixtureVersion> & { readonly events?: readonly StateEvent[] } = {},
): Promise<FixtureSite> {
  const { events = [], ...version } = change;
  const stateReason = { reason, author: 'Ann Example', at: '2026-11-21T18:00:00Z' };
  const site = await startFixtureSite({
    versions: [
      { name: 'fluxcd', version: '2.4.0', state, stateReason, ...version },
      { name: 'fluxcd', version: '2.3.0' },
    ],
    definitions: [],
    events,
  });
  open.push(site);
  return site;
}

async function get(site: FixtureSite, path: string, language = 'en') {
  const response = await fetch(`${site.url}${path}`, { headers: { 'accept-language': language } });
  return { status: response.status, text: await response.text() };
}

const page = '/addons/official/fluxcd/v/2.4.0';

test.each(['', '/metadata', '/files', '/parameters', '/definitions', '/effects', '/findings', '/versions'])(
  'the page %j of a quarantined version says that it is gone, by whom and why',
  async (tab) => {
    const site = await start('quarantined');
    // The second time it comes out of the cache.
    for (const time of [1, 2]) {
      const { status, text } = await get(site, `${page}${tab}`);
      expect([time, status]).toEqual([time, 410]);
      expect(text).toContain('<strong>This version is quarantined.</strong>');
      expect(text).toContain(`<q>${escaped}</q>`);
      expect(text).toContain('by Ann Example.');
      expect(text).toContain('<meta name="robots" content="noindex"');
      expect(text).not.toContain('vela addon enable');
      expect(text).not.toContain('action="/plan"');
      expect(text).not.toContain('fluxcd-2.4.0.tgz</');
    }
    expect((await get(site, `${page}${tab}`, 'zh')).text).toContain('<strong>此版本已隔离。</strong>');
    expect(site.bugs).toEqual([]);
  },
);

test.each(['/files/README.md', '/raw/README.md'])(
  '%s of a quarantined version is refused and leads on',
  async (part) => {
    const site = await start('quarantined');
    const { status, text } = await get(site, `${page}${part}`);
    expect(status).toBe(410);
    expect(text).toContain('<h1>This version is quarantined</h1>');
    expect(text).toContain(`<a href="${page}" data-item="true"><bdi>fluxcd 2.4.0 (quarantined)</bdi></a>`);
    expect(text).toContain('<a href="/addons/official/fluxcd/v/2.3.0" data-item="true"><bdi>fluxcd 2.3.0</bdi></a>');
    expect(site.bugs).toEqual([]);
  },
);

test('the page of a yanked version is there, and offers no line that cannot work', async () => {
  const site = await start('yanked');
  const { status, text } = await get(site, page);
  expect(status).toBe(200);
  expect(text).toContain('<strong>This version is yanked.</strong>');
  expect(text).toContain(`<q>${escaped}</q>`);
  expect(text).toContain('<meta name="robots" content="noindex"');
  expect(text).not.toMatch(/vela addon enable \S*fluxcd/);
  expect(text).not.toContain('helm pull');
  expect(text).toContain('/c/official/fluxcd-2.4.0.tgz');
  expect(text).toContain('bundle.yaml');
  expect((await get(site, '/addons/official/fluxcd')).text).toContain('<span class="version-number">2.3.0</span>');
});

test('the table of versions marks what is not active', async () => {
  const site = await start('yanked');
  const { text } = await get(site, '/addons/official/fluxcd/v/2.3.0/versions');
  const rows = [...text.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, row = '']) => row.replace(/<[^>]*>/g, ' '));
  expect(rows.map((row) => [row.includes('2.4.0'), row.includes('yanked')])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect((await get(site, '/addons/official/fluxcd/v/2.3.0')).text).not.toContain('state-banner');
});

test('the page of versions tells what was decided, newest first', async () => {
  const event = { catalog: 'official', name: 'fluxcd', author: 'Ann Example', at: '2026-11-21T18:00:00Z' } as const;
  const site = await start('yanked', {
    events: [
      { ...event, sequence: 9, version: '2.4.0', action: 'yank', reason },
      { ...event, sequence: 2, action: 'deprecate', reason: 'old', replacement: 'official/flux2' },
    ],
  });
  const { text } = await get(site, '/addons/official/fluxcd/v/2.3.0/versions');
  const section = text.slice(text.indexOf('What was decided'), text.indexOf('</section>'));
  const cells = [...section.matchAll(/<td data-label="[^"]*">(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, ''),
  );
  expect(cells).toEqual([
    ...['yanked', '2.4.0', 'Ann Example', escaped],
    ...['deprecated', 'every version', 'Ann Example', 'old Use instead: official/flux2'],
  ]);
  expect((await get(await start('yanked'), '/addons/official/fluxcd/v/2.3.0/versions')).text).not.toContain(
    'What was decided',
  );
});

test('a quarantined version is not offered for comparison', async () => {
  const versions = [
    { name: 'fluxcd', version: '2.5.0' },
    { name: 'fluxcd', version: '2.4.0', state: 'quarantined' as const },
    { name: 'fluxcd', version: '2.3.0' },
  ];
  const site = await startFixtureSite({ versions, definitions: [] });
  open.push(site);
  for (const path of ['/v/2.5.0/versions', '/v/2.4.0/versions', '/compare']) {
    const { text } = await get(site, `/addons/official/fluxcd${path}`);
    const chosen = [...text.matchAll(/<option selected value="([^"]*)"|<option value="([^"]*)" selected/g)];
    expect([path, chosen.map(([, one, other]) => one ?? other)]).toEqual([path, ['2.3.0', '2.5.0']]);
    expect(text).not.toContain('<option value="2.4.0"');
    expect(text).not.toMatch(/compare\?[^"]*2\.4\.0/);
  }
  await site.close();
  open.pop();
  const lone = await startFixtureSite({ versions: versions.slice(0, 2), definitions: [] });
  open.push(lone);
  expect((await get(lone, '/addons/official/fluxcd/v/2.5.0/versions')).text).not.toContain('compare-picker');
});

test('a deprecated version is offered as before, with what to use instead', async () => {
  const stateReason = {
    reason,
    author: 'Ann Example',
    at: '2026-11-21T18:00:00Z',
    replacement: 'official/flux2@2.0.0',
  };
  const site = await start('deprecated', { stateReason });
  const { status, text } = await get(site, page);
  expect(status).toBe(200);
  expect(text).toContain('<a href="/addons/official/flux2/v/2.0.0">official/flux2@2.0.0</a>');
  expect(text).toContain('vela addon enable');
  expect(text).not.toContain('<meta name="robots" content="noindex"');
  expect((await get(site, '/addons')).text).toContain('<span class="label label-warn">deprecated</span>');
});

test('a replacement that is not here is told without a link', async () => {
  const stateReason = { reason, author: 'ann', at: '2026-11-21T18:00:00Z', replacement: 'https://elsewhere/x' };
  const site = await start('deprecated', { stateReason });
  expect((await get(site, page)).text).toContain('<strong>https://elsewhere/x</strong>');
});

test.each([
  ['yanked', 200],
  ['quarantined', 410],
] as const)('an addon of which everything is %s answers to its name with the reason', async (state, expected) => {
  const site = await start(state, { name: 'lone' });
  const { status, text } = await get(site, '/addons/official/lone');
  expect(status).toBe(expected);
  expect(text).toContain(`<q>${escaped}</q>`);
  expect((await get(site, '/addons')).text).not.toContain('/addons/official/lone"');
});
