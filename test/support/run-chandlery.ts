import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');
// The loader looks for it in the working folder, and without it would compile pages for another library.
const compilerSettings = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

export interface RunOptions {
  /** Working folder. */
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a finished program left behind. */
export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, with no settings but those given. */
export async function runChandlery(args: readonly string[], options: RunOptions): Promise<RunResult> {
  const child = spawnChandlery(args, options);
  const output = collect(child);
  const [code] = await once(child, 'close');
  return { code, ...output() };
}

/** Starts `chandlery serve` on a free port; ends with the test at the latest. */
export async function startChandlery(args: readonly string[], options: RunOptions) {
  const child = spawnChandlery(['serve', '--port', '0', ...args], options);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = collect(child);
  const exited = once(child, 'close').then(([code]: unknown[]) => ({ code, ...output() }));
  const url = await Promise.race([
    waitForUrl(child, output),
    exited.then(({ stderr }) => {
      throw new Error(`the server did not start: ${stderr}`);
    }),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    output,
    /** Sends a signal and waits for the end. */
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}

function spawnChandlery(args: readonly string[], { cwd, environment = {} }: RunOptions): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['--import', loader, main, ...args], {
    cwd,
    env: { PATH, HOME, TSX_TSCONFIG_PATH: compilerSettings, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  const text = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  return () => ({ ...text });
}

async function waitForUrl(child: ChildProcess, output: () => { stdout: string }): Promise<string> {
  for (;;) {
    const url = /https?:\/\/\S+/.exec(output().stdout)?.[0];
    if (url !== undefined) return url;
    if (child.stdout === null) throw new Error('the output of the server cannot be read');
    await once(child.stdout, 'data');
  }
}
