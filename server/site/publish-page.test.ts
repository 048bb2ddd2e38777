import { afterEach, expect, test } from 'vitest';
import { createSourceState } from '../../test/support/fixture-catalog.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

const open: FixtureSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function get(path: string, options: FixtureSiteOptions): Promise<string> {
  const site = await startFixtureSite(options);
  open.push(site);
  const response = await fetch(`${site.url}${path}`);
  expect([response.status, site.bugs]).toEqual([200, []]);
  return response.text();
}

const listCopies = (html: string) => [...html.matchAll(/data-copy="([^"]*)"/g)].map(([, text]) => text);

test('the lines are for the source that the address names, and for the first one otherwise', async () => {
  const options = {
    versions: [{ name: 'grafana' }, { name: 'gateway', catalog: 'team' }],
    sources: [createSourceState(), { ...createSourceState(), id: 'team/catalog', catalog: 'team' }],
  };
  const first = await get('/publish', options);
  expect(first).toContain('<strong>official/catalog</strong>');
  const html = await get('/publish?source=team%2Fcatalog', { ...options, basePath: '/registry' });
  expect(html).toContain('<strong>team/catalog</strong>');
  expect(listCopies(html)).toContainEqual(
    expect.stringMatching(/^chandlery source sync team\/catalog --server http:.*\/registry$/),
  );
  expect(html).toContain('href="/registry/sources/team/catalog"');
});

test('says in both languages what this server does not take', async () => {
  const options = { versions: [{ name: 'grafana' }] };
  expect(await get('/publish', options)).toContain('This server takes no pushed archives');
  expect(await get('/publish?lang=zh', options)).toContain('本服务器不接受推送的归档');
});

test('folders of the server are nothing that a pull request can be made to', async () => {
  const html = await get('/publish', { versions: [], sources: [{ ...createSourceState(), type: 'local' }] });
  expect(html).toContain('No source of this server is a Git repository');
  expect(listCopies(html)).toEqual([]);
});
