import type { Row } from './row.ts';

const rounds = 3;
const cluster = { vela: '1.10.9', kubernetes: '1.29.3' };

/** Measures plans over HTTP for every addon of the corpus, beside what `vela` downloads to decide the same: the index twice for each addon. */
export async function measurePlans(url: string): Promise<readonly Row[]> {
  const names = await listNames(url);
  const took: number[] = [];
  const bytes: number[] = [];
  const downloaded: number[] = [];
  const bare: number[] = [];
  const index = (await ask(`${url}/c/official/index.yaml`)).sizeBytes;
  // The first round makes what can be chosen; what is wanted is the daily case.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const answer = await ask(`${url}/api/v1/resolve`, { want: [{ name }], ...cluster });
      if (round === 0) continue;
      took.push(answer.tookMs);
      bare.push((await ask(`${url}/healthz`)).tookMs);
      bytes.push(answer.sizeBytes);
      downloaded.push(2 * index * answer.members);
    }
  }
  const slowest = Math.max(...took);
  return [
    {
      work: `plan for any addon of the corpus (${names.length}), warm, over HTTP, median`,
      ours: `${median(took).toFixed(1)} ms (slowest ${slowest.toFixed(0)} ms)`,
      baseline: `${median(bare).toFixed(1)} ms (/healthz, in turns)`,
      result: median(took) / 1_000,
      unit: 's',
      wanted: 0.003,
    },
    {
      work: 'bytes for it, in one request',
      ours: `${kilobytes(median(bytes))} kB`,
      baseline: `${kilobytes(median(downloaded))} kB (each index twice per addon)`,
      result: median(downloaded) / median(bytes),
      unit: 'ratio',
      wanted: 1,
    },
  ];
}

interface Answer {
  readonly tookMs: number;
  readonly sizeBytes: number;
  /** Addons of a plan; 1 where nothing fits, as the client finds that out with its first one. */
  readonly members: number;
}

async function ask(url: string, body?: object): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const tookMs = performance.now() - startedAt;
  // A set that does not fit together is an answer too.
  if (!response.ok && response.status !== 422) throw new Error(`${url} answered ${response.status}`);
  const members = body === undefined ? 1 : (JSON.parse(text).members?.length ?? 1);
  return { tookMs, sizeBytes: Buffer.byteLength(text), members };
}

async function listNames(url: string): Promise<readonly string[]> {
  const { items } = await (await fetch(`${url}/api/v1/addons?catalog=official&limit=100`)).json();
  return items.map(({ name }: { name: string }) => name);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
