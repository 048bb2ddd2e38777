// Makes dist/ of the sources: the program, the browser scripts, the styles and pictures. Does nothing when dist/ is newer than all of them. `--force` builds anyway.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './setup.mjs';

const dist = join(repositoryRoot, 'dist');
const stamp = join(dist, '.built');
const rooms = ['schemas', 'registry', 'server', 'cli', 'web'];
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.islands.json', 'scripts/build.mjs'];

/** Says whether dist/ was made of the sources as they are now. Folders count too, as a file that was removed changes its folder. */
export function isBuilt() {
  if (!existsSync(stamp) || !existsSync(join(dist, 'cli', 'main.js'))) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return [...settings, ...rooms].every((name) => newestChange(join(repositoryRoot, name)) <= builtAt);
}

/** Builds dist/ anew; ends the process with the compiler's words when that fails. */
export function build() {
  const startedAt = Date.now();
  // What is stamped is the moment before the sources are read: an edit during the build makes the next one necessary.
  const readAt = new Date(startedAt);
  console.log('Building …');
  rmSync(dist, { recursive: true, force: true });
  compile('tsconfig.build.json');
  if (existsSync(join(repositoryRoot, 'web', 'islands'))) compile('tsconfig.islands.json');
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

function compile(project) {
  const compiler = join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [compiler, '-p', project], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status === 0) return;
  console.error(`${project} does not compile, see above. Nothing was built.`);
  process.exit(1);
}

function isAsset(source) {
  return statSync(source).isDirectory() || !/\.tsx?$/.test(source);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (isBuilt() && !process.argv.includes('--force')) console.log('dist/ is up to date.');
  else build();
}
