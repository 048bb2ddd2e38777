import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createGitBench, readContents, toMetadata } from '../support/git-bench.ts';
import type { TestRepository } from '../support/git-repository.ts';

const bench = createGitBench();

afterEach(() => bench.clear());

describe('the mirror', () => {
  async function openOnce(): Promise<{ repository: TestRepository; dataFolder: string; gitDir: string }> {
    const repository = bench.createRepository();
    const dataFolder = bench.createFolder();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    const snapshot = await bench.open(bench.follow(repository.folder, { dataFolder }));
    await snapshot.close();
    const mirrors = join(dataFolder, 'mirrors');
    const name = readdirSync(mirrors).find((entry) => /^[0-9a-f]{32}$/.test(entry));
    return { repository, dataFolder, gitDir: join(mirrors, name ?? '') };
  }

  function listPacks(gitDir: string): string[] {
    return readdirSync(join(gitDir, 'objects', 'pack')).filter((name) => name.endsWith('.pack'));
  }

  test.each<[string, (gitDir: string) => void]>([
    ['HEAD is gone', (gitDir) => rmSync(join(gitDir, 'HEAD'))],
    ['everything is gone', (gitDir) => rmSync(gitDir, { recursive: true })],
    [
      'it is a file',
      (gitDir) => {
        rmSync(gitDir, { recursive: true });
        writeFileSync(gitDir, 'x');
      },
    ],
    [
      'it is an empty folder',
      (gitDir) => {
        rmSync(gitDir, { recursive: true });
        mkdirSync(gitDir);
      },
    ],
    ['the configuration is torn', (gitDir) => writeFileSync(join(gitDir, 'config'), '[core\n')],
    ['a reference is torn', (gitDir) => writeFileSync(join(gitDir, 'refs', 'heads', 'main'), '')],
    [
      'a reference names nothing',
      (gitDir) => writeFileSync(join(gitDir, 'refs', 'heads', 'main'), `${'1'.repeat(40)}\n`),
    ],
    ['objects are gone', (gitDir) => rmSync(join(gitDir, 'objects', 'pack'), { recursive: true })],
    [
      'a pack is torn',
      (gitDir) => {
        for (const pack of listPacks(gitDir)) truncateSync(join(gitDir, 'objects', 'pack', pack), 40);
      },
    ],
    [
      'a lock was left behind',
      (gitDir) => {
        writeFileSync(join(gitDir, 'refs', 'heads', 'main.lock'), '');
        rmSync(join(gitDir, 'refs', 'heads', 'main'));
      },
    ],
    [
      'a fetch was killed',
      (gitDir) => {
        writeFileSync(join(gitDir, 'objects', 'pack', 'tmp_pack_x'), 'x');
        rmSync(join(gitDir, 'refs', 'heads', 'main'));
      },
    ],
  ])('is built anew when %s', async (_, harm) => {
    const { repository, dataFolder, gitDir } = await openOnce();
    harm(gitDir);
    const snapshot = await bench.open(bench.follow(repository.folder, { dataFolder }));
    expect(await readContents(snapshot)).toEqual({ 'a@1.0.0': `metadata.yaml=${toMetadata('1.0.0')}` });
    expect(readdirSync(join(gitDir, 'objects', 'pack')).filter((name) => name.startsWith('tmp_'))).toEqual([]);
  });

  test('objects that go while a snapshot is open cost that run; the next one fetches them anew', async () => {
    const { repository, dataFolder, gitDir } = await openOnce();
    const source = bench.follow(repository.folder, { dataFolder });
    const snapshot = await bench.open(source);
    await writeFileSync(join(gitDir, 'condemned'), '');
    const next = await bench.open(source);
    expect(await readContents(next)).toEqual({ 'a@1.0.0': `metadata.yaml=${toMetadata('1.0.0')}` });
    await snapshot.close();
  });

  test('holds what is followed and nothing else', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('tag', 'v1');
    repository.git('switch', '--quiet', '--create', 'other');
    repository.commit({ 'secret.txt': 'x\n' });
    repository.git('switch', '--quiet', 'main');
    const dataFolder = bench.createFolder();
    await bench.open(bench.follow(repository.folder, { dataFolder, config: { branch: 'main' } }));
    const mirrors = join(dataFolder, 'mirrors');
    const name = readdirSync(mirrors).find((entry) => /^[0-9a-f]{32}$/.test(entry)) ?? '';
    expect(repository.git(`--git-dir=${join(mirrors, name)}`, 'for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/main',
    );
    expect(readdirSync(join(mirrors, name))).not.toContain('hooks');
  });

  test('packs that pile up are put together', async () => {
    const repository = bench.createRepository();
    const dataFolder = bench.createFolder();
    const source = bench.follow(repository.folder, { dataFolder, limits: { maxPacks: 4 } });
    for (let count = 0; count < 8; count += 1) {
      repository.commit({ 'addons/a/metadata.yaml': toMetadata(`1.0.${count}`) });
      await (await bench.open(source)).close();
    }
    const mirrors = join(dataFolder, 'mirrors');
    const name = readdirSync(mirrors).find((entry) => /^[0-9a-f]{32}$/.test(entry)) ?? '';
    expect(listPacks(join(mirrors, name)).length).toBeLessThan(5);
    expect((await bench.open(source)).versions).toHaveLength(8);
  });

  test('a fetch beyond its limit is given up', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0'), 'addons/a/noise': noise(400_000) });
    await expect(
      bench.open(bench.follow(repository.folder, { limits: { maxFetchBytes: 100_000 } })),
    ).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('more than 100000 bytes'),
    });
  });

  test('a data folder that cannot be written is told as such', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    const dataFolder = bench.createFolder();
    writeFileSync(join(dataFolder, 'mirrors'), 'in the way');
    await expect(bench.open(bench.follow(repository.folder, { dataFolder }))).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    });
  });

  const root = process.getuid?.() === 0;
  test.skipIf(!root)(
    `a repository of another user is read${root ? '' : ' (skipped: only root can make one)'}`,
    async () => {
      const repository = bench.createRepository();
      repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
      chownSync(repository.folder, 12_345, 12_345);
      chownSync(join(repository.folder, '.git'), 12_345, 12_345);
      expect((await bench.open(bench.follow(repository.folder))).versions).toHaveLength(1);
    },
  );
});

/** Text that does not compress below its length. */
function noise(sizeBytes: number): string {
  return randomBytes(sizeBytes).toString('base64');
}
