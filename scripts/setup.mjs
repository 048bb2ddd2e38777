// Brings node_modules in line with package-lock.json. Works on plain Node before anything is installed; runnable alone.
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root folder of the repository, without a trailing slash. */
export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Installs the versions of package-lock.json when node_modules is missing or differs; ends the process with a plain message when that fails.
 * Not `npm ci`: it refuses the whole lock when a registry lacks one optional binary of another platform. A linked node_modules is left alone.
 */
export function ensureInstalled() {
  refuseOldNode();
  if (isInstalled()) return;
  if (isLink(join(repositoryRoot, 'node_modules'))) {
    console.warn('node_modules is a link and differs from package-lock.json: left as it is.');
    return;
  }
  console.log('Installing dependencies …');
  const run = spawnNpm(['install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error']);
  if (run.status !== 0) fail('npm install failed, see above. Nothing was started.');
  if (!isInstalled())
    fail('npm installed other versions than package-lock.json names. Remove node_modules and try again.');
}

/** Says whether every package of package-lock.json stands in node_modules in its version; packages that npm may leave out on this machine do not count. */
export function isInstalled() {
  const wanted = readPackages(join(repositoryRoot, 'package-lock.json'));
  const present = readPackages(join(repositoryRoot, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (present[path] === undefined && isOptional(entry))) continue;
    if (present[path]?.version !== entry.version) return false;
  }
  return true;
}

// A worktree may borrow the packages of another checkout; npm ci would replace the link by a folder.
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true || entry.peer === true;
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// npm is a script of Node on every platform; npm_execpath names the one that is running now.
function spawnNpm(args) {
  const npm = process.env['npm_execpath'];
  const options = { cwd: repositoryRoot, stdio: ['ignore', 'inherit', 'inherit'] };
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Chandlery needs Node 20.19 or newer; this is ${process.version}.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) ensureInstalled();
