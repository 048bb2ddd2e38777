import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digestOf } from '../../registry/digest.ts';
import type { AddonDetail, AddonPage, Catalog, VersionDetail } from '../../schemas/rest.ts';
import { createTestFolder, writeTestFiles } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const house = createTestFolder();
let server: TestServer;

const metadata = (name: string, version: string, description: string) =>
  `name: ${name}\nversion: ${version}\ndescription: ${description}\n`;
const definition = `reload: {
	type:        "trait"
	description: "Restarts when a file changes."
}
template: parameter: {}
`;

beforeAll(async () => {
  writeTestFiles(house.folder, {
    'team/web/metadata.yaml': metadata('web', '1.0.0', 'a web server of the team'),
    'official/web/metadata.yaml': metadata('web', '9.0.0', 'a web server of the community'),
    'official/dex/metadata.yaml': metadata('dex', '1.0.0', 'knows who somebody is'),
    'official/dex/definitions/reload.cue': definition,
  });
  server = await startTestServer({
    folder: house.folder,
    config: `catalogs:
  - { name: all, union: [team, official] }
  - { name: team, dependsOn: [official], sources: [{ type: local, path: ./team, name: folder }] }
  - { name: official, sources: [{ type: local, path: ./official, name: folder }] }
`,
  });
  await server.settled();
});

afterAll(async () => {
  await server.close();
  house.remove();
});

async function getJson<Value>(path: string): Promise<Value> {
  const response = await fetch(`${server.url}/api/v1${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

test('the index of a union lists the addon of the first member, and its archives are the very bytes', async () => {
  const { entries } = parse(await server.getText('/c/all/index.yaml'));
  expect(Object.keys(entries)).toEqual(['dex', 'web']);
  expect(entries.web.map((entry: { version: string }) => entry.version)).toEqual(['1.0.0']);
  const bytes = async (catalog: string) =>
    new Uint8Array(await (await fetch(`${server.url}/c/${catalog}/web-1.0.0.tgz`)).arrayBuffer());
  expect(digestOf(await bytes('all'))).toBe(`sha256:${entries.web[0].digest}`);
  expect(await bytes('all')).toEqual(await bytes('team'));
  expect((await fetch(`${server.url}/c/all/web-9.0.0.tgz`)).status).toBe(404);
});

test('a union says what it is made of and what it does not serve', async () => {
  const catalog = await getJson<Catalog>('/catalogs/all');
  expect(catalog).toMatchObject({
    union: ['team', 'official'],
    shadowed: [{ name: 'web', catalog: 'official', by: 'team' }],
    counts: { addons: 2, versions: 2 },
    sources: [],
  });
  const team = await getJson<Catalog>('/catalogs/team');
  expect([team.dependsOn, team.union]).toEqual([['official'], undefined]);
  const page = await server.getText('/sources');
  expect(page).toContain('official/web</a>');
  expect(page).toContain('team/web is served');
});

test('what is read of a version through a union is what its member has', async () => {
  const addon = await getJson<AddonDetail>('/catalogs/all/addons/dex');
  expect([addon.catalog, addon.versions.map(({ url }) => url)]).toEqual(['all', [`${server.url}/c/all/dex-1.0.0.tgz`]]);
  const version = await getJson<VersionDetail>('/catalogs/all/addons/dex/versions/1.0.0');
  expect([version.catalog, version.origin.source]).toEqual(['all', 'official/folder']);
  expect(await server.getText('/api/v1/catalogs/all/addons/dex/versions/1.0.0/files/metadata.yaml')).toBe(
    metadata('dex', '1.0.0', 'knows who somebody is'),
  );
  expect(await server.getText('/addons/all/dex')).toContain('knows who somebody is');
  const page = await getJson<AddonPage>('/addons?catalog=all');
  expect(page.items.map(({ catalog, name }) => `${catalog}/${name}`)).toEqual(['all/dex', 'all/web']);
});

test('a list of all catalogs has every addon once', async () => {
  const page = await getJson<AddonPage>('/addons');
  expect(page.items.map(({ catalog, name }) => `${catalog}/${name}`)).toEqual([
    'official/dex',
    'official/web',
    'team/web',
  ]);
});

test('definitions and bundles are found through a union', async () => {
  await server.evaluated('official');
  const { items } = await getJson<{ items: readonly { name: string; owners: readonly { catalog: string }[] }[] }>(
    '/definitions?catalog=all',
  );
  expect(items.map(({ name, owners }) => [name, owners.map(({ catalog }) => catalog)])).toEqual([['reload', ['all']]]);
  expect(await server.getText('/definitions/trait/reload.yaml?catalog=all&addon=dex')).toContain('name: reload');
  const bundle = await server.getText('/c/all/addons/dex/1.0.0/bundle.yaml');
  expect(bundle).toContain('addons.oam.dev/registry: all');
});

test('what changes in a member changes in the union', async () => {
  writeFileSync(join(house.folder, 'official/dex/metadata.yaml'), metadata('dex', '1.1.0', 'knows more'));
  expect((await server.sync('official/folder')).status).toBe(200);
  const { entries } = parse(await server.getText('/c/all/index.yaml'));
  expect(entries.dex.map((entry: { version: string }) => entry.version)).toEqual(['1.1.0']);
});
