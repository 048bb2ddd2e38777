import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { digestHex } from '../digest.ts';
import { type EngineArtefact, engineUnavailable } from './engine-artefact.ts';
import type { EngineProgram } from './engine-program.ts';
import { createFrameReader, toFrame } from './frame-reader.ts';
import { startQuestionClock } from './question-clock.ts';

export interface StartEngineChildOptions {
  readonly artefact: EngineArtefact;
  readonly program: EngineProgram;
  /** From the start of the process to its first word. */
  readonly startLimitMs: number;
}

/** Why a child gave no answer. */
export interface LostChild {
  readonly kind: 'lost';
  /** `killed`: by somebody else, such as a system that is short of memory. */
  readonly reason: 'time' | 'memory' | 'crash' | 'killed';
  readonly message: string;
}

/** A process that holds one engine and answers one question at a time. */
export interface EngineChild {
  readonly pid: number;
  /**
   * Asks a question in JSON and gives the outcome's bytes. The child is lost when it takes longer than the limit, when it crashes, when it says
   * that this was its last answer, and when `signal` is aborted, which throws.
   */
  ask(question: Uint8Array, options: ListenOptions): Promise<Buffer | LostChild>;
  /** True once the process is gone or going. */
  isLost(): boolean;
  /** Ends the process at once and resolves when it is gone. */
  stop(): Promise<void>;
}

// Only what an engine needs: functions are validated when they are first called (their digest was checked), one at a time is optimised, so that a
// busy child does not take every core; its own heap is small, because the memory of WebAssembly is not in it.
const nodeOptions = [
  '--wasm-lazy-validation',
  '--wasm-num-compilation-tasks=1',
  '--max-old-space-size=64',
  '--expose-gc',
  '--stack-size=3900',
  '--disallow-code-generation-from-strings',
];
const maxPrinted = 4_096;

/** Starts a child and resolves when its engine is ready. Throws ENGINE_UNAVAILABLE when that fails or takes too long. */
export async function startEngineChild(options: StartEngineChildOptions): Promise<EngineChild> {
  const { artefact, program, startLimitMs } = options;
  const args = [...nodeOptions, ...program, artefact.path, digestHex(artefact.digest), String(process.pid)];
  const child = spawn(process.execPath, args, { env: {}, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const conversation = openConversation(child);
  const first = await conversation.listen({ limitMs: startLimitMs });
  const unusable = Buffer.isBuffer(first) ? readUnusable(first) : first.message;
  if (unusable !== undefined) {
    await conversation.stop();
    throw engineUnavailable(artefact.engine, unusable);
  }
  return {
    pid: child.pid ?? 0,
    async ask(question, limits) {
      const answering = conversation.listen(limits);
      child.stdin.write(toFrame(question));
      const answer = await answering;
      if (!Buffer.isBuffer(answer)) return answer;
      if (answer[0] !== 0) conversation.leave();
      return answer.subarray(1);
    },
    isLost: conversation.isLost,
    stop: conversation.stop,
  };
}

interface ListenOptions {
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Waits for the frames of a child, one at a time, and keeps the clock. */
function openConversation(child: ChildProcessWithoutNullStreams) {
  let settle: ((outcome: Buffer | LostChild) => void) | undefined;
  let lost: LostChild | undefined;
  let printed = '';
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

  function give(outcome: Buffer | LostChild): void {
    settle?.(outcome);
    settle = undefined;
  }
  function lose(reason: LostChild['reason'], message: string): void {
    lost ??= { kind: 'lost', reason, message };
    child.kill('SIGKILL');
    give(lost);
  }

  child.stdout.on('data', createFrameReader(give));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed = `${printed}${text}`.slice(-maxPrinted);
  });
  // A child that is gone closes its input; its end tells the story.
  child.stdin.on('error', () => undefined);
  child.once('error', (error) => lose('crash', `no process can be started: ${error.message}`));
  child.once('close', (code, signal) => {
    lose(reasonOf({ signal, printed }), describeEnd({ code, signal, printed }));
  });

  return {
    isLost: () => lost !== undefined,
    leave: () => lose('crash', 'the engine has no memory left'),
    async listen({ limitMs, signal }: ListenOptions): Promise<Buffer | LostChild> {
      signal?.throwIfAborted();
      if (lost !== undefined) return lost;
      const outcome = new Promise<Buffer | LostChild>((resolve) => {
        settle = resolve;
      });
      const abort = () => lose('crash', 'the question was withdrawn');
      const stopClock = startQuestionClock({
        pid: child.pid ?? 0,
        limitMs,
        onLimit: () => lose('time', `no answer within ${limitMs / 1000} s`),
      });
      signal?.addEventListener('abort', abort, { once: true });
      try {
        const settled = await outcome;
        signal?.throwIfAborted();
        return settled;
      } finally {
        stopClock();
        signal?.removeEventListener('abort', abort);
      }
    },
    async stop(): Promise<void> {
      lose('crash', 'the engine was ended');
      await gone;
    },
  };
}

function readUnusable(frame: Buffer): string | undefined {
  const { kind, message } = JSON.parse(frame.toString('utf8'));
  return kind === 'ready' ? undefined : String(message);
}

function reasonOf({ signal, printed }: Omit<ChildEnd, 'code'>): LostChild['reason'] {
  if (signal === 'SIGKILL') return 'killed';
  return /out of memory|allocation failed/i.test(printed) ? 'memory' : 'crash';
}

interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly printed: string;
}

function describeEnd({ code, signal, printed }: ChildEnd): string {
  const how = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
  const words = printed
    .trim()
    .split('\n')
    .find((line) => /error|fatal/i.test(line));
  return words === undefined ? `its process ${how}` : `its process ${how}: ${words.trim()}`;
}
