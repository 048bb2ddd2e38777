import { execFileSync } from 'node:child_process';

/** Compiles the scripts of the pages before the suite: they are served as the compiler leaves them. */
export function setup(): void {
  execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.islands.json'], { stdio: 'inherit' });
}
