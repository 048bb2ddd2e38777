import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createGitBench,
  getSourceVersion,
  listRules,
  readContents,
  testSignal,
  toMetadata,
} from '../support/git-bench.ts';

const bench = createGitBench();

afterEach(() => bench.clear());

describe('history', () => {
  test('every version of the history, folders that are gone, renamed, unreadable in between', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'README.md': 'no addons yet\n' });
    const first = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.commit({ 'addons/a/metadata.yaml': 'name: [\n' });
    const second = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    repository.commit({ 'addons/a': undefined, 'addons/b/metadata.yaml': toMetadata('1.1.0') });
    const third = repository.commit({ 'addons/b/metadata.yaml': toMetadata('1.0.0', 'b') });
    repository.commit({ 'addons/b': undefined, 'addons/README.md': 'empty\n' });
    const snapshot = await bench.open(bench.follow(repository.folder));
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
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0-side') });
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    repository.git('switch', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'side');
    const snapshot = await bench.open(bench.follow(repository.folder));
    expect(snapshot.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  });

  test('a folder that is gone at the tip keeps its versions, one that never was is a wrong configuration', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.commit({ addons: undefined, 'packages/a/metadata.yaml': toMetadata('1.1.0') });
    const snapshot = await bench.open(bench.follow(repository.folder));
    expect(snapshot.versions.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([['source/folder-missing', 'addons']]);
    await expect(bench.open(bench.follow(repository.folder, { config: { path: 'charts' } }))).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('never had a folder "charts"'),
    });
  });

  test('names that cannot be addressed are reported even when they are history', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0', '../a') });
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    const snapshot = await bench.open(bench.follow(repository.folder));
    expect(snapshot.versions.map(({ name }) => name)).toEqual(['a']);
    expect(listRules(snapshot)).toEqual(['source/name-unusable']);
  });

  test('a link or a file in place of the followed folder is no folder', async () => {
    const repository = bench.createRepository();
    repository.commit({ addons: { link: '/etc' } });
    await expect(bench.open(bench.follow(repository.folder))).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
  });

  test('a submodule is a finding, never fetched', async () => {
    const repository = bench.createRepository();
    const commit = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    writeFileSync(join(repository.folder, '.gitmodules'), '[submodule "s"]\n\tpath = addons/s\n\turl = file:///etc\n');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},addons/s`);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},addons/a/s`);
    repository.git('commit', '--quiet', '--message', 'submodules');
    const snapshot = await bench.open(bench.follow(repository.folder));
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([['source/folder-is-link', 'addons/s']]);
    const reading = await snapshot.readTree(getSourceVersion(snapshot, 'a', '1.0.0'), testSignal);
    expect(reading.tree.files.map(({ path }) => path)).toEqual(['metadata.yaml']);
    expect(reading.findings.map(({ rule, file }) => [rule, file])).toEqual([['package/submodule', 's']]);
  });

  test('a tree that describes itself many times over is cut at the limit of entries', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
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
    const snapshot = await bench.open(bench.follow(repository.folder));
    const reading = await snapshot.readTree(getSourceVersion(snapshot, 'a', '1.0.0'), testSignal);
    expect(reading.findings.map(({ rule }) => rule)).toEqual(['package/too-many-files']);
    expect(reading.tree.files.length).toBeLessThanOrEqual(5_000);
  });
});

describe('adoption', () => {
  const steps = [
    { 'addons/a/metadata.yaml': toMetadata('1.0.0'), 'addons/a/x.cue': 'x: 1\n' },
    { 'addons/a/x.cue': 'x: 2\n' },
    { 'addons/a/metadata.yaml': toMetadata('1.1.0'), 'addons/b/metadata.yaml': toMetadata('1.0.0', 'b') },
    { 'addons/a/x.cue': 'x: 3\n' },
    { 'addons/b/metadata.yaml': toMetadata('v1.0.0', 'b') },
    { 'addons/a/metadata.yaml': toMetadata('1.0.0'), 'addons/a/x.cue': 'x: 4\n' },
  ];

  test.each([0, 1, 2, 3])(
    'following commit by commit from step %i gives the bytes that reading all at once gives',
    async (start) => {
      const repository = bench.createRepository();
      const early = bench.follow(repository.folder);
      let adopted: string | undefined;
      let known: string | undefined;
      const sealed: Record<string, string> = {};
      for (const [index, files] of steps.entries()) {
        repository.commit(files);
        if (index < start) continue;
        const snapshot = await bench.open(early, { adopted, known });
        adopted ??= snapshot.adopted;
        known = snapshot.revision;
        expect(snapshot.adopted).toBe(adopted);
        const contents = await readContents(snapshot);
        // What was sealed by an earlier run is what every later run gives.
        expect(contents).toMatchObject(sealed);
        Object.assign(sealed, contents);
      }
      const late = await bench.open(bench.follow(repository.folder, { config: { adopted: adopted ?? '' } }));
      expect(await readContents(late)).toEqual(sealed);
      const last = await bench.open(early, { adopted, known });
      expect(late.versions).toEqual(last.versions);
      expect(late.findings).toEqual(last.findings);
    },
  );

  test('a configured commit wins over the recorded one, and must be in the history', async () => {
    const repository = bench.createRepository();
    const first = repository.commit(steps[0] ?? {});
    const second = repository.commit(steps[1] ?? {});
    const snapshot = await bench.open(bench.follow(repository.folder, { config: { adopted: first } }), {
      adopted: second,
    });
    expect(snapshot.adopted).toBe(first);
    expect(getSourceVersion(snapshot, 'a', '1.0.0').refused.map(({ revision }) => revision)).toEqual([second]);
    await expect(
      bench.open(bench.follow(repository.folder, { config: { adopted: 'f'.repeat(40) } })),
    ).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('`adopted: ffff'),
    });
  });
});
