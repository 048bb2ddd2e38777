// Makes cue/engines/cue-<release>.wasm.br and SHA256SUMS of the Go sources in cue/.
// `--only 0.9.2` makes one engine; `--dev` packs quickly (brotli 4) and leaves the checksums alone; `--native` makes programs for standard input and output in cue/native/, for measurements;
// `--into <folder>` puts the results there. Needs Go; the modules come from Go's own cache or proxy.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { repositoryRoot } from './setup.mjs';

/** The folder of the Go sources. */
export const cueFolder = join(repositoryRoot, 'cue');

/** The engines by the CUE release they contain, with the build tag of each. */
export const engineTags = { '0.5.0': 'cue05', '0.9.2': 'cue09', '0.14.1': 'cue14' };

/** Go's environment for every build: no other tool chain, no look-ups, module files left as they are. */
export const goEnvironment = { GOTOOLCHAIN: 'local', GOSUMDB: 'off', GOFLAGS: '-mod=readonly', GOWORK: 'off' };

/** The Go release that the engines in cue/engines/ are made with; another one makes other bytes. */
export const goRelease = 'go1.26.8';

/** The Go release that is installed, such as `go1.26.8`; undefined when there is none. */
export function findGo() {
  const run = spawnSync('go', ['env', 'GOVERSION'], { env: { ...process.env, ...goEnvironment }, encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

/** Runs Go in cue/; ends the process with Go's words when that fails. */
export function runGo(args, environment = {}) {
  const run = spawnSync('go', args, {
    cwd: cueFolder,
    env: { ...process.env, ...goEnvironment, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** Builds one engine to WebAssembly; the bytes depend on the sources and the Go release alone. */
export function buildEngine(release, output) {
  runGo(
    [
      'build',
      `-modfile=cue-${release}.mod`,
      '-tags',
      engineTags[release],
      '-buildmode=c-shared',
      '-trimpath',
      '-buildvcs=false',
      '-ldflags=-s -w -buildid=',
      '-o',
      output,
      '.',
    ],
    { GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0' },
  );
}

/** SHA-256 as it stands in SHA256SUMS. */
export function toSum(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function buildNative(release) {
  const folder = join(cueFolder, 'native');
  mkdirSync(folder, { recursive: true });
  const output = join(folder, `cue-${release}`);
  runGo(['build', `-modfile=cue-${release}.mod`, '-tags', engineTags[release], '-trimpath', '-o', output, '.']);
}

async function packEngine(release, { quality, into }) {
  const folder = mkdtempSync(join(tmpdir(), 'cue-engine-'));
  try {
    const built = join(folder, 'engine.wasm');
    buildEngine(release, built);
    const raw = readFileSync(built);
    const packed = await promisify(brotliCompress)(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    });
    const name = `cue-${release}.wasm`;
    replaceFile(join(into, `${name}.br`), packed);
    return [`${toSum(raw)}  ${name}`, `${toSum(packed)}  ${name}.br`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function replaceFile(path, bytes) {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      dev: { type: 'boolean', default: false },
      native: { type: 'boolean', default: false },
      into: { type: 'string', default: join(cueFolder, 'engines') },
    },
  });
  const installed = findGo();
  if (installed === undefined) {
    console.error('Go is not installed: the engines that are in cue/engines/ cannot be made anew.');
    process.exit(1);
  }
  if (installed !== goRelease) console.warn(`This is ${installed}; only ${goRelease} makes the bytes of SHA256SUMS.`);
  runGo(['run', './generate']);
  const releases = values.only ?? Object.keys(engineTags);
  const unknown = releases.find((release) => !Object.hasOwn(engineTags, release));
  if (unknown !== undefined) {
    console.error(`No engine ${unknown}; there are ${Object.keys(engineTags).join(', ')}.`);
    process.exit(1);
  }
  if (values.native) return releases.forEach(buildNative);
  const into = resolve(values.into);
  mkdirSync(into, { recursive: true });
  const quality = values.dev ? 4 : 11;
  const sums = (await Promise.all(releases.map((release) => packEngine(release, { quality, into })))).flat();
  console.log(sums.join('\n'));
  if (!values.dev && values.only === undefined) replaceFile(join(into, 'SHA256SUMS'), `${sums.join('\n')}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
