/** A line of two texts laid over one another; numbers count from 1 and are absent where the side has no such line. */
export interface DiffRow {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before?: number;
  readonly after?: number;
  readonly text: string;
}

/** Changed lines with those around them. */
export type DiffHunk = readonly DiffRow[];

/** How the text of a changed file differs; `folded`: not looked at yet, because others came first. */
export interface FileTextDiff {
  readonly path: string;
  readonly view:
    | { readonly kind: 'text'; readonly hunks: readonly DiffHunk[] }
    | { readonly kind: 'binary' | 'tooLarge' | 'folded' };
}

/** A line of the left and a line of the right, next to each other. */
export interface DiffPair {
  readonly left: DiffRow | undefined;
  readonly right: DiffRow | undefined;
}

/** Lays a hunk out in two columns: what was removed stands beside what came in its place. */
export function toPairs(hunk: DiffHunk): readonly DiffPair[] {
  const pairs: DiffPair[] = [];
  let removed: DiffRow[] = [];
  let added: DiffRow[] = [];
  function flush(): void {
    const count = Math.max(removed.length, added.length);
    for (let index = 0; index < count; index += 1) pairs.push({ left: removed[index], right: added[index] });
    removed = [];
    added = [];
  }
  for (const row of hunk) {
    if (row.kind === 'removed') {
      if (added.length > 0) flush();
      removed.push(row);
    } else if (row.kind === 'added') added.push(row);
    else {
      flush();
      pairs.push({ left: row, right: row });
    }
  }
  flush();
  return pairs;
}
