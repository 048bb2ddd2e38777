import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createGitSource, type GitSourceOptions } from '../../registry/sources/git/create-git-source.ts';
import type { OpenSnapshotOptions, Snapshot, SourceVersion } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';

const signal = AbortSignal.timeout(120_000);
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function createRepository(): TestRepository {
  const repository = createTestRepository();
  cleanups.push(repository.remove);
  return repository;
}

function createDataFolder(): string {
  const data = createTestFolder();
  cleanups.push(data.remove);
  return data.folder;
}

interface FollowOptions extends Partial<Pick<GitSourceOptions, 'limits'>> {
  readonly config?: Partial<GitSourceConfig>;
  readonly dataFolder?: string;
}

/** Follows a repository and returns a function that opens snapshots. */
function follow(repository: TestRepository, options: FollowOptions = {}) {
  const source = createGitSource({
    id: 'team/addons',
    config: { type: 'git', url: repository.folder, ...options.config },
    configFolder: '/',
    dataFolder: options.dataFolder ?? createDataFolder(),
    environment: process.env,
    readSecret: async () => '',
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  return {
    source,
    async open(request: Partial<OpenSnapshotOptions> = {}): Promise<Snapshot> {
      const snapshot = await source.openSnapshot({ adopted: undefined, known: undefined, signal, ...request });
      cleanups.push(() => snapshot.close());
      return snapshot;
    },
  };
}

function metadata(version: string, name = 'a'): string {
  return `name: ${name}\nversion: ${version}\n`;
}

/** Reads the bytes that each version is served with. */
async function readContents(snapshot: Snapshot): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const version of snapshot.versions) {
    const { tree } = await snapshot.readTree(version, signal);
    contents[`${version.name}@${version.version}`] = tree.files
      .map(({ path, bytes }) => `${path}=${Buffer.from(bytes).toString('utf8')}`)
      .join('|');
  }
  return contents;
}

function getVersion(snapshot: Snapshot, name: string, version: string): SourceVersion {
  const found = snapshot.versions.find((candidate) => candidate.name === name && candidate.version === version);
  if (found === undefined) throw new Error(`${name} ${version} is missing`);
  return found;
}

function rulesOf(snapshot: Snapshot): string[] {
  return snapshot.findings.map(({ rule }) => rule);
}

