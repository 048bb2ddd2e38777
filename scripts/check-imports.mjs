// Runs dependency-cruiser over the product and its tests. Reading no module at all is a failure: a cruiser that sees nothing finds nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const rooms = ['schemas', 'registry', 'server', 'cli', 'web', 'scripts', 'test'].filter((room) => existsSync(room));
const run = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (run.stdout.length === 0) {
  console.error(run.stderr);
  process.exit(1);
}
const { modules, summary } = JSON.parse(run.stdout);
const read = modules.filter(
  (module) => /\.tsx?$/.test(module.source) && !module.source.startsWith('node_modules'),
).length;
for (const violation of summary.violations) {
  console.error(`${violation.rule.severity} ${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
console.log(`${read} modules read, ${summary.violations.length} violations`);
if (read === 0) console.error('no TypeScript module was read: the cruiser is blind, see typescript in package.json');
process.exitCode = read === 0 || summary.violations.length > 0 ? 1 : 0;
