import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBundles } from './bundles.ts';
import { type Child, startChild } from './child.ts';
import { cloneCorpus } from './corpus.ts';
import { measureEngines } from './engines.ts';
import { measureForms } from './form.ts';
import { compareLoad } from './load.ts';
import { measureLocks } from './locks.ts';
import { measurePages } from './pages.ts';
import { measurePlans } from './plan.ts';
import { measureResolving } from './resolve.ts';
import type { Row } from './row.ts';
import { measureSearch } from './search.ts';

/** Prints the figures of docs/PERFORMANCE.md, each beside its baseline of the same run and the least that is wanted. Needs `npm run build` and the corpus. */

const folder = mkdtempSync(join(tmpdir(), 'chandlery-bench-'));
const rows: Row[] = [];
try {
  const corpus = cloneCorpus(folder);
  const serve = ['dist/cli/main.js', 'serve', '--port', '0', '--config', corpus.config, '--data', join(folder, 'data')];
  await measureFirstIndex(serve);
  const server = await startAgain(serve);
  await measureMemory(server);
  await measureLoads(server);
  rows.push(...(await measurePlans(server.url)));
  rows.push(...(await measureBundles(server.url)));
  rows.push(...(await measureForms(server.url)));
  await measureSync(server, corpus.repository);
  await measureNewCommits(server, corpus.bump);
  await server.stop();
  rows.push(...(await measurePages(folder)));
  rows.push(await measureLocks(folder));
  rows.push(...(await measureEngines()));
  rows.push(...measureResolving());
  rows.push(...measureSearch(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report();

async function measureFirstIndex(serve: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  const server = await startChild(serve);
  const versions = await waitUntil(async () => {
    const { items } = await getJson(`${server.url}/api/v1/catalogs`);
    return items[0].sources[0].state === 'ok' && !items[0].sources[0].running ? items[0].counts.versions : undefined;
  });
  rows.push({
    work: `first full index (${versions} versions)`,
    ours: seconds(performance.now() - startedAt),
    baseline: '-',
    result: (performance.now() - startedAt) / 1000,
    unit: 's',
    wanted: 15,
  });
  await waitUntil(async () => {
    const { items } = await getJson(`${server.url}/api/v1/catalogs`);
    const { done, total } = items[0].evaluation;
    return done === total ? true : undefined;
  });
  const evaluatedMs = performance.now() - startedAt;
  rows.push({
    work: 'the same, evaluated with three engines',
    ours: seconds(evaluatedMs),
    baseline: '-',
    result: evaluatedMs / 1000,
    unit: 's',
    wanted: 60,
  });
  await server.stop();
}

async function startAgain(serve: readonly string[]): Promise<Child> {
  const bare = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  const bareMs = performance.now() - bare;
  const startedAt = performance.now();
  const server = await startChild(serve);
  const response = await fetch(`${server.url}/c/official/index.yaml`);
  await response.body?.getReader().read();
  const tookMs = performance.now() - startedAt;
  rows.push({
    work: 'process start to first index byte',
    ours: seconds(tookMs),
    baseline: `${seconds(bareMs)} (node -e 0)`,
    result: tookMs / 1000,
    unit: 's',
    wanted: 1,
  });
  return server;
}

async function measureMemory(server: Child): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const rss = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))?.[1];
  rows.push({
    work: 'memory, idle, whole corpus',
    ours: `${(Number(rss) / 1024).toFixed(0)} MB`,
    baseline: '-',
    result: Number(rss) / 1024,
    unit: 'MB',
    wanted: 200,
  });
}

async function measureLoads(server: Child): Promise<void> {
  const index = `${server.url}/c/official/index.yaml`;
  const { versions } = await getJson(`${server.url}/api/v1/catalogs/official/addons/fluxcd`);
  await measureLoad({ work: 'index.yaml, gzip, 32 connections', url: index, gzip: true, known: false, wanted: 0.85 });
  await measureLoad({ work: 'the same with If-None-Match', url: index, gzip: true, known: true, wanted: 0.85 });
  await measureLoad({ work: 'archive by name', url: versions[0].url, gzip: false, known: false, wanted: 0.5 });
}

