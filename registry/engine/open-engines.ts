import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { RegistryError } from '../errors.ts';
import { type EngineArtefact, getEngineArtefact } from './engine-artefact.ts';
import { type LostChild, startEngineChild } from './engine-child.ts';
import { type EngineProgram, findEngineProgram } from './engine-program.ts';
import { type EngineSeat, EngineSeats } from './engine-seats.ts';
import { findRefusal } from './question-limits.ts';
import { QuestionQueue, type QuestionQueueOptions } from './question-queue.ts';
import { defaultTimeLimits, type TimeLimits, timeLimitOf } from './time-limits.ts';
import type {
  EngineName,
  EngineOperation,
  EngineOutcome,
  EnginePriority,
  EngineQuestion,
  OpenEngines,
} from './types.ts';

export interface OpenEnginesOptions {
  /** The package's folder, which holds the program of the children and `cue/engines/`. */
  readonly root: string;
  /** Where the artefacts are; default `cue/engines` below the root. */
  readonly folder?: string;
  readonly program?: EngineProgram;
  readonly timeLimits?: TimeLimits;
  /** From the start of a process to an engine that is ready. */
  readonly startLimitMs?: number;
  /** A child that was asked nothing for so long is ended. */
  readonly idleMs?: number;
  readonly queue?: Partial<QuestionQueueOptions>;
}

/** A question on its way. */
interface Job {
  readonly engine: EngineName;
  readonly json: Uint8Array;
  readonly limitMs: number;
  readonly priority: EnginePriority;
  readonly signal: AbortSignal | undefined;
  resolve(outcome: EngineOutcome<EngineOperation>): void;
  reject(reason: unknown): void;
}

const defaultQueue: QuestionQueueOptions = {
  maxWaiting: { interactive: 128, background: 4_096 },
  maxRunning: availableParallelism(),
};

/**
 * Opens the engines: each runs in child processes of its own, which are started when they are first asked and end when they are idle.
 * `close` ends them all at once; what they were asked then throws ENGINE_UNAVAILABLE.
 */
export function openEngines(options: OpenEnginesOptions): OpenEngines {
  const { root, folder = join(root, 'cue', 'engines'), startLimitMs = 30_000, idleMs = 60_000 } = options;
  const { program = findEngineProgram(root), timeLimits = defaultTimeLimits } = options;
  const queue = new QuestionQueue<Job>({ ...defaultQueue, ...options.queue });
  const artefacts = new Map<EngineName, Promise<EngineArtefact>>();
  const seatsByEngine = new Map<EngineName, EngineSeats>();
  let closed = false;

  function getArtefact(engine: EngineName): Promise<EngineArtefact> {
    const known = artefacts.get(engine);
    if (known !== undefined) return known;
    const artefact = getEngineArtefact(folder, engine);
    artefacts.set(engine, artefact);
    // What is missing may be there the next time.
    artefact.catch(() => artefacts.delete(engine));
    return artefact;
  }

  function seatsOf(engine: EngineName): EngineSeats {
    const known = seatsByEngine.get(engine);
    if (known !== undefined) return known;
    const startChild = async () => startEngineChild({ artefact: await getArtefact(engine), program, startLimitMs });
    const seats = new EngineSeats({ startChild, idleMs });
    seatsByEngine.set(engine, seats);
    return seats;
  }

  function askWaiting(): void {
    for (;;) {
      const job = queue.takeNext(({ engine, priority }) => seatsOf(engine).hasFree(priority));
      if (job === undefined) return;
      run(job).then(job.resolve, job.reject);
    }
  }

  async function run(job: Job): Promise<EngineOutcome<EngineOperation>> {
    const seats = seatsOf(job.engine);
    const seat = seats.take(job.priority);
    try {
      let answer = await askChild(seat, job);
      // Alone that is no fault of the question; twice it may be.
      if (answer.kind === 'lost' && answer.reason === 'killed' && !closed) answer = await askChild(seat, job);
      if (closed) throw closedError();
      if (answer.kind !== 'lost') return answer;
      const reason = answer.reason === 'killed' ? 'crash' : answer.reason;
      return { kind: 'stopped', reason, message: answer.message };
    } catch (error) {
      // Nobody who waits for an engine that cannot be started will do better now.
      if (isUnavailable(error)) {
        for (const waiting of queue.removeAll(({ engine }) => engine === job.engine)) waiting.reject(error);
      }
      throw error;
    } finally {
      seats.giveBack(seat);
      queue.finished(job);
      askWaiting();
    }
  }

  async function askChild(seat: EngineSeat, job: Job): Promise<EngineOutcome<EngineOperation> | LostChild> {
    const child = await seat.getChild();
    const answer = await child.ask(job.json, job);
    if (!Buffer.isBuffer(answer)) return answer;
    const outcome = parseOutcome(answer);
    if (outcome !== undefined) return outcome;
    await child.stop();
    return { kind: 'lost', reason: 'crash', message: 'the engine answered with something that is no outcome' };
  }

  function enqueue(job: Omit<Job, 'resolve' | 'reject'>): Promise<EngineOutcome<EngineOperation>> {
    return new Promise((resolve, reject) => {
      const queued: Job = { ...job, resolve, reject };
      queue.add(queued);
      job.signal?.addEventListener('abort', () => queue.remove(queued) && reject(job.signal?.reason), { once: true });
      askWaiting();
    });
  }

  return {
    async ask<Operation extends EngineOperation>(question: EngineQuestion<Operation>) {
      const { engine, operation, request, priority = 'interactive', signal } = question;
      signal?.throwIfAborted();
      if (closed) throw closedError();
      const json = Buffer.from(JSON.stringify({ operation, request }));
      const refusal = findRefusal(request, json);
      if (refusal !== undefined) return refusal;
      const limitMs = timeLimitOf(operation, json.length, timeLimits);
      const outcome = await enqueue({ engine, json, limitMs, priority, signal });
      // An engine answers in the shape of the operation that it was asked: its artefact is pinned by digest, and its tests compare the two.
      return outcome as EngineOutcome<Operation>;
    },
    async getRevision(engine) {
      return (await getArtefact(engine)).digest;
    },
    async close() {
      closed = true;
      for (const waiting of queue.removeAll(() => true)) waiting.reject(closedError());
      await Promise.all([...seatsByEngine.values()].map((seats) => seats.close()));
    },
  };
}

function parseOutcome(answer: Buffer): EngineOutcome<EngineOperation> | undefined {
  try {
    return JSON.parse(answer.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof RegistryError && error.code === 'ENGINE_UNAVAILABLE';
}

function closedError(): RegistryError {
  return new RegistryError('ENGINE_UNAVAILABLE', 'the engines are being ended, as this program is');
}
