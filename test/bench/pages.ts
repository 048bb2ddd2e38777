import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { type Child, startChild } from './child.ts';
import { cloneCorpus } from './corpus.ts';
import { writeMadeUpAddons } from './page-catalog.ts';
import { measurePageLab } from './page-lab.ts';
import type { Row } from './row.ts';

const madeUpAddons = 400;
const rounds = 5;
const flux = '/addons/official/fluxcd';

/** One address of every kind; `{addon}` stands for one addon after the other. */
const kinds = [
  '/',
  '/addons',
  '/addons?q=flux',
  '/addons?tag=gitops',
  '/addons/{addon}',
  ...['parameters', 'definitions', 'effects', 'dependencies', 'versions', 'findings', 'files', 'metadata'].map(
    (tab) => `/addons/{addon}/v/latest/${tab}`,
  ),
  `${flux}/v/latest/files/metadata.yaml`,
  '/definitions',
  '/definitions/component/helm',
  '/plan',
  '/sources',
  '/rules',
  '/use',
] as const;

const addons = ['official/fluxcd', 'official/cert-manager', 'official/velaux', 'made-up/made-up-7'];

/** Measures pages over the corpus and 400 made-up addons: time, rate, size, freshness, and a slow machine's first picture. */
export async function measurePages(folder: string): Promise<readonly Row[]> {
  const own = join(folder, 'pages');
  mkdirSync(own, { recursive: true });
  const corpus = cloneCorpus(own);
  writeMadeUpAddons(join(own, 'made-up'), madeUpAddons);
  const source = `{ type: local, path: ${JSON.stringify(join(own, 'made-up'))} }`;
  writeFileSync(corpus.config, `${readFileSync(corpus.config, 'utf8')}  - { name: made-up, sources: [${source}] }\n`);
  const data = join(own, 'data');
  const server = await startChild([
    'dist/cli/main.js',
    'serve',
    '--port',
    '0',
    '--config',
    corpus.config,
    '--data',
    data,
  ]);
  try {
    await settle(server);
    const rows = [...(await measureTimes(server)), ...(await measureRates(server)), ...(await measureSizes(server))];
    rows.push(...(await measurePageLab(server.url)));
    rows.push(await measureFreshness(server, { data, bump: corpus.bump }));
    return rows;
  } finally {
    await server.stop();
  }
}

function listAddresses(): readonly string[] {
  return kinds.flatMap((kind) =>
    kind.includes('{addon}') ? addons.map((addon) => kind.replace('{addon}', addon)) : [kind],
  );
}

