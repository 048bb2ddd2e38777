/** Finds the word that was probably meant, by the number of letters that were added, left out, changed or swapped; undefined when none is near. */
export function findNearestWord(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let nearest: string | undefined;
  let most = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of known) {
    const distance = countEdits(lower, candidate.toLowerCase(), most);
    if (distance === undefined) continue;
    nearest = candidate;
    if (distance === 0) break;
    // From now on only what is nearer counts.
    most = distance - 1;
  }
  return nearest;
}

// The last three rows of the table of distances; kept, because many pairs of words are compared at a time.
let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/** The optimal string alignment distance (Damerau-Levenshtein where no part is edited twice); undefined when it is more than `most`, which is seen early. */
export function countEdits(left: string, right: string, most: number): number | undefined {
  if (Math.abs(left.length - right.length) > most) return undefined;
  if (right.length >= rows[0].length) {
    const size = right.length + 1;
    rows = [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
  }
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= right.length; column += 1) last[column] = column;
  let leastOfLast = 0;
  for (let row = 1; row <= left.length; row += 1) {
    current[0] = row;
    let least = row;
    let edits = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      edits = Math.min(edits + 1, (last[column] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
      ) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      }
      current[column] = edits;
      if (edits < least) least = edits;
    }
    // A swap reaches back over one row, so two in a row must be out of reach.
    if (least > most && leastOfLast > most) return undefined;
    leastOfLast = least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  const distance = last[right.length] ?? 0;
  return distance > most ? undefined : distance;
}