describe('history', () => {
  test('every version of the history, folders that are gone, renamed, unreadable in between', async () => {
    const repository = createRepository();
    repository.commit({ 'README.md': 'no addons yet\n' });
    const first = repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.commit({ 'addons/a/metadata.yaml': 'name: [\n' });
    const second = repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    repository.commit({ 'addons/a': undefined, 'addons/b/metadata.yaml': metadata('1.1.0') });
    const third = repository.commit({ 'addons/b/metadata.yaml': metadata('1.0.0', 'b') });
    repository.commit({ 'addons/b': undefined, 'addons/README.md': 'empty\n' });
    const snapshot = await follow(repository).open();
    expect(
      snapshot.versions.map(({ name, version, directory, content, published }) => [
        name,
        version,
        directory,
        content.revision,
        published.slice(0, 10),
      ]),
    ).toEqual([
      ['a', '1.0.0', 'a', first, '2024-01-03'],
      ['a', '1.1.0', 'b', second, '2024-01-05'],
      ['b', '1.0.0', 'b', third, '2024-01-07'],
    ]);
    expect(snapshot.findings).toEqual([]);
  });

  test('only the first-parent line counts', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0-side') });
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    repository.git('switch', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'side');
    const snapshot = await follow(repository).open();
    expect(snapshot.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  });

  test('a folder that is gone at the tip keeps its versions, one that never was is a wrong configuration', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.commit({ addons: undefined, 'packages/a/metadata.yaml': metadata('1.1.0') });
    const snapshot = await follow(repository).open();
    expect(snapshot.versions.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([['source/folder-missing', 'addons']]);
    await expect(follow(repository, { config: { path: 'charts' } }).open()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('never had a folder "charts"'),
    });
  });

  test('names that cannot be addressed are reported even when they are history', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0', '../a') });
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const snapshot = await follow(repository).open();
    expect(snapshot.versions.map(({ name }) => name)).toEqual(['a']);
    expect(rulesOf(snapshot)).toEqual(['source/name-unusable']);
  });

  test('a link or a file in place of the followed folder is no folder', async () => {
    const repository = createRepository();
    repository.commit({ addons: { link: '/etc' } });
    await expect(follow(repository).open()).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
  });

  test('a submodule is a finding, never fetched', async () => {
    const repository = createRepository();
    const commit = repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    writeFileSync(join(repository.folder, '.gitmodules'), '[submodule "s"]\n\tpath = addons/s\n\turl = file:///etc\n');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},addons/s`);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},addons/a/s`);
    repository.git('commit', '--quiet', '--message', 'submodules');
    const snapshot = await follow(repository).open();
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([['source/folder-is-link', 'addons/s']]);
    const reading = await snapshot.readTree(getVersion(snapshot, 'a', '1.0.0'), signal);
    expect(reading.tree.files.map(({ path }) => path)).toEqual(['metadata.yaml']);
    expect(reading.findings.map(({ rule, file }) => [rule, file])).toEqual([['package/submodule', 's']]);
  });

  test('a tree that describes itself many times over is cut at the limit of entries', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const makeTree = (...entries: readonly string[]): string =>
      execFileSync('git', ['mktree'], {
        cwd: repository.folder,
        input: `${entries.join('\n')}\n`,
        encoding: 'utf8',
      }).trim();
    const blob = repository.git('rev-parse', 'HEAD:addons/a/metadata.yaml');
    const names = Array.from({ length: 10 }, (_, index) => `x${index}`);
    // Each of twenty trees holds the one before ten times: 10^20 files in a few hundred bytes.
    let tree = makeTree(...names.map((name) => `100644 blob ${blob}\t${name}`));
    for (let depth = 0; depth < 19; depth += 1) tree = makeTree(...names.map((name) => `040000 tree ${tree}\t${name}`));
    const addon = makeTree(`100644 blob ${blob}\tmetadata.yaml`, `040000 tree ${tree}\tx`);
    const root = makeTree(`040000 tree ${makeTree(`040000 tree ${addon}\ta`)}\taddons`);
    repository.git('update-ref', 'refs/heads/main', repository.git('commit-tree', '-p', 'HEAD', '-m', 'bomb', root));
    const snapshot = await follow(repository).open();
    const reading = await snapshot.readTree(getVersion(snapshot, 'a', '1.0.0'), signal);
    expect(reading.findings.map(({ rule }) => rule)).toEqual(['package/too-many-files']);
    expect(reading.tree.files.length).toBeLessThanOrEqual(5_000);
  });
});

describe('adoption', () => {
  const steps = [
    { 'addons/a/metadata.yaml': metadata('1.0.0'), 'addons/a/x.cue': 'x: 1\n' },
    { 'addons/a/x.cue': 'x: 2\n' },
    { 'addons/a/metadata.yaml': metadata('1.1.0'), 'addons/b/metadata.yaml': metadata('1.0.0', 'b') },
    { 'addons/a/x.cue': 'x: 3\n' },
    { 'addons/b/metadata.yaml': metadata('v1.0.0', 'b') },
    { 'addons/a/metadata.yaml': metadata('1.0.0'), 'addons/a/x.cue': 'x: 4\n' },
  ];

  test.each([0, 1, 2, 3])(
    'following commit by commit from step %i gives the bytes that reading all at once gives',
    async (start) => {
      const repository = createRepository();
      const early = follow(repository);
      let adopted: string | undefined;
      let known: string | undefined;
      const sealed: Record<string, string> = {};
      for (const [index, files] of steps.entries()) {
        repository.commit(files);
        if (index < start) continue;
        const snapshot = await early.open({ adopted, known });
        adopted ??= snapshot.adopted;
        known = snapshot.revision;
        expect(snapshot.adopted).toBe(adopted);
        const contents = await readContents(snapshot);
        // What was sealed by an earlier run is what every later run gives.
        expect(contents).toMatchObject(sealed);
        Object.assign(sealed, contents);
      }
      const late = await follow(repository, { config: { adopted: adopted ?? '' } }).open();
      expect(await readContents(late)).toEqual(sealed);
      const last = await early.open({ adopted, known });
      expect(late.versions).toEqual(last.versions);
      expect(late.findings).toEqual(last.findings);
    },
  );

  test('a configured commit wins over the recorded one, and must be in the history', async () => {
    const repository = createRepository();
    const first = repository.commit(steps[0] ?? {});
    const second = repository.commit(steps[1] ?? {});
    const snapshot = await follow(repository, { config: { adopted: first } }).open({ adopted: second });
    expect(snapshot.adopted).toBe(first);
    expect(getVersion(snapshot, 'a', '1.0.0').refused.map(({ revision }) => revision)).toEqual([second]);
    await expect(follow(repository, { config: { adopted: 'f'.repeat(40) } }).open()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('`adopted: ffff'),
    });
  });
});

