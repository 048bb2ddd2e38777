import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGitSource } from '../../registry/sources/git/create-git-source.ts';
import type { Snapshot, SourceVersion } from '../../registry/sources/types.ts';
import { createTestFolder } from '../support/git-repository.ts';
import { startGitDaemon, startGitHttpServer } from '../support/git-servers.ts';
import { findShared } from '../support/shared.ts';

const shared = findShared();
const bundle = shared === undefined ? '' : join(shared, 'corpus', 'kubevela-catalog-verified.bundle');
const tip = '217a8630805a8e6fe80471fabc41ab05eaed341b';

const ways: readonly [string, (served: string) => Promise<{ url: string; close(): Promise<void> }>][] = [
  ['the bundle', async () => ({ url: bundle, close: async () => undefined })],
  ['a bare clone', async (served) => ({ url: join(served, 'catalog.git'), close: async () => undefined })],
  [
    'git daemon',
    async (served) => {
      const server = await startGitDaemon(served);
      return { url: `git://127.0.0.1:${server.port}/catalog.git`, close: server.close };
    },
  ],
  [
    'smart HTTP',
    async (served) => {
      const server = await startGitHttpServer(served);
      return { url: `http://127.0.0.1:${server.port}/catalog.git`, close: server.close };
    },
  ],
];

const skipped = shared === undefined;

describe.skipIf(skipped)(`the community catalog${skipped ? ' (skipped: no shared judging material)' : ''}`, () => {
  const served = createTestFolder();
  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, join(served.folder, 'catalog.git')]);
  });
  afterAll(() => served.remove());

  test('each version is its last content, as plain Git commands tell it', async () => {
    const data = createTestFolder();
    const repository = join(served.folder, 'catalog.git');
    const source = createGitSource({
      id: 'official/catalog',
      config: { type: 'git', url: repository },
      configFolder: served.folder,
      dataFolder: data.folder,
      environment: process.env,
      readSecret: async () => '',
    });
    const snapshot = await source.openSnapshot({
      adopted: undefined,
      known: undefined,
      signal: AbortSignal.timeout(60_000),
    });
    const found = snapshot.versions.map(({ name, version, content }) => [`${name}@${version}`, content.contentId]);
    await snapshot.close();
    data.remove();
    expect(Object.fromEntries(found)).toEqual(listLastTrees(repository));
  });

  describe.each(ways)('from %s', (_, start) => {
    const data = createTestFolder();
    const signal = AbortSignal.timeout(60_000);
    let snapshot: Snapshot;
    let close: () => Promise<void> = async () => undefined;

    beforeAll(async () => {
      const server = await start(served.folder);
      close = server.close;
      const source = createGitSource({
        id: 'official/catalog',
        config: { type: 'git', url: server.url },
        configFolder: served.folder,
        dataFolder: data.folder,
        environment: process.env,
        readSecret: async () => '',
      });
      snapshot = await source.openSnapshot({ adopted: undefined, known: undefined, signal });
      expect(await source.findRevision(signal)).toBe(snapshot.revision);
    });
    afterAll(async () => {
      await snapshot?.close();
      await close();
      data.remove();
    });

    test('every version of the history is there, as the reconstruction counts them', () => {
      const { versions } = snapshot;
      expect(snapshot.revision).toBe(tip);
      expect(snapshot.adopted).toBe(tip);
      expect(snapshot.findings).toEqual([]);
      expect(versions).toHaveLength(313);
      const names = groupByName(versions);
      expect(names.size).toBe(53);
      expect([...names.values()].filter((members) => members.length === 1)).toHaveLength(16);
      expect(versions.reduce((sum, { contents }) => sum + contents.length, 0)).toBe(577);
      expect(versions.filter(({ contents }) => contents.length > 1)).toHaveLength(87);
      expect(versions.filter(({ version }) => version.startsWith('v'))).toHaveLength(127);
      expect(versions.flatMap(({ refused }) => refused)).toEqual([]);
      expect(countBy(versions, ({ contents }) => String(contents.length))).toEqual({
        1: 226,
        2: 42,
        3: 23,
        4: 6,
        5: 4,
        6: 2,
        8: 1,
        9: 1,
        10: 1,
        11: 1,
        13: 2,
        17: 1,
        18: 1,
        20: 1,
        23: 1,
      });
      expect(countBy(versions, ({ published }) => published.slice(0, 4))).toEqual({
        2021: 16,
        2022: 184,
        2023: 99,
        2024: 6,
        2025: 2,
        2026: 6,
      });
    });

    test.each([
      ['velaux', 46],
      ['fluxcd', 38],
      ['vela-workflow', 24],
      ['terraform', 20],
      ['loki', 14],
      ['kruise-rollout', 11],
      ['cloudshell', 11],
      ['grafana', 10],
      ['prometheus-server', 8],
      ['keda', 2],
    ])('%s has %i versions', (name, count) => {
      expect(snapshot.versions.filter((version) => version.name === name)).toHaveLength(count);
    });

    test.each([
      ['velaux', '1.2.0', 'velaux', 23],
      ['fluxcd', '1.0.0', 'fluxcd', 20],
      ['terraform-alibaba', '1.0.0', 'terraform-alibaba', 18],
      ['example', '1.0.0', 'example', 17],
      ['fluxcd', '1.1.0', 'fluxcd', 10],
      ['Kubeflow Pipeline', '1.0.0', 'kubeflow-pipeline', 1],
      ['kubevela-io', 'latest', 'kubevela-io', 1],
    ])('%s %s stands in %s and had %i contents', (name, version, directory, count) => {
      const found = getVersion(snapshot.versions, name, version);
      expect(found.directory).toBe(directory);
      expect(found.contents).toHaveLength(count);
      expect(found.contents).toContainEqual(found.content);
    });

    test('dates are those of the commits', () => {
      const days = snapshot.versions.map(({ published }) => published).toSorted();
      expect(days[0]).toBe('2021-11-01T09:47:24.000Z');
      expect(getVersion(snapshot.versions, 'vela-workflow', 'v0.6.1').content.at.slice(0, 10)).toBe('2023-08-22');
    });

    test('all trees are read: 5 244 files of 21 549 987 bytes, without a finding', async () => {
      let files = 0;
      let bytes = 0;
      for (const version of snapshot.versions) {
        const { tree, findings } = await snapshot.readTree(version, signal);
        expect(findings).toEqual([]);
        files += tree.files.length;
        bytes += tree.files.reduce((sum, file) => sum + file.bytes.length, 0);
      }
      expect({ files, bytes }).toEqual({ files: 5_244, bytes: 21_549_987 });
    });
  });
});

