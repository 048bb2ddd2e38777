import autocannon from 'autocannon';

export interface LoadOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expectedStatus: number;
}

const connections = 32;
const secondsPerRound = 3;
const rounds = 3;

async function measure({ url, headers, expectedStatus }: LoadOptions): Promise<number> {
  const result = await autocannon({ url, connections, duration: secondsPerRound, headers: { ...headers } });
  const answered = result.statusCodeStats?.[`${expectedStatus}`]?.count ?? 0;
  if (result.errors > 0 || answered !== result.requests.total) {
    throw new Error(
      `${url}: ${result.errors} errors, ${answered} of ${result.requests.total} answered ${expectedStatus}`,
    );
  }
  return result.requests.average;
}

/** Requests a second of two servers, measured in turns so that a noisy machine is noisy for both; the median ratio of the rounds. */
export async function compareLoad(
  ours: LoadOptions,
  baseline: LoadOptions,
): Promise<{ ours: number; baseline: number; ratio: number }> {
  await measure(ours);
  await measure(baseline);
  const pairs: { ours: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await measure(ours);
    const second = await measure(baseline);
    pairs.push({ ours: first, baseline: second, ratio: first / second });
  }
  pairs.sort((left, right) => left.ratio - right.ratio);
  const median = pairs[Math.floor(pairs.length / 2)];
  if (median === undefined) throw new Error('no round was measured');
  return median;
}
