import { Worker } from 'node:worker_threads';

const everyMs = 500;

/**
 * Ends this process soon after its parent is gone, however busy the main thread is: whoever dies by a kill closes nothing in order.
 * Works where orphans get another parent, which is everywhere but on Windows.
 */
export function watchParent(parent: number): void {
  const script = `setInterval(() => { if (process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL'); }, ${everyMs})`;
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };
  new Worker(script, { eval: true, resourceLimits, env: {}, execArgv: [] }).unref();
}
