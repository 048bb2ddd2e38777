import picocolors from 'picocolors';
import { stripControls } from './strip-controls.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** A piece of a line; whatever it holds, no control character of it reaches the terminal. */
export type Segment = string | { readonly text: string; readonly style: Style };

/** One line of output. */
export type Line = string | readonly Segment[];

/** Where a command prints to. */
export interface Terminal {
  /** Prints a result line. */
  print(line: Line): void;
  /** Prints a value as JSON. */
  printJson(value: unknown): void;
  /** Prints text as it is; for documents of a format of their own, never for content of others. */
  printDocument(text: string): void;
  /** Tells the person who waits; not part of the result. */
  note(line: Line): void;
  /** Shows how far the work has come: rewritten in place on a terminal, now and then a line elsewhere. An empty text ends it. */
  progress(text: string): void;
}

export interface TerminalOptions {
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const quietMs = 1_000;
const plainEveryMs = 5_000;
const rewriteEveryMs = 100;

/** Makes a terminal of two streams. Colours only where the stream is a terminal and `NO_COLOR` is not set. */
export function createTerminal({ stdout, stderr, environment, now }: TerminalOptions): Terminal {
  const colourful = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  const outColors = picocolors.createColors(colourful && stdout.isTTY === true);
  const errColors = picocolors.createColors(colourful && stderr.isTTY === true);
  let startedAt: number | undefined;
  let shownAt: number | undefined;
  let shown = false;

  function clear(): void {
    if (shown && stderr.isTTY === true) stderr.write('\r\u001b[K');
    shown = false;
  }

  return {
    print(line) {
      clear();
      stdout.write(`${paint(line, outColors)}\n`);
    },
    printJson(value) {
      clear();
      stdout.write(`${toSafeJson(value)}\n`);
    },
    printDocument(text) {
      clear();
      stdout.write(text);
    },
    note(line) {
      clear();
      stderr.write(`${paint(line, errColors)}\n`);
    },
    progress(text) {
      if (text === '') {
        clear();
        startedAt = undefined;
        shownAt = undefined;
        return;
      }
      const time = now();
      startedAt ??= time;
      if (time - startedAt < quietMs) return;
      const pauseMs = stderr.isTTY === true ? rewriteEveryMs : plainEveryMs;
      if (shownAt !== undefined && time - shownAt < pauseMs) return;
      shownAt = time;
      clear();
      stderr.write(stderr.isTTY === true ? stripControls(text) : `${stripControls(text)}\n`);
      shown = true;
    },
  };
}

function paint(line: Line, colors: ReturnType<typeof picocolors.createColors>): string {
  const segments = typeof line === 'string' ? [line] : line;
  return segments
    .map((segment) =>
      typeof segment === 'string' ? stripControls(segment) : colors[segment.style](stripControls(segment.text)),
    )
    .join('');
}

/** JSON escapes the first control characters by itself; the others, and what turns the direction of text, are escaped here. */
function toSafeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
