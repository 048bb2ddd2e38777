import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocalSource } from '../../registry/sources/local/create-local-source.ts';
import type { Snapshot, Source } from '../../registry/sources/types.ts';
import { createTestFolder, type TestFiles, writeTestFiles } from '../support/git-repository.ts';
import { describeSource } from './source-contract.ts';

describeSource('local', async () => {
  const place = createTestFolder();
  return {
    source: createLocalSource({ id: 'team/addons', config: { type: 'local', path: '.' }, configFolder: place.folder }),
    change: async (files) => writeTestFiles(place.folder, files),
    remove: async () => place.remove(),
  };
});

describe('a folder on this machine', () => {
  const signal = AbortSignal.timeout(60_000);
  let place: ReturnType<typeof createTestFolder>;
  let source: Source;

  beforeEach(() => {
    place = createTestFolder();
    source = follow('.');
  });
  afterEach(() => place.remove());

  function follow(path: string, sealed?: boolean): Source {
    const config = { type: 'local' as const, path, ...(sealed === undefined ? {} : { sealed }) };
    return createLocalSource({ id: 'team/addons', config, configFolder: place.folder, maxEntries: 500 });
  }

  function write(files: TestFiles): void {
    writeTestFiles(place.folder, files);
  }

  function open(): Promise<Snapshot> {
    return source.openSnapshot({ adopted: undefined, known: undefined, signal });
  }

  test('is mutable unless it is sealed', () => {
    expect([follow('.').mutable, follow('.', false).mutable, follow('.', true).mutable]).toEqual([true, true, false]);
  });

  test('an edit is seen at once, in revision and content, and has no history', async () => {
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
    const before = await open();
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\ndescription: x\n' });
    const after = await open();
    expect(after.revision).not.toBe(before.revision);
    expect(after.adopted).toBeUndefined();
    expect(after.versions[0]?.content.contentId).not.toBe(before.versions[0]?.content.contentId);
    expect(after.versions[0]?.contents).toHaveLength(1);
  });

  test('the content id is that of the files, wherever and whenever they were written', async () => {
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n', 'a/.git/HEAD': 'x\n' });
    const before = await open();
    renameSync(join(place.folder, 'a'), join(place.folder, 'b'));
    utimesSync(join(place.folder, 'b', 'metadata.yaml'), 1_600_000_000, 1_600_000_000);
    write({ 'b/.git/HEAD': 'y\n' });
    const after = await open();
    expect(after.versions[0]).toMatchObject({ directory: 'b', published: '2020-09-13T12:26:40.000Z' });
    expect(after.versions[0]?.content.contentId).toBe(before.versions[0]?.content.contentId);
  });

  test('the executable bit is part of the content', async () => {
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n', 'a/run.sh': 'exit 0\n' });
    const before = await open();
    chmodSync(join(place.folder, 'a', 'run.sh'), 0o755);
    const after = await open();
    expect(after.revision).not.toBe(before.revision);
    expect(after.versions[0]?.content.contentId).not.toBe(before.versions[0]?.content.contentId);
  });

  test('a version that is edited while a snapshot is open is not served half-old, half-new', async () => {
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n', 'a/x.cue': 'x: 1\n' });
    const snapshot = await open();
    const [version] = snapshot.versions;
    if (version === undefined) throw new Error('no version');
    write({ 'a/x.cue': 'x: 2\n' });
    await expect(snapshot.readTree(version, signal)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    write({ 'a/x.cue': { link: '/etc/passwd' } });
    await expect(snapshot.readTree(version, signal)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
  });

  test('pipes are findings and nobody waits for them', async () => {
    write({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
    mkdirSync(join(place.folder, 'b'));
    execFileSync('sh', ['-c', 'mkfifo a/pipe b/metadata.yaml c'], { cwd: place.folder });
    const snapshot = await open();
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['source/folder-is-link', 'c'],
      ['source/metadata-unreadable', 'b/metadata.yaml'],
    ]);
    const [version] = snapshot.versions;
    if (version === undefined) throw new Error('no version');
    const { findings } = await snapshot.readTree(version, signal);
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['package/special-file', 'pipe']]);
  });

  test('a link to the folder itself is followed: the operator wrote it', async () => {
    write({ 'real/a/metadata.yaml': 'name: a\nversion: 1.0.0\n', linked: { link: 'real' } });
    source = follow('linked');
    expect((await open()).versions.map(({ name }) => name)).toEqual(['a']);
  });

  test.each([
    ['missing', 'there is no such folder'],
    ['file', 'it is no folder'],
    ['loop', 'cannot be read (ELOOP)'],
  ])('%s is a wrong configuration', async (path, message) => {
    write({ file: 'x', loop: { link: 'loop' } });
    source = follow(path);
    const expected = { code: 'SOURCE_INVALID', message: expect.stringContaining(message) };
    await expect(source.findRevision(signal)).rejects.toMatchObject(expected);
    await expect(open()).rejects.toMatchObject(expected);
  });

  test('more entries than any folder of addons has are taken for a wrong path', async () => {
    mkdirSync(join(place.folder, 'many'));
    for (let count = 0; count < 500; count += 1) writeFileSync(join(place.folder, 'many', String(count)), '');
    await expect(source.findRevision(signal)).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('more than 500 entries'),
    });
  });

  test('folders deeper than the limit are findings', async () => {
    write({
      'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
      [`a/${'d/'.repeat(31)}x`]: 'x',
      [`a/${'e/'.repeat(32)}x`]: 'x',
    });
    const snapshot = await open();
    const [version] = snapshot.versions;
    if (version === undefined) throw new Error('no version');
    const { tree, findings } = await snapshot.readTree(version, signal);
    expect(tree.files).toHaveLength(2);
    expect(findings.map(({ rule }) => rule)).toEqual(['package/path-too-long']);
  });

  const root = process.getuid?.() === 0;
  test.skipIf(root)(`what may not be read is a finding${root ? ' (skipped: root reads everything)' : ''}`, async () => {
    write({
      'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
      'b/metadata.yaml': 'name: b\nversion: 1.0.0\n',
      'c/x': '',
    });
    chmodSync(join(place.folder, 'b', 'metadata.yaml'), 0);
    chmodSync(join(place.folder, 'c'), 0);
    const snapshot = await open();
    chmodSync(join(place.folder, 'c'), 0o755);
    expect(snapshot.versions.map(({ name }) => name)).toEqual(['a']);
    expect(snapshot.findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['source/unreadable', 'b/metadata.yaml'],
      ['source/unreadable', 'c'],
    ]);
  });
});
