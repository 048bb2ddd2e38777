import { pageBytes } from './cap-memory.ts';
import { createWasi } from './wasi.ts';

/** An engine as the child asks it. */
export interface HostedEngine {
  /** Answers a question in JSON with an EngineOutcome in JSON. Never throws: what goes wrong is an outcome too. */
  ask(question: Uint8Array): Uint8Array;
  /** Makes the next question meet an instance that is ready and has memory left. */
  prepare(): void;
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

interface Instance {
  readonly exports: EngineExports;
  /** The end of what it printed. */
  lastWords(): string;
}

const memoryBytes = 256 * 1024 * 1024;

/** The memory that an instance can have, in pages. */
export const maxMemoryPages = memoryBytes / pageBytes;

/** Linear memory never shrinks: past this an instance makes room for a new one. Go's collector tries to stay below it. */
const recycledAtBytes = memoryBytes * 0.75;
/** The server reads an answer in one go; real ones stay below a megabyte. */
const maxAnswerBytes = 16 * 1024 * 1024;
const maxLastWords = 4_096;

/** Hosts the instances of a compiled module, one at a time: a new one after any exception, and when memory runs short. */
export function hostEngine(module: WebAssembly.Module): HostedEngine {
  let current: Instance | undefined;
  // At first that is what the module was unpacked from.
  let hasGarbage = true;
  return {
    ask(question) {
      let instance: Instance | undefined;
      try {
        instance = current ?? instantiate(module);
        // Nothing can be said of the state that an exception leaves behind.
        current = undefined;
        const answer = callInstance(instance.exports, question);
        if (instance.exports.memory.buffer.byteLength <= recycledAtBytes) current = instance;
        return answer;
      } catch (error) {
        return describeEnd(error, instance);
      }
    },
    prepare() {
      // The memory of an old instance is given back before a new one takes its own.
      if (hasGarbage || current === undefined) collectGarbage();
      hasGarbage = false;
      current ??= instantiate(module);
    },
  };
}

/** Twice: the memory that the first run finds unused is only given back by the second, as no event loop turns here. */
function collectGarbage(): void {
  globalThis.gc?.();
  globalThis.gc?.();
}

function instantiate(module: WebAssembly.Module): Instance {
  const printed: string[] = [];
  const wasi = createWasi(module, {
    environment: [`GOMEMLIMIT=${recycledAtBytes}`],
    memory: () => exports.memory,
    monotonicClock: () => process.hrtime.bigint(),
    write(bytes) {
      printed.push(Buffer.from(bytes).toString('utf8'));
      if (printed.length > maxLastWords) printed.shift();
    },
  });
  // The interface of the artefacts: their digests are checked, their exports need not be.
  const exports = new WebAssembly.Instance(module, wasi).exports as unknown as EngineExports;
  exports._initialize();
  return { exports, lastWords: () => printed.join('').slice(-maxLastWords) };
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
function describeEnd(error: unknown, instance: Instance | undefined): Uint8Array {
  const words = instance?.lastWords() ?? '';
  const reason = /^(?:fatal error|panic|runtime): .*$/m.exec(words)?.[0] ?? String(error);
  if (error instanceof RangeError || /stack overflow|stack exceeds/.test(words)) {
    return toStopped('depth', 'the evaluation nests deeper than the stack of an engine');
  }
  const bytes = instance?.exports.memory.buffer.byteLength ?? 0;
  if (/out of memory|cannot allocate/.test(words) || bytes > recycledAtBytes) {
    return toStopped('memory', `the evaluation needs more than ${memoryBytes / 1024 ** 2} MiB`);
  }
  return toStopped('crash', reason);
}

function toStopped(reason: 'size' | 'depth' | 'memory' | 'crash', message: string): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'stopped', reason, message }));
}
