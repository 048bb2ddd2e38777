import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FakeMeilisearch, startFakeMeilisearch } from '../support/fake-meilisearch.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const key = 'quite-secret';
async function start(search: FakeMeilisearch): Promise<TestServer> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'key'), `${key}\n`);
  for (const name of ['fluxcd', 'terraform-aws']) {
    mkdirSync(join(folder, 'addons', name), { recursive: true });
    writeFileSync(
      join(folder, 'addons', name, 'metadata.yaml'),
      `name: ${name}\nversion: 1.0.0\ndescription: The addon ${name}\n`,
    );
  }
  const config = `catalogs: [{ name: own, sources: [{ type: local, path: ./addons }] }]
search: { kind: meilisearch, url: "${search.url}", key: { file: key }, index: test }
`;
  const server = await startTestServer({ config, folder });
  onTestFinished(() => server.close());
  await server.settled();
  return server;
}

interface Found {
  readonly items: readonly { readonly name: string }[];
  readonly notices?: readonly { readonly code: string }[];
}

async function listFound(
  { url }: TestServer,
  q: string,
): Promise<{ names: readonly string[]; notices: readonly string[] }> {
  const response = await fetch(`${url}/api/v1/addons?q=${encodeURIComponent(q)}`);
  expect(response.status).toBe(200);
  const { items, notices = [] }: Found = await response.json();
  return { names: items.map(({ name }) => name), notices: notices.map(({ code }) => code) };
}

test('a Meilisearch server keeps the index, and lists go on by plain words without it', async () => {
  const search = await startFakeMeilisearch({ key });
  onTestFinished(() => search.close());
  const server = await start(search);
  const findAddons = (q: string) => listFound(server, q);
  await expect.poll(() => findAddons('fluxdc'), { timeout: 20_000 }).toEqual({ names: ['fluxcd'], notices: [] });
  expect(search.listIndexes()).toEqual(['test-1']);

  search.mode = 500;
  expect(await findAddons('terraform')).toEqual({ names: ['terraform-aws'], notices: ['plain'] });
  expect(await findAddons('terafrom')).toEqual({ names: [], notices: ['plain'] });

  search.lose();
  search.mode = 'well';
  await expect
    .poll(() => findAddons('terafrom'), { timeout: 20_000, interval: 500 })
    .toEqual({ names: ['terraform-aws'], notices: [] });
}, 60_000);
