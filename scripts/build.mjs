// Makes dist/ of the sources: the program, the browser scripts, the styles and pictures. Does nothing when dist/ is newer than all of them. `--force` builds anyway.
// Types are not looked at here: that is `npm run check`.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './setup.mjs';

const dist = join(repositoryRoot, 'dist');
const stamp = join(dist, '.built');
const rooms = ['schemas', 'registry', 'server', 'cli', 'web'];
const settings = ['package.json', 'tsconfig.json', 'scripts/build.mjs'];

/** Packages of hundreds of small modules, which take longer to find than to run: their code goes into ours. */
const inlined = ['kysely', 'typebox'];

/** Says whether dist/ was made of the sources as they are now. Folders count too, as a file that was removed changes its folder. */
export function isBuilt() {
  if (!existsSync(stamp) || !existsSync(join(dist, 'cli', 'main.js'))) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return [...settings, ...rooms].every((name) => newestChange(join(repositoryRoot, name)) <= builtAt);
}

/** Builds dist/ anew; ends the process with the bundler's words when that fails. */
export async function build() {
  const startedAt = Date.now();
  // What is stamped is the moment before the sources are read: an edit during the build makes the next one necessary.
  const readAt = new Date(startedAt);
  console.log('Building …');
  rmSync(dist, { recursive: true, force: true });
  await bundle();
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), inlined.map(readLicense).join('\n'));
  cpSync(join(repositoryRoot, 'web'), join(dist, 'web'), { recursive: true, filter: isAsset });
  chmodSync(join(dist, 'cli', 'main.js'), 0o755);
  writeFileSync(stamp, '');
  utimesSync(stamp, readAt, readAt);
  console.log(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

async function bundle() {
  const esbuild = await import('esbuild');
  const shared = { absWorkingDir: repositoryRoot, outdir: dist, outbase: '.', format: 'esm', logLevel: 'error' };
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  const required = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !inlined.includes(name));
  const islands = readdirSync(join(repositoryRoot, 'web', 'islands')).filter((name) => /^[^.]+\.ts$/.test(name));
  try {
    await esbuild.build({
      ...shared,
      // The second is the program of the processes that hold an engine (registry/engine).
      entryPoints: ['cli/main.ts', 'registry/engine/child/main.ts'],
      platform: 'node',
      target: 'node20.19',
      bundle: true,
      splitting: true,
      sourcemap: true,
      chunkNames: 'chunks/[name]-[hash]',
      external: required.flatMap((name) => [name, `${name}/*`]),
    });
    await esbuild.build({
      ...shared,
      entryPoints: islands.map((name) => `web/islands/${name}`),
      platform: 'browser',
      target: 'es2023',
      bundle: true,
      minify: true,
    });
  } catch {
    console.error('The sources cannot be bundled, see above. Nothing was built.');
    process.exit(1);
  }
}

function readLicense(name) {
  const folder = join(repositoryRoot, 'node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8')}`;
}

function isAsset(source) {
  return statSync(source).isDirectory() || !/\.tsx?$/.test(source);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (isBuilt() && !process.argv.includes('--force')) console.log('dist/ is up to date.');
  else await build();
}
