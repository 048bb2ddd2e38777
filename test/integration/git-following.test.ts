import { afterEach, describe, expect, test } from 'vitest';
import { createGitBench, listRules, readContents, testSignal, toMetadata } from '../support/git-bench.ts';

const bench = createGitBench();

afterEach(() => bench.clear());

describe('a branch that moves', () => {
  test('a force-push is followed and reported once, and the source is adopted anew', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    const lost = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    const source = bench.follow(repository.folder);
    const before = await bench.open(source);
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const tip = repository.commit({ 'addons/a/metadata.yaml': toMetadata('2.0.0') });
    const after = await bench.open(source, { adopted: before.adopted, known: before.revision });
    expect(after.revision).toBe(tip);
    expect(after.adopted).toBe(tip);
    expect(listRules(after)).toEqual(['source/history-rewritten', 'source/adoption-moved']);
    expect(after.findings[0]?.message).toContain(lost);
    expect(after.versions.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0']);
    // What an open snapshot was reading can still be read.
    expect(await readContents(before)).toEqual({
      'a@1.0.0': `metadata.yaml=${toMetadata('1.0.0')}`,
      'a@1.1.0': `metadata.yaml=${toMetadata('1.1.0')}`,
    });
    const again = await bench.open(source, { adopted: after.adopted, known: after.revision });
    expect(again.findings).toEqual([]);
  });

  test('growing is no rewriting', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    const source = bench.follow(repository.folder);
    const before = await bench.open(source);
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    expect((await bench.open(source, { adopted: before.adopted, known: before.revision })).findings).toEqual([]);
  });

  test('the default branch is the one that HEAD names; a missing branch is named beside those that exist', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('switch', '--quiet', '--create', 'trunk');
    const tip = repository.commit({ 'addons/a/metadata.yaml': toMetadata('2.0.0') });
    expect((await bench.open(bench.follow(repository.folder))).revision).toBe(tip);
    await expect(
      bench.follow(repository.folder, { config: { branch: 'master' } }).findRevision(testSignal),
    ).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/has no branch "master"; it has "main", "trunk"/),
    });
    repository.git('switch', '--quiet', '--detach', 'HEAD~1');
    expect((await bench.open(bench.follow(repository.folder))).versions.map(({ version }) => version)).toEqual([
      '1.0.0',
    ]);
  });

  test('an empty repository is told from a wrong one', async () => {
    const repository = bench.createRepository();
    await expect(bench.open(bench.follow(repository.folder))).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('the repository is empty'),
    });
  });
});

describe('tags', () => {
  test('are the steps, by committer time, then by name', async () => {
    const repository = bench.createRepository();
    const first = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('tag', 'v1.0.0');
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0-never-tagged') });
    const second = repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    repository.git('tag', '--annotate', '--message', 'release', 'v1.1.0');
    repository.git('tag', 'also-v1.1.0');
    repository.git('tag', 'vtree', 'HEAD^{tree}');
    const source = bench.follow(repository.folder, { config: { tags: 'v*' } });
    const snapshot = await bench.open(source);
    expect(snapshot.versions.map(({ version, content }) => [version, content.revision])).toEqual([
      ['1.0.0', first],
      ['1.1.0', second],
    ]);
    expect(snapshot.adopted).toBe(second);
    expect(await source.findRevision(testSignal)).toBe(snapshot.revision);
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.2.0') });
    expect(await source.findRevision(testSignal)).toBe(snapshot.revision);
    repository.git('tag', 'v1.2.0');
    expect(await source.findRevision(testSignal)).not.toBe(snapshot.revision);
    const later = await bench.open(source, { adopted: snapshot.adopted, known: snapshot.revision });
    expect(later.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.2.0']);
    expect(later.findings).toEqual([]);
  });

  test('a tag that moves is followed and reported', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('tag', 'v1');
    const source = bench.follow(repository.folder, { config: { tags: 'v*' } });
    const before = await bench.open(source);
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.1.0') });
    repository.git('tag', '--force', 'v1');
    const after = await bench.open(source, { adopted: before.adopted, known: before.revision });
    expect(listRules(after)).toEqual(['source/history-rewritten', 'source/adoption-moved']);
    expect(after.versions.map(({ version }) => version)).toEqual(['1.1.0']);
  });

  test('no tag that matches is a wrong configuration', async () => {
    const repository = bench.createRepository();
    repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
    repository.git('tag', 'release-1');
    await expect(bench.open(bench.follow(repository.folder, { config: { tags: 'v*' } }))).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('none of its tags matches "v*"; it has "release-1"'),
    });
  });
});
