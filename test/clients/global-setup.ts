import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { runChecked } from './run-program.ts';
import { prepareTools } from './toolchain.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Before the judges: the program under test is built unless it is up to date, and so is every judge. */
export async function setup(project: TestProject): Promise<void> {
  await runChecked(process.execPath, ['scripts/build.mjs'], { cwd: root, timeoutMs: 600_000 });
  project.provide('tools', await prepareTools((line) => console.log(`judge ${line}`)));
}
