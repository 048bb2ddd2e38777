import type { Row } from './row.ts';

const keystrokes = 60;

/** Measures what a form waits for after a keystroke: a preview with parameters that were never seen, and one that is remembered. */
export async function measureForms(url: string): Promise<readonly Row[]> {
  return [...(await measureForm(url, 'cert-manager', 0.1)), ...(await measureForm(url, 'fluxcd', undefined))];
}

/** `wanted` in seconds for 95 of 100. */
async function measureForm(url: string, addon: string, wanted: number | undefined): Promise<readonly Row[]> {
  const preview = `${url}/api/v1/catalogs/official/addons/${addon}/versions/latest/preview`;
  await measureAnswer(preview, {});
  const typed: number[] = [];
  for (let stroke = 1; stroke <= keystrokes; stroke += 1) {
    typed.push(await measureAnswer(preview, { bench: 'x'.repeat(stroke) }));
    // Nobody types faster, and no address may.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const again: number[] = [];
  for (let stroke = 1; stroke <= 20; stroke += 1) {
    again.push(await measureAnswer(preview, { bench: 'x'.repeat(keystrokes) }));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return [
    toRow(`keystroke to preview of ${addon}, 95 of 100`, percentile(typed, 0.95), wanted),
    toRow(`the same values again, 95 of 100`, percentile(again, 0.95), wanted),
  ];
}

async function measureAnswer(url: string, parameters: object): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ parameters }) });
  await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - startedAt;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function toRow(work: string, tookMs: number, wanted: number | undefined): Row {
  return { work, ours: `${tookMs.toFixed(1)} ms`, baseline: '-', result: tookMs / 1_000, unit: 's', wanted };
}
