import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that live as long as a test. */
export interface ProcessGroup {
  /** Starts a program; what it says goes to a log file of its name. */
  start(
    name: string,
    program: string,
    args: readonly string[],
    options?: { env?: Record<string, string>; cwd?: string },
  ): void;
  /** Throws when one of them has ended. */
  assertRunning(): void;
  /** The last lines of every log. */
  readLogs(): string;
  /** Ends them in the reverse order of their start: SIGTERM, and SIGKILL after five seconds. */
  close(): Promise<void>;
}

/** Makes an empty group that logs to `logFolder`. Should this process end first, its programs are killed. */
export function openProcessGroup(logFolder: string): ProcessGroup {
  mkdirSync(logFolder, { recursive: true });
  const children: { name: string; child: ChildProcess }[] = [];
  const killAll = () => {
    for (const { child } of children) child.kill('SIGKILL');
  };
  process.once('exit', killAll);
  return {
    start: (name, program, args, options = {}) => {
      const log = openSync(join(logFolder, name), 'a');
      const env = { ...process.env, ...options.env };
      const child = spawn(program, args, { cwd: options.cwd ?? logFolder, env, stdio: ['ignore', log, log] });
      closeSync(log);
      children.push({ name, child });
    },
    assertRunning: () => {
      const ended = children.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
      if (ended !== undefined) throw new Error(`${ended.name} ended with ${ended.child.exitCode}`);
    },
    readLogs: () =>
      readdirSync(logFolder)
        .map((name) => `== ${name}\n${readFileSync(join(logFolder, name), 'utf8').slice(-2000)}`)
        .join('\n'),
    close: async () => {
      for (const { child } of children.toReversed()) await end(child);
      process.removeListener('exit', killAll);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}
