import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createGitSource } from '../../registry/sources/git/create-git-source.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startGitDaemon, startGitHttpServer } from '../support/git-servers.ts';
import { describeSource, type SourceFixture } from './source-contract.ts';

interface Served {
  readonly url: string;
  /** Makes what was committed visible at the URL. */
  publish(): void;
  close(): Promise<void>;
}

type Serve = (repository: TestRepository) => Promise<Served>;

const serveNothing = { publish: () => undefined, close: async () => undefined };

const ways: Readonly<Record<string, Serve>> = {
  'git, a path': async ({ folder }) => ({ ...serveNothing, url: folder }),
  'git, a file URL': async ({ folder }) => ({ ...serveNothing, url: `file://${folder}` }),
  'git, a bundle': async (repository) => {
    const bundle = join(repository.folder, '.git', 'addons.bundle');
    return {
      ...serveNothing,
      url: bundle,
      publish() {
        rmSync(bundle, { force: true });
        repository.git('bundle', 'create', '--quiet', bundle, 'main');
      },
    };
  },
  'git, git daemon': async ({ folder }) => {
    const server = await startGitDaemon(dirname(folder));
    return {
      ...serveNothing,
      url: `git://127.0.0.1:${server.port}/${folder.slice(dirname(folder).length + 1)}`,
      close: server.close,
    };
  },
  'git, smart HTTP': async ({ folder }) => {
    const server = await startGitHttpServer(dirname(folder));
    return {
      ...serveNothing,
      url: `http://127.0.0.1:${server.port}/${folder.slice(dirname(folder).length + 1)}/.git`,
      close: server.close,
    };
  },
};

async function createFixture(serve: Serve, prefix: string): Promise<SourceFixture> {
  const repository = createTestRepository();
  const data = createTestFolder();
  const served = await serve(repository);
  return {
    source: createGitSource({
      id: 'team/addons',
      config: { type: 'git', url: served.url, ...(prefix === '' ? { path: '.' } : {}) },
      configFolder: data.folder,
      dataFolder: data.folder,
      environment: process.env,
      readSecret: async () => '',
    }),
    async change(files) {
      repository.commit(Object.fromEntries(Object.entries(files).map(([path, file]) => [`${prefix}${path}`, file])));
      served.publish();
    },
    async remove() {
      await served.close();
      repository.remove();
      data.remove();
    },
  };
}

for (const [title, serve] of Object.entries(ways)) describeSource(title, () => createFixture(serve, 'addons/'));

describeSource('git, the root of a repository', () =>
  createFixture(async ({ folder }) => ({ ...serveNothing, url: folder }), ''),
);

describeSource('git, objects named by sha256', async () => {
  const repository = createTestRepository({ objectFormat: 'sha256' });
  const data = createTestFolder();
  return {
    source: createGitSource({
      id: 'team/addons',
      config: { type: 'git', url: repository.folder },
      configFolder: data.folder,
      dataFolder: data.folder,
      environment: process.env,
      readSecret: async () => '',
    }),
    async change(files) {
      repository.commit(Object.fromEntries(Object.entries(files).map(([path, file]) => [`addons/${path}`, file])));
    },
    async remove() {
      repository.remove();
      data.remove();
    },
  };
});
