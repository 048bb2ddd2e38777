import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../schemas/rest.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';

const versions = 80;
const place = createTestFolder();
let repository: TestRepository;

beforeAll(() => {
  repository = createTestRepository();
  // Long enough to be in the middle of it when the kill comes.
  const filler = Array.from({ length: 4_000 }, (_, index) => `field${index}: "${(index * 7919) % 10_007}"`).join('\n');
  for (let minor = 0; minor < versions; minor += 1) {
    repository.commit({
      'addons/web/metadata.yaml': `name: web\nversion: 1.${minor}.0\ndescription: a web server\n`,
      'addons/web/resources/filler.cue': `package main\nrelease: ${minor}\n${filler}\n`,
    });
  }
  writeFileSync(
    join(place.folder, 'chandlery.yaml'),
    // One engine: evaluation goes on beside everything that is looked at here.
    `engines: ["1.10"]\ncatalogs:\n  - name: team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]\n`,
  );
}, 60_000);

afterAll(() => {
  repository.remove();
  place.remove();
});

interface Served {
  readonly process: ChildProcess;
  readonly url: string;
}

async function serve(data: string): Promise<Served> {
  const args = [
    '--import',
    'tsx',
    'cli/main.ts',
    'serve',
    '--port',
    '0',
    '--config',
    join(place.folder, 'chandlery.yaml'),
  ];
  const child = spawn(process.execPath, [...args, '--data', join(place.folder, data)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[^\s/]+/.exec(line)?.[0];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error('the server ended before it served');
}

async function readCatalog({ url }: Served): Promise<Catalog> {
  return (await fetch(`${url}/api/v1/catalogs/team`)).json();
}

async function waitFor(served: Served, enough: (catalog: Catalog) => boolean): Promise<number> {
  for (;;) {
    const catalog = await readCatalog(served);
    if (enough(catalog)) return catalog.counts.versions;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const settled = ({ sources }: Catalog) => sources.every(({ state, running }) => state === 'ok' && !running);

async function stop(served: Served, signal: NodeJS.Signals): Promise<number | null> {
  served.process.kill(signal);
  const [code] = await once(served.process, 'exit');
  return code;
}

test('a server killed in the middle of its first index is complete and consistent after the next start', async () => {
  const killed = await serve('killed');
  const before = await waitFor(killed, ({ counts }) => counts.versions > 0);
  await stop(killed, 'SIGKILL');
  expect(before).toBeLessThan(versions);

  const restarted = await serve('killed');
  await waitFor(restarted, settled);
  const untouched = await serve('untouched');
  await waitFor(untouched, settled);
  const indexOf = async ({ url }: Served) => (await fetch(`${url}/c/team/index.yaml`)).text();
  const index = await indexOf(restarted);
  expect(index.match(/^ {4}digest: /gm)).toHaveLength(versions);
  expect(index).toBe(await indexOf(untouched));
  for (const [, name] of index.matchAll(/urls: \["([^"]+)"\]/g)) {
    expect((await fetch(`${restarted.url}/c/team/${name}`)).status).toBe(200);
  }
  expect(await stop(restarted, 'SIGTERM')).toBe(0);
  expect(await stop(untouched, 'SIGTERM')).toBe(0);
}, 240_000);
