import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot, Source, SourceVersion } from '../../registry/sources/types.ts';
import type { TestFiles } from '../support/git-repository.ts';

/** A place that holds addons, and a source that reads it. */
export interface SourceFixture {
  readonly source: Source;
  /** Writes files and publishes them as the place does (a commit, a bundle, or nothing more). */
  change(files: TestFiles): Promise<void>;
  remove(): Promise<void>;
}

const signal = AbortSignal.timeout(120_000);

/** What every source promises, whatever it reads. `create` makes an empty place. */
export function describeSource(title: string, create: () => Promise<SourceFixture>): void {
  describe(`source contract: ${title}`, () => {
    let fixture: SourceFixture;
    const opened: Snapshot[] = [];

    beforeEach(async () => {
      fixture = await create();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((snapshot) => snapshot.close()));
      await fixture.remove();
    });

    async function open(known?: string): Promise<Snapshot> {
      const snapshot = await fixture.source.openSnapshot({ adopted: undefined, known, signal });
      opened.push(snapshot);
      return snapshot;
    }

    async function readFiles(snapshot: Snapshot, version: SourceVersion): Promise<Record<string, string>> {
      const { tree } = await snapshot.readTree(version, signal);
      return Object.fromEntries(
        tree.files.map((file) => [file.path, `${file.mode} ${Buffer.from(file.bytes).toString('utf8')}`]),
      );
    }

    test('lists addons with name and version as written, in their folders', async () => {
      await fixture.change({
        'one/metadata.yaml': 'name: one\nversion: 1.10\n',
        'two/metadata.yaml': 'name: "two"\nversion: "v1.0.0"\n',
        'unnamed/metadata.yaml': 'version: 2.0.0\n',
        'odd/metadata.yaml': 'name: Kubeflow Pipeline\nversion: latest\n',
        'README.md': 'no addon\n',
      });
      const { versions, findings } = await open();
      expect(versions.map(({ name, version, directory }) => [directory, name, version]).toSorted()).toEqual([
        ['odd', 'Kubeflow Pipeline', 'latest'],
        ['one', 'one', '1.10'],
        ['two', 'two', 'v1.0.0'],
        ['unnamed', 'unnamed', '2.0.0'],
      ]);
      expect(findings).toEqual([]);
      for (const version of versions) {
        expect(version.contents).toEqual([version.content]);
        expect(version.refused).toEqual([]);
        expect(version.published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }
    });

    test('reads the files of a version, sorted by path', async () => {
      await fixture.change({
        'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
        'a/definitions/x.cue': 'x: 1\n',
        'a/B.md': 'B\n',
        'a/a.md': '\u00e9\n',
        'b/metadata.yaml': 'name: b\nversion: 1.0.0\n',
      });
      const snapshot = await open();
      const version = getVersion(snapshot, 'a');
      const { tree, findings } = await snapshot.readTree(version, signal);
      expect(tree.files.map(({ path }) => path)).toEqual(['B.md', 'a.md', 'definitions/x.cue', 'metadata.yaml']);
      expect(findings).toEqual([]);
      expect(await readFiles(snapshot, version)).toEqual({
        'B.md': '0644 B\n',
        'a.md': '0644 \u00e9\n',
        'definitions/x.cue': '0644 x: 1\n',
        'metadata.yaml': '0644 name: a\nversion: 1.0.0\n',
      });
    });

    test('the revision stays until something changes, and is the one of the snapshot', async () => {
      await fixture.change({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
      const first = await fixture.source.findRevision(signal);
      expect((await open()).revision).toBe(first);
      expect(await fixture.source.findRevision(signal)).toBe(first);
      await fixture.change({ 'a/x.cue': 'x: 1\n' });
      const second = await fixture.source.findRevision(signal);
      expect(second).not.toBe(first);
      expect((await open(first)).revision).toBe(second);
    });

    test('equal content has an equal id, in every snapshot', async () => {
      await fixture.change({
        'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
        'b/metadata.yaml': 'name: b\nversion: 1.0.0\n',
      });
      const before = await open();
      await fixture.change({ 'b/x.cue': 'x: 1\n' });
      const after = await open(before.revision);
      expect(getVersion(after, 'a').content.contentId).toBe(getVersion(before, 'a').content.contentId);
      const changed = getVersion(after, 'b').contents.map(({ contentId }) => contentId);
      expect(changed).not.toEqual([getVersion(before, 'b').content.contentId]);
    });

    test('a folder that holds metadata.yaml is one addon', async () => {
      await fixture.change({
        'metadata.yaml': 'name: alone\nversion: 1.0.0\n',
        'sub/metadata.yaml': 'name: sub\nversion: 1.0.0\n',
      });
      const snapshot = await open();
      expect(snapshot.versions.map(({ name, directory }) => [name, directory])).toEqual([['alone', '']]);
      expect(Object.keys(await readFiles(snapshot, getVersion(snapshot, 'alone')))).toEqual([
        'metadata.yaml',
        'sub/metadata.yaml',
      ]);
    });

    test('what is no addon is a finding and harms no neighbour', async () => {
      await fixture.change({
        'good/metadata.yaml': 'name: good\nversion: 1.0.0\n',
        'scripts/run.sh': 'exit 1\n',
        '.github/workflow.yaml': 'on: push\n',
        'list/metadata.yaml': '- name: list\n',
        'torn/metadata.yaml': 'name: torn\nversion: [1\n',
        'empty/metadata.yaml': '',
        'nameless/metadata.yaml': 'name: ""\nversion: ""\n',
        'up/metadata.yaml': 'name: ../up\nversion: 1.0.0\n',
        'slash/metadata.yaml': 'name: slash\nversion: release/1\n',
        'long/metadata.yaml': `name: ${'x'.repeat(254)}\nversion: 1.0.0\n`,
        'nul/metadata.yaml': 'name: "a\\0b"\nversion: 1.0.0\n',
        linked: { link: '/etc' },
      });
      const { versions, findings } = await open();
      expect(versions.map(({ name }) => name)).toEqual(['good']);
      const places = findings.map(({ rule, file }) => `${rule} ${file.replace(/^addons\//, '')}`);
      expect(places.toSorted()).toEqual([
        'source/folder-is-link linked',
        'source/metadata-unreadable empty/metadata.yaml',
        'source/metadata-unreadable list/metadata.yaml',
        'source/metadata-unreadable torn/metadata.yaml',
        'source/name-unusable long/metadata.yaml',
        'source/name-unusable nul/metadata.yaml',
        'source/name-unusable up/metadata.yaml',
        'source/not-an-addon scripts',
        'source/version-unusable nameless/metadata.yaml',
        'source/version-unusable slash/metadata.yaml',
      ]);
    });

    test('two folders of one name: the first by name counts, and it is said', async () => {
      await fixture.change({
        'a/metadata.yaml': 'name: same\nversion: 1.0.0\n',
        'b/metadata.yaml': 'name: same\nversion: v1.0.0\n',
        'c/metadata.yaml': 'name: same\nversion: 2.0.0\n',
      });
      const { versions, findings } = await open();
      expect(versions.map(({ name, version, directory }) => [name, version, directory])).toEqual([
        ['same', '1.0.0', 'a'],
        ['same', '2.0.0', 'c'],
      ]);
      expect(findings.map(({ rule, file }) => `${rule} ${file.replace(/^addons\//, '')}`)).toEqual([
        'source/duplicate-name b/metadata.yaml',
        'source/duplicate-name c/metadata.yaml',
      ]);
    });

    test('links inside an addon are findings and are never followed', async () => {
      await fixture.change({
        'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
        'a/README.md': { link: '/etc/passwd' },
        'a/definitions': { link: '/' },
        'a/loop': { link: 'loop' },
        'b/metadata.yaml': { link: '/proc/self/environ' },
      });
      const snapshot = await open();
      expect(snapshot.versions.map(({ name }) => name)).toEqual(['a']);
      const { tree, findings } = await snapshot.readTree(getVersion(snapshot, 'a'), signal);
      expect(tree.files.map(({ path }) => path)).toEqual(['metadata.yaml']);
      expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
        ['package/link', 'README.md'],
        ['package/link', 'definitions'],
        ['package/link', 'loop'],
      ]);
      expect(snapshot.findings.map(({ rule }) => rule)).toEqual(['source/metadata-unreadable']);
    });

    test('an empty place gives an empty snapshot', async () => {
      await fixture.change({ 'README.md': 'nothing here yet\n' });
      const { versions, findings } = await open();
      expect([versions, findings]).toEqual([[], []]);
    });

    test('duplicate keys are tolerated, the last one counts', async () => {
      await fixture.change({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\nversion: 1.1.0\n' });
      expect((await open()).versions.map(({ version }) => version)).toEqual(['1.1.0']);
    });

    test('files beyond a limit are findings', async () => {
      await fixture.change({
        'a/metadata.yaml': 'name: a\nversion: 1.0.0\n',
        'a/large.txt': 'x'.repeat(5 * 1024 * 1024 + 1),
        'a/just.txt': 'x'.repeat(5 * 1024 * 1024),
      });
      const snapshot = await open();
      const { tree, findings } = await snapshot.readTree(getVersion(snapshot, 'a'), signal);
      expect(tree.files.map(({ path }) => path)).toEqual(['just.txt', 'metadata.yaml']);
      expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['package/file-too-large', 'large.txt']]);
    });

    test('an abort ends every call', async () => {
      await fixture.change({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
      const snapshot = await open();
      const aborted = AbortSignal.abort(new Error('enough'));
      const { source } = fixture;
      await expect(source.findRevision(aborted)).rejects.toThrow('enough');
      await expect(source.openSnapshot({ adopted: undefined, known: undefined, signal: aborted })).rejects.toThrow(
        'enough',
      );
      await expect(snapshot.readTree(getVersion(snapshot, 'a'), aborted)).rejects.toThrow('enough');
    });

    test('closing twice is harmless, and two snapshots live side by side', async () => {
      await fixture.change({ 'a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
      const [first, second] = await Promise.all([open(), open()]);
      await first.close();
      await first.close();
      expect(Object.keys(await readFiles(second, getVersion(second, 'a')))).toEqual(['metadata.yaml']);
    });
  });
}

function getVersion(snapshot: Snapshot, name: string): SourceVersion {
  const found = snapshot.versions.find((version) => version.name === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
}