/** The reconstruction rule, written down once more: the tree of the last commit at which a version was current. */
function listLastTrees(repository: string): Record<string, string> {
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', input, maxBuffer: 1024 ** 3 });
  const trees: Record<string, string> = {};
  for (const commit of git(['rev-list', '--first-parent', '--reverse', 'main']).trim().split('\n')) {
    for (const line of git(['ls-tree', '-d', `${commit}:addons`])
      .trim()
      .split('\n')) {
      const [, , tree = '', directory = ''] = line.split(/\s+/);
      const metadata = readOnce(`${tree}:metadata.yaml`, () => git(['show', `${tree}:metadata.yaml`]));
      const read = (key: string): string | undefined =>
        new RegExp(`^${key}: *(.*?) *$`, 'm').exec(metadata)?.[1]?.replace(/^["']|["']$/g, '');
      trees[`${read('name') ?? directory}@${read('version') ?? ''}`] = tree;
    }
  }
  return trees;
}

const texts = new Map<string, string>();

function readOnce(name: string, read: () => string): string {
  const text = texts.get(name) ?? read();
  texts.set(name, text);
  return text;
}

function getVersion(versions: readonly SourceVersion[], name: string, version: string): SourceVersion {
  const found = versions.find((candidate) => candidate.name === name && candidate.version === version);
  if (found === undefined) throw new Error(`${name} ${version} is missing`);
  return found;
}

function groupByName(versions: readonly SourceVersion[]): ReadonlyMap<string, readonly SourceVersion[]> {
  const groups = new Map<string, SourceVersion[]>();
  for (const version of versions) groups.set(version.name, [...(groups.get(version.name) ?? []), version]);
  return groups;
}

function countBy<T>(items: readonly T[], toKey: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[toKey(item)] = (counts[toKey(item)] ?? 0) + 1;
  return counts;
}
