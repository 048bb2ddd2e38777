import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestFolder, createTestRepository } from './git-repository.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Addons to pin: `dex` v0.6.5 and 0.7.0 and `grafana` 1.0.0 and 1.1.0 of the catalog `team`, and `web` 1.0.0 of the mutable `own`. */
export interface LockFixture {
  readonly folder: string;
  /** Starts a server on the folder; what an earlier one kept is still there. */
  startServer(): Promise<TestServer>;
  /** Writes `web` anew, with this description. */
  writeWeb(description: string): void;
  remove(): void;
}

const template = 'package main\noutput: {}\n';
const dexMetadata = (version: string) => `name: dex\nversion: ${version}\ndescription: logs people in\n`;
const grafanaMetadata = (version: string, dex: string) =>
  `name: grafana\nversion: ${version}\ndescription: "draws: curves"\ntags: [metrics]\nsystem:\n  vela: ">=v1.9.0"\ndependencies:\n  - name: dex\n    version: "${dex}"\n`;

/** Makes the sources. `grafana` 1.0.0 takes any `dex` from 0.6 on, 1.1.0 only one before 0.7. */
export function createLockFixture(): LockFixture {
  const { folder, remove } = createTestFolder();
  const repository = createTestRepository();
  repository.commit({
    'addons/dex/metadata.yaml': dexMetadata('v0.6.5'),
    'addons/dex/template.cue': template,
    'addons/grafana/metadata.yaml': grafanaMetadata('1.0.0', '>=0.6'),
    'addons/grafana/template.cue': template,
  });
  repository.commit({ 'addons/dex/metadata.yaml': dexMetadata('0.7.0') });
  repository.commit({ 'addons/grafana/metadata.yaml': grafanaMetadata('1.1.0', '<0.7') });

  function writeWeb(description: string): void {
    const path = join(folder, 'own', 'web');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'metadata.yaml'), `name: web\nversion: 1.0.0\ndescription: ${description}\n`);
    writeFileSync(join(path, 'template.cue'), template);
  }

  writeWeb('the first');
  return {
    folder,
    async startServer() {
      const git = `{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }`;
      const server = await startTestServer({
        folder,
        config: `catalogs:\n  - name: team\n    sources: [${git}]\n  - name: own\n    sources: [{ type: local, name: web, path: ./own, every: 1h }]\n`,
      });
      await server.settled();
      return server;
    },
    writeWeb,
    remove() {
      repository.remove();
      remove();
    },
  };
}
