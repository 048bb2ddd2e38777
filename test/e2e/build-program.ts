import { execFileSync } from 'node:child_process';

/** Builds the program before the suite unless it is up to date: the browser scripts exist compiled only. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
