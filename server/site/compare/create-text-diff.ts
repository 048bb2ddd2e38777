import { structuredPatch } from 'diff';
import type { DiffHunk, DiffRow, FileTextDiff } from '../../../web/context/text-diff.ts';

/** What a comparison of one file may cost. */
export const textLimits = { maxBytes: 200_000, maxLines: 4000, maxEdits: 2000, contextLines: 3 } as const;

/**
 * Lays two texts of a file over one another, line by line; bytes that are no text, and texts that are too long or too different, are told apart.
 * With fewer `maxEdits` than there could be (lines that came or went; the time it takes grows with their square) texts that differ more are folded.
 */
export function createTextDiff(
  before: Uint8Array,
  after: Uint8Array,
  maxEdits: number = textLimits.maxEdits,
): FileTextDiff['view'] {
  if (Math.max(before.length, after.length) > textLimits.maxBytes) return { kind: 'tooLarge' };
  const [was, is] = [findText(before), findText(after)];
  if (was === undefined || is === undefined) return { kind: 'binary' };
  if (Math.max(countLines(was), countLines(is)) > textLimits.maxLines) return { kind: 'tooLarge' };
  const patch = structuredPatch('before', 'after', was, is, undefined, undefined, {
    context: textLimits.contextLines,
    maxEditLength: maxEdits,
  });
  if (patch === undefined) return { kind: maxEdits < textLimits.maxEdits ? 'folded' : 'tooLarge' };
  return { kind: 'text', hunks: patch.hunks.map(toHunk) };
}

function toHunk(hunk: {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}): DiffHunk {
  let [before, after] = [hunk.oldStart, hunk.newStart];
  return hunk.lines.flatMap((line): readonly DiffRow[] => {
    const text = line.slice(1).replace(/\r$/, '');
    switch (line[0]) {
      case '-':
        return [{ kind: 'removed', before: before++, text }];
      case '+':
        return [{ kind: 'added', after: after++, text }];
      case ' ':
        return [{ kind: 'same', before: before++, after: after++, text }];
      // `\ No newline at end of file` is no line of either.
      default:
        return [];
    }
  });
}

function findText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function countLines(text: string): number {
  return text.split('\n').length;
}
