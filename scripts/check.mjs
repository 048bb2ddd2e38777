// Everything that must hold before a commit: types, style, import rules, dead code. Each step prints its name and time; all run, the first failure is not the last word.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const steps = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ...(existsSync('web/islands') ? [['island types', 'tsc', ['-p', 'tsconfig.islands.json']]] : []),
  ['style', 'biome', ['check', '--error-on-warnings', '.']],
  ['imports', 'node', ['scripts/check-imports.mjs']],
  ['dead code', 'knip', []],
  ['generated files', 'tsx', ['scripts/generate.ts', '--check']],
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, command, args] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const startedAt = Date.now();
  const program = command === 'node' ? process.execPath : `node_modules/.bin/${command}`;
  const run = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${run.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (run.status !== 0) {
    failed += 1;
    console.log(`${run.stdout}${run.stderr}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