interface LoadCase {
  readonly work: string;
  readonly url: string;
  readonly gzip: boolean;
  readonly known: boolean;
  readonly wanted: number;
}

async function measureLoad({ work, url, gzip, known, wanted }: LoadCase): Promise<void> {
  const accept = gzip ? 'gzip' : 'identity';
  const sample = await rawBody(url, accept);
  const path = join(folder, 'body');
  writeFileSync(path, sample.body);
  const raw = await startChild(['test/bench/raw-server.mjs', path, JSON.stringify(sample.headers)]);
  const headers = { 'accept-encoding': accept, ...(known ? { 'if-none-match': sample.headers['etag'] ?? '' } : {}) };
  const expectedStatus = known ? 304 : 200;
  const { ours, baseline, ratio } = await compareLoad(
    { url, headers, expectedStatus },
    { url: raw.url, headers, expectedStatus },
  );
  await raw.stop();
  rows.push({
    work,
    ours: `${ours.toFixed(0)}/s`,
    baseline: `${baseline.toFixed(0)}/s (raw node:http)`,
    result: ratio,
    unit: 'ratio',
    wanted,
  });
}

async function rawBody(url: string, accept: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': accept } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const kept = [
          'content-type',
          'content-length',
          'content-encoding',
          'etag',
          'cache-control',
          'vary',
          'last-modified',
          'x-content-type-options',
        ];
        const headers = kept.flatMap((name) => {
          const value = response.headers[name];
          return typeof value === 'string' ? [[name, value]] : [];
        });
        resolve({ body: Buffer.concat(chunks), headers: Object.fromEntries(headers) });
      });
    }).on('error', reject);
  });
}

async function measureSync(server: Child, repository: string): Promise<void> {
  const lsRemote = performance.now();
  execFileSync('git', ['ls-remote', repository, 'refs/heads/main']);
  const lsRemoteMs = performance.now() - lsRemote;
  const tookMs = await sync(server);
  rows.push({
    work: 'sync with nothing new',
    ours: seconds(tookMs),
    baseline: `${seconds(lsRemoteMs)} (git ls-remote)`,
    result: tookMs / 1000,
    unit: 's',
    wanted: 1,
  });
}

/** The first commit after a start finds nothing remembered of the history and code that was never run; later ones are the daily case. */
async function measureNewCommits(server: Child, bump: (addon: string) => string): Promise<void> {
  for (const when of ['first after a start', 'later']) {
    const version = bump('fluxcd');
    const startedAt = performance.now();
    await sync(server);
    await waitUntil(async () => {
      const text = await (await fetch(`${server.url}/c/official/index.yaml`)).text();
      return text.includes(`version: "${version}"`) ? true : undefined;
    });
    const tookMs = performance.now() - startedAt;
    rows.push({
      work: `a new commit that touches one addon, to visible (${when})`,
      ours: seconds(tookMs),
      baseline: '-',
      result: tookMs / 1000,
      unit: 's',
      wanted: 1,
    });
  }
}

async function sync(server: Child): Promise<number> {
  const startedAt = performance.now();
  const { token } = JSON.parse(readFileSync(join(folder, 'data', 'server.json'), 'utf8'));
  const response = await fetch(`${server.url}/api/v1/sources/official/catalog/sync`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`sync answered ${response.status}: ${await response.text()}`);
  await response.text();
  return performance.now() - startedAt;
}

async function getJson(url: string) {
  const response = await fetch(url);
  return response.json();
}

async function waitUntil<Value>(probe: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    const value = await probe();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('waited two minutes in vain');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function report(): void {
  console.log('| work | ours | baseline | result | wanted |\n|---|---|---|---|---|');
  for (const { work, ours, baseline, result, unit, wanted } of rows) {
    const good = wanted === undefined || (unit === 'ratio' ? result >= wanted : result <= wanted);
    const bound =
      wanted === undefined ? '-' : `${unit === 'ratio' ? '≥' : '≤'} ${wanted}${unit === 'ratio' ? '' : ` ${unit}`}`;
    const figure = result.toFixed(unit === 's' && result < 0.1 ? 4 : 2);
    console.log(`| ${work} | ${ours} | ${baseline} | ${figure}${good ? '' : ' **missed**'} | ${bound} |`);
    if (!good) process.exitCode = 1;
  }
}
