// Checks the engines in cue/engines/: their checksums always; where Go is installed it also runs the Go tests and builds every engine anew, which must give the same bytes.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { buildEngine, cueFolder, engineTags, findGo, goRelease, runGo, toSum } from './build-engines.mjs';

const engines = join(cueFolder, 'engines');
let failed = 0;

function report(good, text) {
  if (!good) failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${text}`);
}

function readSums() {
  const path = join(engines, 'SHA256SUMS');
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  return new Map(rows.map((row) => row.split(/\s+/)).map(([sum, name]) => [name, sum]));
}

function checkSums(release, sums) {
  const name = `cue-${release}.wasm`;
  const path = join(engines, `${name}.br`);
  if (!existsSync(path)) return report(false, `${name}.br is missing; npm run build:engines makes it`);
  const packed = readFileSync(path);
  report(toSum(packed) === sums.get(`${name}.br`), `${name}.br has the checksum of SHA256SUMS`);
  report(toSum(brotliDecompressSync(packed)) === sums.get(name), `${name} unpacks to the checksum of SHA256SUMS`);
}

function checkBuild(release, sums) {
  const name = `cue-${release}.wasm`;
  const folder = mkdtempSync(join(tmpdir(), 'cue-engine-'));
  try {
    const output = join(folder, name);
    buildEngine(release, output);
    report(toSum(readFileSync(output)) === sums.get(name), `${name} is what the sources make`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sums = readSums();
const releases = Object.keys(engineTags);
for (const release of releases) checkSums(release, sums);
const installed = findGo();
if (installed === undefined) {
  console.log('SKIPPED: Go is not installed, so the engines were not built anew and the Go tests did not run.');
} else {
  runGo(['run', './generate']);
  for (const release of releases) {
    runGo(['test', `-modfile=cue-${release}.mod`, '-tags', engineTags[release], '.']);
    if (installed === goRelease) checkBuild(release, sums);
  }
  if (installed !== goRelease) {
    console.log(`SKIPPED: this is ${installed}, so the bytes were not compared with those that ${goRelease} makes.`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