describe('a branch that moves', () => {
  test('a force-push is followed and reported once, and the source is adopted anew', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const lost = repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    const { open } = follow(repository);
    const before = await open();
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const tip = repository.commit({ 'addons/a/metadata.yaml': metadata('2.0.0') });
    const after = await open({ adopted: before.adopted, known: before.revision });
    expect(after.revision).toBe(tip);
    expect(after.adopted).toBe(tip);
    expect(rulesOf(after)).toEqual(['source/history-rewritten', 'source/adoption-moved']);
    expect(after.findings[0]?.message).toContain(lost);
    expect(after.versions.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0']);
    // What an open snapshot was reading can still be read.
    expect(await readContents(before)).toEqual({
      'a@1.0.0': `metadata.yaml=${metadata('1.0.0')}`,
      'a@1.1.0': `metadata.yaml=${metadata('1.1.0')}`,
    });
    const again = await open({ adopted: after.adopted, known: after.revision });
    expect(again.findings).toEqual([]);
  });

  test('growing is no rewriting', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const { open } = follow(repository);
    const before = await open();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    expect((await open({ adopted: before.adopted, known: before.revision })).findings).toEqual([]);
  });

  test('the default branch is the one that HEAD names; a missing branch is named beside those that exist', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('switch', '--quiet', '--create', 'trunk');
    const tip = repository.commit({ 'addons/a/metadata.yaml': metadata('2.0.0') });
    expect((await follow(repository).open()).revision).toBe(tip);
    await expect(
      follow(repository, { config: { branch: 'master' } }).source.findRevision(signal),
    ).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/has no branch "master"; it has "main", "trunk"/),
    });
    repository.git('switch', '--quiet', '--detach', 'HEAD~1');
    expect((await follow(repository).open()).versions.map(({ version }) => version)).toEqual(['1.0.0']);
  });

  test('an empty repository is told from a wrong one', async () => {
    const repository = createRepository();
    await expect(follow(repository).open()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('the repository is empty'),
    });
  });
});

describe('tags', () => {
  test('are the steps, by committer time, then by name', async () => {
    const repository = createRepository();
    const first = repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('tag', 'v1.0.0');
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0-never-tagged') });
    const second = repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    repository.git('tag', '--annotate', '--message', 'release', 'v1.1.0');
    repository.git('tag', 'also-v1.1.0');
    repository.git('tag', 'vtree', 'HEAD^{tree}');
    const { source, open } = follow(repository, { config: { tags: 'v*' } });
    const snapshot = await open();
    expect(snapshot.versions.map(({ version, content }) => [version, content.revision])).toEqual([
      ['1.0.0', first],
      ['1.1.0', second],
    ]);
    expect(snapshot.adopted).toBe(second);
    expect(await source.findRevision(signal)).toBe(snapshot.revision);
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.2.0') });
    expect(await source.findRevision(signal)).toBe(snapshot.revision);
    repository.git('tag', 'v1.2.0');
    expect(await source.findRevision(signal)).not.toBe(snapshot.revision);
    const later = await open({ adopted: snapshot.adopted, known: snapshot.revision });
    expect(later.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.2.0']);
    expect(later.findings).toEqual([]);
  });

  test('a tag that moves is followed and reported', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('tag', 'v1');
    const { open } = follow(repository, { config: { tags: 'v*' } });
    const before = await open();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.1.0') });
    repository.git('tag', '--force', 'v1');
    const after = await open({ adopted: before.adopted, known: before.revision });
    expect(rulesOf(after)).toEqual(['source/history-rewritten', 'source/adoption-moved']);
    expect(after.versions.map(({ version }) => version)).toEqual(['1.1.0']);
  });

  test('no tag that matches is a wrong configuration', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('tag', 'release-1');
    await expect(follow(repository, { config: { tags: 'v*' } }).open()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('none of its tags matches "v*"; it has "release-1"'),
    });
  });
});

