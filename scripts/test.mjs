// `npm test`: installs when needed, then runs every test that needs only Node and git. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, repositoryRoot } from './setup.mjs';

ensureInstalled();
const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
const coverage = process.env['CI'] ? ['--coverage'] : [];
const run = spawnSync(process.execPath, [vitest, 'run', ...coverage, ...process.argv.slice(2)], {
  cwd: repositoryRoot,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exitCode = run.status ?? 1;
