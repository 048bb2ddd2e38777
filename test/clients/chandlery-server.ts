import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Lock } from '../../schemas/lock.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import type { AddonDetail, AddonPage, Catalog, VersionDetail } from '../../schemas/rest.ts';
import { waitFor } from './wait-for.ts';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The token of the administrator of every server that is judged. */
export const adminToken = 'of-the-judges';

/** A running Chandlery, started as a user starts it, with a data folder of its own. */
export interface ChandleryServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** The endpoint that clients register. */
  registryUrl(catalog: string): string;
  getCatalog(catalog: string): Promise<Catalog>;
  /** Waits until every version of a catalog was judged on every release line. */
  waitUntilEvaluated(catalog: string): Promise<void>;
  /** Every addon name of a catalog, over all pages of the list. */
  listAddonNames(catalog: string): Promise<string[]>;
  getAddon(catalog: string, addon: string): Promise<AddonDetail>;
  getVersion(catalog: string, addon: string, version: string): Promise<VersionDetail>;
  /** Decides a set and keeps it; undefined when nothing fits. */
  findLock(request: ResolveRequest): Promise<Lock | undefined>;
  /** A write that only the administrator may do; throws when it is not done. */
  administer(path: readonly string[], body: Readonly<Record<string, unknown>>): Promise<void>;
  /** Stops it with SIGTERM; throws when it does not end well within the 10 seconds it is allowed. */
  close(): Promise<void>;
}

/** A source of a catalog as chandlery.yaml names it. */
export type SourceSetting = Readonly<Record<string, string | boolean>>;

/** Starts Chandlery with these catalogs and waits until every source was read. */
export async function openChandlery(catalogs: Readonly<Record<string, SourceSetting>>): Promise<ChandleryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-judged-'));
  const config = join(folder, 'chandlery.yaml');
  const entries = Object.entries(catalogs).map(([name, source]) => ({ name, sources: [source] }));
  const admin = { token: { env: 'JUDGE_TOKEN' } };
  writeFileSync(config, stringify({ catalogs: entries, admin }));
  const child = spawn(
    process.execPath,
    [program, 'serve', '--host', '127.0.0.1', '--port', '0', '--data', join(folder, 'data'), '--config', config],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, JUDGE_TOKEN: adminToken } },
  );
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = await waitFor('the address of the server', 30_000, () => {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said.join('')}`);
    return /http:\/\/127\.0\.0\.1:\d+/.exec(said.join(''))?.[0];
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const server: ChandleryServer = {
    url,
    registryUrl: (catalog) => `${url}/c/${encodeURIComponent(catalog)}`,
    getCatalog: (catalog) => getJson(url, ['catalogs', catalog]),
    waitUntilEvaluated: async (catalog) => {
      await waitFor(`the evaluation of ${catalog}`, 150_000, async () => {
        const { evaluation } = await server.getCatalog(catalog);
        return evaluation.done < evaluation.total ? undefined : true;
      });
    },
    listAddonNames: (catalog) => listAddonNames(url, catalog),
    getAddon: (catalog, addon) => getJson(url, ['catalogs', catalog, 'addons', addon]),
    getVersion: (catalog, addon, version) => getJson(url, ['catalogs', catalog, 'addons', addon, 'versions', version]),
    findLock: async (request) => {
      const answer = await post(url, ['locks'], request);
      if (answer.status === 422) return undefined;
      if (!answer.ok) throw new Error(`POST /locks: ${answer.status} ${await answer.text()}`);
      // As with all answers, its shape is proved elsewhere.
      return (await answer.json()) as Lock;
    },
    administer: async (path, body) => {
      const answer = await post(url, path, body);
      if (!answer.ok) throw new Error(`POST ${path.join('/')}: ${answer.status} ${await answer.text()}`);
    },
    close: async () => {
      await endProcess(child, said);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await waitFor('every source to be read', 150_000, async () => {
    for (const name of Object.keys(catalogs)) {
      const { sources } = await server.getCatalog(name);
      const failed = sources.find((source) => source.state === 'unreachable');
      if (failed !== undefined) throw new Error(`${failed.id} is unreachable: ${failed.message}`);
      if (sources.length === 0 || sources.some((source) => source.running || source.state !== 'ok')) return undefined;
    }
    return true;
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return server;
}

async function listAddonNames(url: string, catalog: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ catalog, ...(cursor === undefined ? {} : { cursor }) });
    const page: AddonPage = await getJson(url, ['addons'], `?${query}`);
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  } while (cursor !== undefined);
  return names;
}

async function getJson<Answer>(url: string, segments: readonly string[], query = ''): Promise<Answer> {
  const path = `/api/v1/${segments.map(encodeURIComponent).join('/')}${query}`;
  const response = await fetch(url + path, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
  // The server validates its answers against schemas/rest.ts in its own tests; here the client is the judge.
  return (await response.json()) as Answer;
}

function post(url: string, segments: readonly string[], body: unknown): Promise<Response> {
  return fetch(`${url}/api/v1/${segments.map(encodeURIComponent).join('/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
}

async function endProcess(child: ChildProcess, said: readonly string[]): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  const code = await ended;
  clearTimeout(late);
  if (code !== 0) throw new Error(`the server ended with ${code} on SIGTERM:\n${said.slice(-20).join('')}`);
}
