import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readServerNote } from '../../registry/storage/data-folder.ts';
import type { Catalog, SourceState } from '../../schemas/rest.ts';
import { loadSettings } from '../../server/config/load-settings.ts';
import { findPackageRoot } from '../../server/config/package-root.ts';
import { startServer } from '../../server/start-server.ts';

/** A whole server in this process, on a free port of the loopback interface. */
export interface TestServer {
  readonly url: string;
  /** What it printed for whoever started it. */
  readonly lines: readonly string[];
  /** Waits until every source was tried and none is running; returns their states. */
  settled(): Promise<readonly SourceState[]>;
  /** Waits until release lines have judged every version of a catalog. */
  evaluated(catalog: string): Promise<void>;
  /** Reads a source now, as the command line of this machine does. */
  sync(source: string): Promise<Response>;
  getText(path: string): Promise<string>;
  close(): Promise<void>;
}

export interface StartTestServerOptions {
  /** Text of chandlery.yaml. */
  readonly config: string;
  /** Holds the configuration and the data; what is there stays. */
  readonly folder: string;
  /** Icons are fetched as the configuration says; without it from nowhere. */
  readonly fetchesIcons?: true;
}

/** Starts the server as `chandlery serve` does, with the level of its log turned down. */
export async function startTestServer({ config, folder, fetchesIcons }: StartTestServerOptions): Promise<TestServer> {
  const configPath = join(folder, 'chandlery.yaml');
  writeFileSync(configPath, config);
  const { settings: loaded } = await loadSettings({
    flags: { config: configPath, port: '0', data: join(folder, 'data') },
    environment: { CHANDLERY_LOG_LEVEL: 'silent' },
    workingFolder: folder,
    packageRoot: findPackageRoot(),
    interactive: false,
  });
  const settings = fetchesIcons ? loaded : { ...loaded, icons: { ...loaded.icons, enabled: false } };
  const lines: string[] = [];
  const server = await startServer({ settings, print: (line) => lines.push(line) });

  async function listSources(): Promise<readonly SourceState[]> {
    const response = await fetch(`${server.url}/api/v1/sources`);
    const { items }: { items: readonly SourceState[] } = await response.json();
    return items;
  }

  return {
    url: server.url,
    lines,
    async settled() {
      for (;;) {
        const states = await listSources();
        if (states.every((state) => state.state !== 'pending' && !state.running)) return states;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async evaluated(catalog) {
      for (;;) {
        const response = await fetch(`${server.url}/api/v1/catalogs/${catalog}`);
        const { evaluation }: Catalog = await response.json();
        if (evaluation.total > 0 && evaluation.done === evaluation.total) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async sync(source) {
      const note = await readServerNote(join(folder, 'data'));
      return fetch(`${server.url}/api/v1/sources/${source}/sync`, {
        method: 'POST',
        headers: { authorization: `Bearer ${note?.token}` },
      });
    },
    getText: async (path) => (await fetch(`${server.url}${path}`)).text(),
    close: () => server.close(),
  };
}
