/** What the engine asked to end itself with, such as 2 after a fatal error of Go's runtime. */
export class ExitError extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the engine ended itself with ${code}`);
    this.name = 'ExitError';
    this.code = code;
  }
}

export interface WasiOptions {
  /** `NAME=value`. */
  readonly environment: readonly string[];
  readonly memory: () => WebAssembly.Memory;
  /** Nanoseconds that only ever grow; Go's collector paces itself by them. The date is always 1970. */
  readonly monotonicClock: () => bigint;
  /** What the engine writes to standard output and error. */
  readonly write: (bytes: Uint8Array) => void;
}

type WasiFunction = (...parameters: never[]) => number;

const success = 0;
const badDescriptor = 8;
const notSupported = 52;
const realTimeClock = 0;

/**
 * The handful of calls of `wasi_snapshot_preview1` that Go's runtime makes. There are no files and no network: every other import answers
 * "not supported". Random numbers are the same in every instance, so that one question always has one answer.
 */
export function createWasi(module: WebAssembly.Module, options: WasiOptions): WebAssembly.Imports {
  const { memory, environment } = options;
  const view = () => new DataView(memory().buffer);
  const bytes = (address: number, length: number) => new Uint8Array(memory().buffer, address, length);
  const variables = environment.map((text) => new TextEncoder().encode(`${text}\0`));
  let random = 0x9e3779b9;

  const calls: Readonly<Record<string, WasiFunction>> = {
    args_sizes_get: (count: number, size: number) => writeSizes(view(), { count, size }, []),
    args_get: () => success,
    environ_sizes_get: (count: number, size: number) => writeSizes(view(), { count, size }, variables),
    environ_get(pointers: number, buffer: number) {
      let at = buffer;
      for (const [index, variable] of variables.entries()) {
        view().setUint32(pointers + 4 * index, at, true);
        bytes(at, variable.length).set(variable);
        at += variable.length;
      }
      return success;
    },
    clock_time_get(clock: number, _precision: bigint, time: number) {
      view().setBigUint64(time, clock === realTimeClock ? 0n : options.monotonicClock(), true);
      return success;
    },
    random_get(address: number, length: number) {
      for (const [index] of bytes(address, length).entries()) {
        // xorshift32
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        view().setUint8(address + index, random & 0xff);
      }
      return success;
    },
    fd_write(_descriptor: number, vectors: number, count: number, written: number) {
      let total = 0;
      for (let at = vectors; at < vectors + 8 * count; at += 8) {
        const length = view().getUint32(at + 4, true);
        options.write(bytes(view().getUint32(at, true), length));
        total += length;
      }
      view().setUint32(written, total, true);
      return success;
    },
    // There are no folders and no descriptors to tell of.
    fd_prestat_get: () => badDescriptor,
    fd_fdstat_get: () => badDescriptor,
    // Go sleeps until a timer is due: the first event is told at once, and it looks at its clock again.
    poll_oneoff(subscriptions: number, events: number, _count: number, happened: number) {
      bytes(events, 32).fill(0);
      bytes(events, 8).set(bytes(subscriptions, 8));
      view().setUint32(happened, 1, true);
      return success;
    },
    sched_yield: () => success,
    proc_exit(code: number): never {
      throw new ExitError(code);
    },
  };
  const wanted = WebAssembly.Module.imports(module).map(({ name }) => [name, calls[name] ?? (() => notSupported)]);
  return { wasi_snapshot_preview1: Object.fromEntries(wanted) };
}

function writeSizes(
  view: DataView,
  at: { readonly count: number; readonly size: number },
  texts: readonly Uint8Array[],
): number {
  view.setUint32(at.count, texts.length, true);
  view.setUint32(
    at.size,
    texts.reduce((total, { length }) => total + length, 0),
    true,
  );
  return success;
}
