import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingestSource } from '../../registry/ingest/ingest-source.ts';
import { createGitSource } from '../../registry/sources/git/create-git-source.ts';
import { createMemoryBlobStore } from '../../registry/storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../registry/storage/memory/memory-catalog-store.ts';
import { createTestFolder, createTestRepository } from '../support/git-repository.ts';
import { findShared } from '../support/shared.ts';

/** A catalog that follows a repository and tells what it holds: the digest of every version. */
function createFollower(options: { readonly url: string; readonly branch: string; readonly adopted?: string }) {
  const state = createTestFolder();
  const store = createMemoryCatalogStore();
  const source = createGitSource({
    id: 'official/catalog',
    config: { type: 'git', url: options.url, branch: options.branch, path: 'addons' },
    configFolder: state.folder,
    dataFolder: state.folder,
    environment: process.env,
    readSecret: async () => '',
  });
  return {
    async follow() {
      const report = await ingestSource(
        {
          store,
          blobs: createMemoryBlobStore(),
          now: () => '2026-01-01T00:00:00Z',
          observer: {
            onProgress: () => {},
            onChange: () => {},
            onTrouble: ({ error }) => expect.unreachable(String(error)),
          },
        },
        { source, catalog: 'official', adopted: options.adopted, signal: AbortSignal.timeout(60_000) },
      );
      expect(report).toMatchObject({ condition: 'ok', failed: 0 });
    },
    async contents() {
      const records = await store.listVersions({ catalog: 'official' });
      return records.map(({ addon, version, digest, treeDigest, published }) => ({
        addon,
        version,
        digest,
        treeDigest,
        published,
      }));
    },
    remove: state.remove,
  };
}

test('following commit by commit and reading all at once give the same bytes', async () => {
  const upstream = createTestRepository();
  const web = (version: string, body: string) => ({
    'addons/web/metadata.yaml': `name: web\nversion: ${version}\n`,
    'addons/web/resources/a.cue': body,
  });
  const before = [web('1.0.0', 'a: 1'), web('1.0.0', 'a: 2'), web('1.1.0', 'a: 3')];
  const after = [
    web('1.1.0', 'a: 4'),
    web('1.2.0', 'a: 5'),
    web('1.2.0', 'a: 6'),
    { 'addons/api/metadata.yaml': 'name: api\nversion: v1\n' },
    { 'addons/web': undefined },
    web('1.0.0', 'a: 7'),
    web('1.3.0', 'a: 8'),
  ];
  for (const files of before) upstream.commit(files);
  const adopted = upstream.git('rev-parse', 'HEAD');
  const stepwise = createFollower({ url: upstream.folder, branch: 'main' });
  await stepwise.follow();
  for (const files of after) {
    upstream.commit(files);
    await stepwise.follow();
  }
  const atOnce = createFollower({ url: upstream.folder, branch: 'main', adopted });
  await atOnce.follow();
  expect(await stepwise.contents()).toEqual(await atOnce.contents());
  expect((await atOnce.contents()).map(({ addon, version }) => `${addon}@${version}`)).toEqual([
    'api@v1',
    'web@1.0.0',
    'web@1.1.0',
    'web@1.2.0',
    'web@1.3.0',
  ]);
  for (const each of [stepwise, atOnce, upstream]) each.remove();
});

const shared = findShared();

describe.skipIf(shared === undefined)('the history of the community catalog (skipped: needs the shared corpus)', () => {
  test('two servers with the same adoption hold the same bytes of 313 versions, whenever they looked', async () => {
    const place = createTestFolder();
    const upstream = join(place.folder, 'catalog.git');
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    git('clone', '--quiet', '--bare', join(shared ?? '', 'corpus/kubevela-catalog-verified.bundle'), upstream);
    const commits = git('-C', upstream, 'rev-list', '--reverse', '--first-parent', 'main').split('\n');
    const adopted = commits[200] ?? '';
    const moving = join(place.folder, 'moving.git');
    git('clone', '--quiet', '--bare', upstream, moving);
    const stepwise = createFollower({ url: moving, branch: 'main' });
    for (let index = 200; index < commits.length; index += index < 205 ? 1 : 45) {
      git('-C', moving, 'update-ref', 'refs/heads/main', commits[index] ?? '');
      await stepwise.follow();
    }
    git('-C', moving, 'update-ref', 'refs/heads/main', commits.at(-1) ?? '');
    await stepwise.follow();
    const atOnce = createFollower({ url: upstream, branch: 'main', adopted });
    await atOnce.follow();
    const held = await atOnce.contents();
    expect(held).toHaveLength(313);
    expect(new Set(held.map(({ addon }) => addon)).size).toBe(53);
    expect(await stepwise.contents()).toEqual(held);
    for (const each of [stepwise, atOnce, place]) each.remove();
  }, 120_000);
});
