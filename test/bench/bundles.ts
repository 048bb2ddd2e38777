import type { Row } from './row.ts';

const rounds = 40;

/** Measures bundles over HTTP: the first of an addon, the same with parameters never seen before, and the same again. */
export async function measureBundles(url: string): Promise<readonly Row[]> {
  return [...(await measureBundle(url, 'cert-manager', 0.008)), ...(await measureBundle(url, 'fluxcd', undefined))];
}

/** `wantedWarm` in seconds; undefined where native CUE itself takes longer than any target for one addon. */
async function measureBundle(url: string, addon: string, wantedWarm: number | undefined): Promise<readonly Row[]> {
  const bundle = `${url}/c/official/addons/${addon}/latest/bundle.yaml`;
  const first = await measureAnswer(`${bundle}?set=bench=0`);
  const warm: number[] = [];
  // An unknown argument is fine for every addon and makes the context, and so every question, a new one.
  for (let round = 1; round <= rounds; round += 1) warm.push(await measureAnswer(`${bundle}?set=bench=${round}`));
  const cached: number[] = [];
  for (let round = 1; round <= rounds; round += 1) cached.push(await measureAnswer(`${bundle}?set=bench=${rounds}`));
  return [
    toRow(`bundle of ${addon}, first after a start`, first, undefined),
    toRow(`bundle of ${addon}, warm, parameters never seen`, median(warm), wantedWarm),
    toRow(`bundle of ${addon}, the same again`, median(cached), 0.001),
  ];
}

async function measureAnswer(url: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function toRow(work: string, tookMs: number, wanted: number | undefined): Row {
  const result = tookMs / 1_000;
  return { work, ours: `${tookMs.toFixed(1)} ms`, baseline: '-', result, unit: 's', wanted };
}
