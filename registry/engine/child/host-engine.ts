import { pageBytes } from './cap-memory.ts';
import { createWasi } from './wasi.ts';

/** What came of a question. */
export interface HostedAnswer {
  /** An EngineOutcome in JSON. */
  readonly outcome: Uint8Array;
  /** The instance is not to be asked again: it threw, or has little memory left. */
  readonly isSpent: boolean;
}

/** An engine as the child asks it. */
export interface HostedEngine {
  /** Answers a question in JSON. Never throws: what goes wrong is an outcome too. */
  ask(question: Uint8Array): HostedAnswer;
}

/** What an artefact exports. */
interface EngineExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  alloc(size: number): number;
  /** Address << 32 | length of the answer. */
  call(address: number, length: number): bigint;
  done(): void;
}

// A child takes about 120 MiB beside the memory of its instance: with more than this it would pass 350 MB.
const memoryBytes = 208 * 1024 * 1024;
/** Linear memory never shrinks: past this there is too little left for another question. */
const spentAtBytes = 192 * 1024 * 1024;

/** The memory that an instance can have, in pages. */
export const maxMemoryPages = memoryBytes / pageBytes;

/** The server reads an answer in one go; real ones stay below a megabyte. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** Go's runtime says first what is fatal, then where every goroutine stood. */
const maxPrinted = 1_024;

/**
 * Makes the one instance of a module that this process holds: the memory of an instance that is dropped comes back late, so a new one
 * starts in a new process.
 */
export function hostEngine(module: WebAssembly.Module): HostedEngine {
  let printed = '';
  const wasi = createWasi(module, {
    // Go collects harder as it comes near to it.
    environment: [`GOMEMLIMIT=${memoryBytes * 0.75}`],
    memory: () => exports.memory,
    monotonicClock: () => process.hrtime.bigint(),
    write(bytes) {
      if (printed.length < maxPrinted) printed += Buffer.from(bytes).toString('utf8');
    },
  });
  // The interface of the artefacts: their digests are checked, their exports need not be.
  const exports = new WebAssembly.Instance(module, wasi).exports as unknown as EngineExports;
  exports._initialize();

  return {
    ask(question) {
      try {
        const outcome = callInstance(exports, question);
        return { outcome, isSpent: exports.memory.buffer.byteLength > spentAtBytes };
      } catch (error) {
        // Nothing can be said of the state that an exception leaves behind.
        return { outcome: describeEnd(error, { printed, bytes: exports.memory.buffer.byteLength }), isSpent: true };
      }
    },
  };
}

function callInstance(exports: EngineExports, question: Uint8Array): Uint8Array {
  const at = exports.alloc(question.length) >>> 0;
  new Uint8Array(exports.memory.buffer, at, question.length).set(question);
  const place = BigInt.asUintN(64, exports.call(at, question.length));
  const address = Number(place >> 32n);
  const length = Number(place & 0xffff_ffffn);
  if (address + length > exports.memory.buffer.byteLength) throw new Error('its answer lies outside of its memory');
  if (length > maxAnswerBytes)
    return toStopped('size', `the answer has ${length} bytes, at most ${maxAnswerBytes} are read`);
  const answer = new Uint8Array(exports.memory.buffer, address, length).slice();
  exports.done();
  return answer;
}

/** Tells how an instance ended by what was thrown, by what Go's runtime printed, and by its memory. */
function describeEnd(error: unknown, end: { readonly printed: string; readonly bytes: number }): Uint8Array {
  if (error instanceof RangeError || /stack overflow|stack exceeds/.test(end.printed)) {
    return toStopped('depth', 'the evaluation nests deeper than the stack of an engine');
  }
  if (/out of memory|cannot allocate/.test(end.printed) || end.bytes > spentAtBytes) {
    return toStopped('memory', `the evaluation needs more than ${memoryBytes / 1024 ** 2} MiB`);
  }
  return toStopped('crash', /^(?:fatal error|panic|runtime): .*$/m.exec(end.printed)?.[0] ?? String(error));
}

function toStopped(reason: 'size' | 'depth' | 'memory' | 'crash', message: string): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'stopped', reason, message }));
}
