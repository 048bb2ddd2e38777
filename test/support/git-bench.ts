import { createGitSource, type GitSourceLimits } from '../../registry/sources/git/create-git-source.ts';
import type { OpenSnapshotOptions, Snapshot, Source, SourceVersion } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createTestFolder, createTestRepository, type TestRepository } from './git-repository.ts';
import type { TestServer } from './git-servers.ts';

/** Longer than any test of sources may last. */
export const testSignal = AbortSignal.timeout(600_000);

/** Makes repositories, folders and sources, and takes all of them away again. */
export interface GitBench {
  createRepository(): TestRepository;
  /** One that holds addon `a` 1.0.0. */
  createAddonRepository(): TestRepository;
  createFolder(): string;
  /** A secret that is referred to by `{ env: X }` is X. */
  follow(url: string, options?: FollowOptions): Source;
  open(source: Source, request?: Partial<OpenSnapshotOptions>): Promise<Snapshot>;
  /** Opens a source for a moment and lists `name@version`. */
  listVersions(source: Source): Promise<string[]>;
  /** Closes a server at the end. */
  serve<T extends TestServer>(starting: Promise<T>): Promise<T>;
  clear(): Promise<void>;
}

export interface FollowOptions {
  readonly config?: Partial<GitSourceConfig>;
  readonly limits?: Partial<GitSourceLimits>;
  readonly dataFolder?: string;
  readonly configFolder?: string;
  /** Search path of programs. */
  readonly path?: string;
}

/** Makes a bench; call `clear` after each test. */
export function createGitBench(): GitBench {
  const cleanups: (() => unknown)[] = [];
  const bench: GitBench = {
    createRepository() {
      const repository = createTestRepository();
      cleanups.push(repository.remove);
      return repository;
    },
    createAddonRepository() {
      const repository = bench.createRepository();
      repository.commit({ 'addons/a/metadata.yaml': toMetadata('1.0.0') });
      return repository;
    },
    createFolder() {
      const folder = createTestFolder();
      cleanups.push(folder.remove);
      return folder.folder;
    },
    follow(url, { config, limits, dataFolder, configFolder, path } = {}) {
      return createGitSource({
        id: 'team/addons',
        config: { type: 'git', url, ...config },
        configFolder: configFolder ?? '/',
        dataFolder: dataFolder ?? bench.createFolder(),
        environment: path === undefined ? process.env : { ...process.env, PATH: path },
        readSecret: async (reference) => ('env' in reference ? reference.env : ''),
        ...(limits === undefined ? {} : { limits }),
      });
    },
    async open(source, request) {
      const snapshot = await source.openSnapshot({
        adopted: undefined,
        known: undefined,
        signal: testSignal,
        ...request,
      });
      cleanups.push(() => snapshot.close());
      return snapshot;
    },
    async listVersions(source) {
      return (await bench.open(source)).versions.map(({ name, version }) => `${name}@${version}`);
    },
    async serve(starting) {
      const server = await starting;
      cleanups.push(server.close);
      return server;
    },
    async clear() {
      for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
    },
  };
  return bench;
}

/** The text of a metadata.yaml. */
export function toMetadata(version: string, name = 'a'): string {
  return `name: ${name}\nversion: ${version}\n`;
}

/** Reads what each version is served with, as `path=text|path=text` by `name@version`. */
export async function readContents(snapshot: Snapshot): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const version of snapshot.versions) {
    const { tree } = await snapshot.readTree(version, testSignal);
    const files = tree.files.map(({ path, bytes }) => `${path}=${Buffer.from(bytes).toString('utf8')}`);
    contents[`${version.name}@${version.version}`] = files.join('|');
  }
  return contents;
}

/** Finds a version that must be there. */
export function getSourceVersion(snapshot: Snapshot, name: string, version?: string): SourceVersion {
  const found = snapshot.versions.find(
    (candidate) => candidate.name === name && (version === undefined || candidate.version === version),
  );
  if (found === undefined) throw new Error(`${name} ${version ?? ''} is missing`);
  return found;
}

/** The rules of a snapshot's findings, in order. */
export function listRules(snapshot: Snapshot): string[] {
  return snapshot.findings.map(({ rule }) => rule);
}
