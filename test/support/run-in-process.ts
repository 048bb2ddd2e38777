import { runCommandLine } from '../../cli/compose.ts';
import type { RunOptions, RunResult } from './run-chandlery.ts';

/** Runs the command line inside this process: everything but signals and the exit itself is the same. */
export async function runInProcess(args: readonly string[], options: RunOptions): Promise<RunResult> {
  const text = { stdout: '', stderr: '' };
  const code = await runCommandLine({
    args,
    stdout: { write: (chunk) => (text.stdout += chunk) },
    stderr: { write: (chunk) => (text.stderr += chunk) },
    environment: options.environment ?? {},
    workingFolder: options.cwd,
    onStopSignal: () => undefined,
    exit: () => undefined,
  });
  return { code, ...text };
}
