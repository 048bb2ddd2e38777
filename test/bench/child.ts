import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program under measurement. */
export interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  /** From spawning to the line with the URL. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts a program with this Node and waits for the first line that holds a URL; fails when it ends before. */
export async function startChild(args: readonly string[]): Promise<Child> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const found = /https?:\/\/[^\s/]+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code} before it served`)));
  });
  return {
    process: child,
    url,
    startMs: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