/** Every page is drawn anew each time: a query that means nothing keeps it out of the cache. */
function toFresh(path: string, round: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}round=${round}`;
}

async function measureTimes(server: Child): Promise<readonly Row[]> {
  const took: { path: string; ms: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const path of listAddresses()) {
      const startedAt = performance.now();
      const response = await fetch(`${server.url}${toFresh(path, round)}`);
      await response.arrayBuffer();
      // The first round reads what the later ones find in memory.
      if (round > 0 && response.ok) took.push({ path, ms: performance.now() - startedAt });
    }
  }
  took.sort((left, right) => left.ms - right.ms);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? { path: '', ms: 0 };
  const slow = at(0.99);
  return [
    {
      work: `any page drawn, warm, corpus + ${madeUpAddons} addons, over HTTP (${took.length} requests)`,
      ours: `p50 ${at(0.5).ms.toFixed(1)} ms, p99 ${slow.ms.toFixed(1)} ms (${slow.path})`,
      baseline: '-',
      result: slow.ms / 1000,
      unit: 's',
      wanted: 0.02,
    },
  ];
}

async function measureRates(server: Child): Promise<readonly Row[]> {
  const rate = async (requests: { path: string }[]) => {
    const result = await autocannon({ url: server.url, connections: 16, duration: 4, requests });
    if (result.non2xx > 0 || result.errors > 0) throw new Error('a page was not answered');
    return result.requests.average;
  };
  // More addresses than the cache of pages holds: it never has the one that is asked for.
  const many = Array.from({ length: 4_000 }, (_, index) => ({ path: `/addons?round=${index}-${Date.now()}` }));
  const drawn = await rate(many);
  const kept = await rate([{ path: '/addons' }]);
  return [
    toRate('list page, drawn anew', { found: drawn, wanted: 300 }),
    toRate('list page, from the cache of pages', { found: kept, wanted: 3_000 }),
  ];
}

function toRate(work: string, { found, wanted }: { found: number; wanted: number }): Row {
  return {
    work: `${work}, pages/s of one process`,
    ours: `${found.toFixed(0)}/s`,
    baseline: `${wanted}/s wanted`,
    result: found / wanted,
    unit: 'ratio',
    wanted: 1,
  };
}

async function measureSizes(server: Child): Promise<readonly Row[]> {
  const sizes = {
    html: { path: '', kB: 0 },
    script: { path: '', kB: 0 },
    form: { path: '', kB: 0 },
    style: { path: '', kB: 0 },
  };
  const keep = (kind: keyof typeof sizes, path: string, kB: number) => {
    if (kB > sizes[kind].kB) sizes[kind] = { path, kB };
  };
  for (const path of listAddresses()) {
    const html = await (await fetch(`${server.url}${path}`)).text();
    keep('html', path, zippedKilobytes(html));
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = '']) => src);
    keep(path.includes('parameters') ? 'form' : 'script', path, await weigh(server, scripts));
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
    keep('style', path, await weigh(server, styles));
  }
  const wanted = { html: 40, script: 15, form: 60, style: 20 };
  const names = { html: 'HTML', script: 'scripts of a plain page', form: 'scripts with the form', style: 'style' };
  return (['html', 'script', 'form', 'style'] as const).map((kind) => ({
    work: `largest ${names[kind]}, gzip`,
    ours: `${sizes[kind].kB.toFixed(1)} kB (${sizes[kind].path})`,
    baseline: '-',
    result: sizes[kind].kB / 1000,
    unit: 'MB',
    wanted: wanted[kind] / 1000,
  }));
}

async function weigh(server: Child, paths: readonly string[]): Promise<number> {
  let total = 0;
  for (const path of paths) total += zippedKilobytes(await (await fetch(new URL(path, server.url))).text());
  return total;
}

function zippedKilobytes(text: string): number {
  return gzipSync(text).length / 1000;
}

/** The page that is asked for as soon as the source was read shows the new version, though the old page was kept. */
async function measureFreshness(
  server: Child,
  { data, bump }: { data: string; bump: (addon: string) => string },
): Promise<Row> {
  await (await fetch(`${server.url}${flux}`)).text();
  const version = bump('fluxcd');
  const { token } = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
  const headers = { authorization: `Bearer ${token}` };
  await (await fetch(`${server.url}/api/v1/sources/official/catalog/sync`, { method: 'POST', headers })).text();
  const html = await (await fetch(`${server.url}${flux}`)).text();
  const shows = html.includes(version);
  return {
    work: 'a new version is on the page of its addon at the next request',
    ours: shows ? 'yes' : 'no',
    baseline: '-',
    result: shows ? 1 : 0,
    unit: 'ratio',
    wanted: 1,
  };
}

async function settle(server: Child): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (performance.now() < deadline) {
    const response = await fetch(`${server.url}/api/v1/catalogs`);
    const { items } = await response.json();
    const isSettled = items.every(
      ({ sources, evaluation }: { sources: { state: string }[]; evaluation: { done: number; total: number } }) =>
        sources.every(({ state }) => state === 'ok') && evaluation.total > 0 && evaluation.done === evaluation.total,
    );
    if (isSettled) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the catalogs were not evaluated within ten minutes');
}
