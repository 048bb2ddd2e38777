import { BoundedCache } from '../bounded-cache.ts';
import { toCanonicalJson } from '../canonical-json.ts';
import { digestOf } from '../digest.ts';
import type { EngineOperation, EngineOutcome, EnginePriority, EngineQuestion, OpenEngines } from './types.ts';

export interface CachingEnginesOptions {
  /** What answers may weigh together, in bytes of JSON; default 32 MiB. */
  readonly maxBytes?: number;
}

type Outcome = EngineOutcome<EngineOperation>;

/** A question that is being asked, and how many still want to know. */
interface SharedQuestion {
  readonly outcome: Promise<Outcome>;
  readonly withdraw: AbortController;
  askers: number;
}

/** Each weighs about 300 bytes; a question that had to be stopped is kept apart, so that no flood of good ones makes it be asked again. */
const maxStoppedBytes = 1024 * 1024;

/**
 * Remembers what engines answered, by the digest of the artefact, the operation and the request: an answer is a pure function of these. Equal
 * questions that are asked at the same time are asked once. A question that had to be stopped is not asked again either.
 */
export function createCachingEngines(engines: OpenEngines, options: CachingEnginesOptions = {}): OpenEngines {
  // Kept as text: objects would take several times as much as they are counted for.
  const answered = new BoundedCache<string>({ maxWeight: options.maxBytes ?? 32 * 1024 * 1024 });
  const stopped = new BoundedCache<string>({ maxWeight: maxStoppedBytes });
  const asked = new Map<string, SharedQuestion>();

  function share(key: string, question: EngineQuestion<EngineOperation>): SharedQuestion {
    const withdraw = new AbortController();
    const outcome = engines.ask({ ...question, signal: withdraw.signal }).then((told) => {
      const cache = told.kind === 'stopped' ? stopped : answered;
      const text = JSON.stringify(told);
      cache.save(key, text, key.length + text.length);
      return told;
    });
    const shared = { outcome, withdraw, askers: 0 };
    const sharedKey = toSharedKey(key, question.priority);
    asked.set(sharedKey, shared);
    const forget = () => {
      if (asked.get(sharedKey) === shared) asked.delete(sharedKey);
    };
    outcome.then(forget, forget);
    withdraw.signal.addEventListener('abort', forget, { once: true });
    return shared;
  }

  return {
    async ask<Operation extends EngineOperation>(question: EngineQuestion<Operation>) {
      const { engine, operation, request, priority, signal } = question;
      signal?.throwIfAborted();
      const key = `${await engines.getRevision(engine)} ${operation} ${digestOf(toCanonicalJson(request))}`;
      const known = stopped.find(key) ?? answered.find(key);
      const outcome =
        known === undefined
          ? await waitFor(asked.get(toSharedKey(key, priority)) ?? share(key, question), signal)
          : parseKept(known);
      // The operation is part of the key.
      return outcome as EngineOutcome<Operation>;
    },
    getRevision: engines.getRevision,
    close: engines.close,
  };
}

/** Reads back what `share` wrote. */
function parseKept(text: string): Outcome {
  return JSON.parse(text);
}

/** Background work that somebody begins to wait for is asked anew: it may stand at the end of a long queue. */
function toSharedKey(key: string, priority: EnginePriority = 'interactive'): string {
  return `${priority} ${key}`;
}

/** Waits until the answer is there or the asker has lost interest; the last one who does takes the question back. */
async function waitFor(shared: SharedQuestion, signal: AbortSignal | undefined): Promise<Outcome> {
  shared.askers += 1;
  if (signal === undefined) return shared.outcome;
  let leave: (() => void) | undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      shared.askers -= 1;
      if (shared.askers === 0) shared.withdraw.abort(signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([shared.outcome, left]);
  } finally {
    if (leave !== undefined) signal.removeEventListener('abort', leave);
  }
}