describe('the mirror', () => {
  async function openOnce(): Promise<{ repository: TestRepository; dataFolder: string; gitDir: string }> {
    const repository = createRepository();
    const dataFolder = createDataFolder();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const snapshot = await follow(repository, { dataFolder }).open();
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
    const snapshot = await follow(repository, { dataFolder }).open();
    expect(await readContents(snapshot)).toEqual({ 'a@1.0.0': `metadata.yaml=${metadata('1.0.0')}` });
    expect(readdirSync(join(gitDir, 'objects', 'pack')).filter((name) => name.startsWith('tmp_'))).toEqual([]);
  });

  test('objects that go while a snapshot is open cost that run; the next one fetches them anew', async () => {
    const { repository, dataFolder, gitDir } = await openOnce();
    const { open } = follow(repository, { dataFolder });
    const snapshot = await open();
    await writeFileSync(join(gitDir, 'condemned'), '');
    const next = await open();
    expect(await readContents(next)).toEqual({ 'a@1.0.0': `metadata.yaml=${metadata('1.0.0')}` });
    await snapshot.close();
  });

  test('holds what is followed and nothing else', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    repository.git('tag', 'v1');
    repository.git('switch', '--quiet', '--create', 'other');
    repository.commit({ 'secret.txt': 'x\n' });
    repository.git('switch', '--quiet', 'main');
    const dataFolder = createDataFolder();
    await follow(repository, { dataFolder, config: { branch: 'main' } }).open();
    const mirrors = join(dataFolder, 'mirrors');
    const name = readdirSync(mirrors).find((entry) => /^[0-9a-f]{32}$/.test(entry)) ?? '';
    expect(repository.git(`--git-dir=${join(mirrors, name)}`, 'for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/main',
    );
    expect(readdirSync(join(mirrors, name))).not.toContain('hooks');
  });

  test('packs that pile up are put together', async () => {
    const repository = createRepository();
    const dataFolder = createDataFolder();
    const { open } = follow(repository, { dataFolder, limits: { maxPacks: 4 } });
    for (let count = 0; count < 8; count += 1) {
      repository.commit({ 'addons/a/metadata.yaml': metadata(`1.0.${count}`) });
      await (await open()).close();
    }
    const mirrors = join(dataFolder, 'mirrors');
    const name = readdirSync(mirrors).find((entry) => /^[0-9a-f]{32}$/.test(entry)) ?? '';
    expect(listPacks(join(mirrors, name)).length).toBeLessThan(5);
    expect((await open()).versions).toHaveLength(8);
  });

  test('a fetch beyond its limit is given up', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0'), 'addons/a/noise': noise(400_000) });
    await expect(follow(repository, { limits: { maxFetchBytes: 100_000 } }).open()).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('more than 100000 bytes'),
    });
  });

  test('a data folder that cannot be written is told as such', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    const dataFolder = createDataFolder();
    writeFileSync(join(dataFolder, 'mirrors'), 'in the way');
    await expect(follow(repository, { dataFolder }).open()).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
  });

  test.skipIf(process.getuid?.() !== 0)('a repository of another user is read (skipped unless root)', async () => {
    const repository = createRepository();
    repository.commit({ 'addons/a/metadata.yaml': metadata('1.0.0') });
    chownSync(repository.folder, 12_345, 12_345);
    chownSync(join(repository.folder, '.git'), 12_345, 12_345);
    expect((await follow(repository).open()).versions).toHaveLength(1);
  });
});

/** Text that does not compress below its length. */
function noise(sizeBytes: number): string {
  return randomBytes(sizeBytes).toString('base64');
}
