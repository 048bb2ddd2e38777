import { execFile } from 'node:child_process';

/** How a program ended. `code` is -1 when it could not be started or was killed by its deadline. */
export interface ProgramResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of one run; the environment adds to this process's own. */
export interface RunProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Standard input; empty without it. */
  readonly input?: string;
}

/** Runs a program to its end and gives what it said, whatever its exit code. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        timeout: options.timeoutMs ?? 120_000,
        maxBuffer: 256 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr: stderr.length > 0 || error === null ? stderr : error.message });
      },
    );
    // A program that ends early closes its input; its exit code tells more than a broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}

/** Runs a program that must succeed and gives its standard output; throws with everything it said otherwise. */
export async function runChecked(
  program: string,
  args: readonly string[],
  options: RunProgramOptions = {},
): Promise<string> {
  const result = await runProgram(program, args, options);
  if (result.code === 0) return result.stdout;
  throw new Error(`${program} ${args.join(' ')} ended with ${result.code}\n${result.stdout}\n${result.stderr}`);
}
