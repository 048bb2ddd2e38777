import { MirrorDamaged } from './git-error.ts';
import { type GitContext, startGit, stopGit } from './run-git.ts';

/** What Git says of one object. `bytes` is there when it was asked for. */
export interface ObjectReply {
  readonly objectId: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array | undefined;
}

/** One `git cat-file` that stays open; requests are answered in the order in which they came. */
export interface ObjectChannel {
  /** Asks for objects by name (an object id, or `<commit>:<path>`); undefined where there is none. Throws MirrorDamaged. */
  request(names: readonly string[]): Promise<readonly (ObjectReply | undefined)[]>;
  close(): void;
}

interface Waiting {
  resolve(reply: ObjectReply | undefined): void;
  reject(reason: unknown): void;
}

/** A local disk that says nothing for so long is as good as gone. */
const silenceMs = 60_000;
const headerPattern = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) (commit|tree|blob|tag) (\d+)$/;

/** Opens a channel that describes objects (`--batch-check`) or reads them (`--batch`). */
export function openObjectChannel(context: GitContext, mode: '--batch' | '--batch-check'): ObjectChannel {
  const child = startGit(context, ['cat-file', mode]);
  const waiting: Waiting[] = [];
  const parser = new ReplyParser(mode === '--batch');
  let failure: Error | undefined;
  let said = '';

  const silence = setTimeout(() => {
    if (waiting.length > 0) fail(new MirrorDamaged('git cat-file fell silent'));
  }, silenceMs);
  silence.unref();

  function fail(reason: Error): void {
    failure ??= reason;
    clearTimeout(silence);
    stopGit(child);
    for (const { reject } of waiting.splice(0)) reject(failure);
  }

  child.stdout.on('data', (chunk: Buffer) => {
    silence.refresh();
    try {
      for (const reply of parser.push(chunk)) waiting.shift()?.resolve(reply);
    } catch (error) {
      fail(error instanceof Error ? error : new MirrorDamaged(String(error)));
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString('utf8')}`.slice(-1_000);
  });
  child.stdin.on('error', () => undefined);
  child.once('error', (cause) => fail(new Error('no shell can be started', { cause })));
  child.once('close', () => fail(new MirrorDamaged(`git cat-file ended: ${said.trim()}`)));

  return {
    request(names) {
      if (failure !== undefined) return Promise.reject(failure);
      silence.refresh();
      const replies = names.map(
        () => new Promise<ObjectReply | undefined>((resolve, reject) => waiting.push({ resolve, reject })),
      );
      if (names.length > 0) child.stdin.write(names.map((name) => `${name}\n`).join(''));
      return Promise.all(replies);
    },
    close: () => fail(new Error('the snapshot is closed')),
  };
}

/** Cuts the output of `git cat-file` into replies, whatever the chunks. */
class ReplyParser {
  readonly #withBytes: boolean;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #header: { readonly objectId: string; readonly type: string; readonly sizeBytes: number } | undefined;

  constructor(withBytes: boolean) {
    this.#withBytes = withBytes;
  }

  *push(chunk: Buffer): Generator<ObjectReply | undefined> {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    // A large object arrives in many chunks; they are joined once, when it is complete.
    if (this.#header !== undefined && this.#heldBytes <= this.#header.sizeBytes) return;
    let rest: Buffer = this.#held.length === 1 ? chunk : Buffer.concat(this.#held);
    for (;;) {
      if (this.#header !== undefined) {
        const { sizeBytes } = this.#header;
        if (rest.length <= sizeBytes) break;
        yield { ...this.#header, bytes: Uint8Array.prototype.slice.call(rest, 0, sizeBytes) };
        rest = rest.subarray(sizeBytes + 1);
        this.#header = undefined;
        continue;
      }
      const end = rest.indexOf('\n');
      if (end < 0) break;
      const line = rest.toString('utf8', 0, end);
      rest = rest.subarray(end + 1);
      const header = parseHeader(line);
      if (header === undefined || !this.#withBytes)
        yield header === undefined ? undefined : { ...header, bytes: undefined };
      else this.#header = header;
    }
    this.#held = rest.length === 0 ? [] : [rest];
    this.#heldBytes = rest.length;
  }
}

function parseHeader(line: string): { objectId: string; type: string; sizeBytes: number } | undefined {
  const [, objectId, type, size] = headerPattern.exec(line) ?? [];
  if (objectId !== undefined && type !== undefined && size !== undefined) {
    return { objectId, type, sizeBytes: Number(size) };
  }
  if (line.endsWith(' missing') || line.endsWith(' ambiguous')) return undefined;
  throw new MirrorDamaged(`git cat-file answered ${JSON.stringify(line.slice(0, 200))}`);
}
