import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What every call of Git for one source shares. */
export interface GitContext {
  /** The bare mirror; need not exist for calls that only look at the remote. */
  readonly gitDir: string;
  /** Options before the subcommand (`-c key=value`). */
  readonly options: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that Git runs in. */
  readonly folder: string;
}

export interface RunGitOptions {
  readonly args: readonly string[];
  /** Fed to standard input. */
  readonly input?: string;
  readonly deadlineMs: number;
  /** What each process may hold in memory, where the system can bound it; default 2 GiB. */
  readonly maxMemoryBytes?: number;
  /** Ends a call that prints nothing for so long. */
  readonly idleMs?: number;
  /** Asked every half second; a text ends the call. */
  readonly watch?: () => Promise<string | undefined>;
  readonly signal: AbortSignal;
}

/** How a call ended. `cut` says why it was ended before its time; standard output and error are bounded. */
export interface GitRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly cut: { readonly reason: 'deadline' | 'idle' | 'output' | 'watch'; readonly text: string } | undefined;
}

const maxStdoutBytes = 64 * 1024 * 1024;
const maxStderrBytes = 64 * 1024;
const graceMs = 1_000;

/**
 * Runs Git to its end, in a process group of its own that is ended as a whole at the deadline or on abort.
 * A failed call is a result; only an abort and a machine without Git throw.
 */
export async function runGit(context: GitContext, options: RunGitOptions): Promise<GitRun> {
  options.signal.throwIfAborted();
  const child = startGit(context, options.args, options.maxMemoryBytes);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let stdoutBytes = 0;
  let stderrBytes = 0;
  let cut: GitRun['cut'];
  const end = (reason: NonNullable<GitRun['cut']>): void => {
    cut ??= reason;
    stopGit(child);
  };
  const deadline = setTimeout(
    () => end({ reason: 'deadline', text: `no end after ${toSeconds(options.deadlineMs)}` }),
    options.deadlineMs,
  );
  const idleMs = options.idleMs ?? options.deadlineMs;
  const idle = setTimeout(() => end({ reason: 'idle', text: `nothing heard for ${toSeconds(idleMs)}` }), idleMs);
  const watching = setInterval(() => {
    options.watch?.().then(
      (text) => text !== undefined && end({ reason: 'watch', text }),
      () => undefined,
    );
  }, 500);
  const abort = (): void => stopGit(child);
  options.signal.addEventListener('abort', abort, { once: true });
  child.stdout.on('data', (chunk: Buffer) => {
    idle.refresh();
    stdoutBytes += chunk.length;
    if (stdoutBytes > maxStdoutBytes) end({ reason: 'output', text: 'an answer without end' });
    else stdout.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    idle.refresh();
    // The last lines say why a call failed; progress before them may go.
    stderr.push(chunk);
    stderrBytes += chunk.length;
    while (stderrBytes > maxStderrBytes && stderr.length > 1) stderrBytes -= stderr.shift()?.length ?? 0;
  });
  // A process that ended early closes its input; its exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', (cause) => reject(new Error('no shell can be started', { cause })));
      child.once('close', (code) => resolve(code ?? 128));
    });
    options.signal.throwIfAborted();
    return {
      exitCode,
      stdout: Buffer.concat(stdout).toString('utf8'),
      stderr: Buffer.concat(stderr).toString('utf8'),
      cut,
    };
  } finally {
    clearTimeout(deadline);
    clearTimeout(idle);
    clearInterval(watching);
    options.signal.removeEventListener('abort', abort);
  }
}

const defaultMemoryBytes = 2 * 1024 ** 3;

// Git keeps what a server lists, and what an object is built from, in memory: a hostile one would fill the machine's. The limit is tried
// in a subshell first, because a shell that cannot set it would end.
const boundedGit = '(ulimit -v "$1") 2>/dev/null && ulimit -v "$1"; shift; exec git "$@"';

/** Starts Git as the leader of a process group of its own, with pipes and bounded memory. The caller ends it with `stopGit`. */
export function startGit(
  context: GitContext,
  args: readonly string[],
  maxMemoryBytes = defaultMemoryBytes,
): ChildProcessWithoutNullStreams {
  const memoryKib = String(Math.ceil(maxMemoryBytes / 1024));
  const command = [...context.options, `--git-dir=${context.gitDir}`, ...args];
  return spawn('sh', ['-c', boundedGit, 'git', memoryKib, ...command], {
    cwd: context.folder,
    env: { ...context.environment },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Ends a process and everything that it started: politely, then for good. */
export function stopGit(child: ChildProcessWithoutNullStreams): void {
  signalGroup(child, 'SIGTERM');
  const forGood = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  forGood.unref();
  child.once('close', () => clearTimeout(forGood));
}

function signalGroup(child: ChildProcessWithoutNullStreams, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function toSeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
