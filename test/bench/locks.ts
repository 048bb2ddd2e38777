import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../schemas/rest.ts';
import { startChild } from './child.ts';
import { compareLoad } from './load.ts';
import type { Row } from './row.ts';

const members = 500;
const deadlineMs = 180_000;

/** Measures the index of a lock with 500 members beside the index of the catalog that holds the same 500 versions. */
export async function measureLocks(folder: string): Promise<Row> {
  const names = Array.from({ length: members }, (_, index) => `addon-${String(index).padStart(3, '0')}`);
  for (const name of names) writeAddon(join(folder, 'many', name), name);
  const config = join(folder, 'many.yaml');
  // One release line: what it says stands in no index, and it only has to be out of the way.
  const source = '{ type: local, path: ./many, sealed: true, every: 1h }';
  writeFileSync(config, `engines: ["1.10"]\ncatalogs:\n  - name: many\n    sources: [${source}]\n`);
  const data = join(folder, 'many-data');
  const server = await startChild(['dist/cli/main.js', 'serve', '--port', '0', '--config', config, '--data', data]);
  try {
    await waitUntilJudged(`${server.url}/api/v1/catalogs/many`);
    const response = await fetch(`${server.url}/api/v1/locks`, {
      method: 'POST',
      body: JSON.stringify({ want: names.map((name) => ({ name })) }),
    });
    if (response.status !== 201) throw new Error(`the lock was not written: ${await response.text()}`);
    const { url } = await response.json();
    const asked = { headers: { 'accept-encoding': 'gzip' }, expectedStatus: 200 };
    const { ours, baseline, ratio } = await compareLoad(
      { ...asked, url: `${url}/index.yaml` },
      { ...asked, url: `${server.url}/c/many/index.yaml` },
    );
    return {
      work: `lock with ${members} members served as index, gzip, 32 connections`,
      ours: `${ours.toFixed(0)}/s`,
      baseline: `${baseline.toFixed(0)}/s (the catalog's index)`,
      result: ratio,
      unit: 'ratio',
      wanted: 0.9,
    };
  } finally {
    await server.stop();
  }
}

function writeAddon(path: string, name: string): void {
  mkdirSync(path, { recursive: true });
  const metadata = `name: ${name}\nversion: 1.0.0\ndescription: the addon ${name} of a large set\nsystem:\n  vela: ">=v1.9.0"\n`;
  writeFileSync(join(path, 'metadata.yaml'), metadata);
  writeFileSync(join(path, 'template.cue'), 'package main\noutput: {}\n');
}

async function waitUntilJudged(url: string): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (performance.now() < deadline) {
    const { evaluation }: Catalog = await (await fetch(url)).json();
    if (evaluation.total === members && evaluation.done === members) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the addons of the lock were not judged in time');
}
