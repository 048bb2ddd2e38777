import type { PreviewDocument } from '../../schemas/preview.ts';

/** How far a text may go before its deep lines are left out, in characters, and how many lines around a change always stay. */
export const foldLimits = { characters: 24_000, around: 2 } as const;

/**
 * Leaves out the deeply indented lines of a long document, as few levels as there is room for, and says how many lines each gap holds.
 * Lines that differ from the defaults stay, with what is around them; line numbers of the answer count the lines that are left.
 */
export function foldDocument(document: PreviewDocument): PreviewDocument {
  const { text, added, removed, ...head } = document;
  if (text === undefined || text.length <= foldLimits.characters) return document;
  const lines = text.replace(/\n$/, '').split('\n');
  const depths = lines.map(toDepth);
  const near = findNear(document, lines.length);
  const depth = findDepth(lines, { depths, near });
  const kept: string[] = [];
  const gaps: { at: number; lines: number }[] = [];
  /** Where a line of the document stands among those that are left; for one that is not, the next. */
  const places: number[] = [];
  const standing = new Set<number>();
  let room: number = foldLimits.characters;
  let missing = 0;
  for (const [index, line] of lines.entries()) {
    places.push(kept.length + 1);
    const stays = (near.has(index) || (depths[index] ?? 0) <= depth) && room >= line.length;
    if (!stays) {
      missing += 1;
      continue;
    }
    if (missing > 0) gaps.push({ at: kept.length + 1, lines: missing });
    missing = 0;
    room -= line.length + 1;
    kept.push(line);
    standing.add(index + 1);
  }
  if (missing > 0) gaps.push({ at: kept.length + 1, lines: missing });
  return {
    ...head,
    text: `${kept.join('\n')}\n`,
    gaps,
    ...(added === undefined
      ? {}
      : { added: added.filter((line) => standing.has(line)).map((line) => places[line - 1] ?? line) }),
    ...(removed === undefined
      ? {}
      : { removed: removed.map(({ at, text: gone }) => ({ at: places[at - 1] ?? kept.length + 1, text: gone })) }),
  };
}

/** Spaces before a line; the dash of an item counts as room, so an item stands as deep as its fields. */
function toDepth(line: string): number {
  return /^[ -]*/.exec(line)?.[0].length ?? 0;
}

function findNear({ added = [], removed = [] }: PreviewDocument, lines: number): ReadonlySet<number> {
  const near = new Set<number>();
  for (const line of [...added, ...removed.map(({ at }) => at)]) {
    const from = Math.max(0, line - 1 - foldLimits.around);
    const to = Math.min(lines - 1, line - 1 + foldLimits.around);
    for (let index = from; index <= to; index += 1) near.add(index);
  }
  return near;
}

/** The deepest level that there is room for. */
function findDepth(
  lines: readonly string[],
  { depths, near }: { readonly depths: readonly number[]; readonly near: ReadonlySet<number> },
): number {
  const sizes = new Map<number, number>();
  let room: number = foldLimits.characters;
  for (const [index, line] of lines.entries()) {
    const depth = depths[index] ?? 0;
    if (near.has(index)) room -= line.length + 1;
    else sizes.set(depth, (sizes.get(depth) ?? 0) + line.length + 1);
  }
  let deepest = -1;
  for (const [depth, size] of [...sizes].sort(([one], [other]) => one - other)) {
    room -= size;
    if (room < 0) break;
    deepest = depth;
  }
  return deepest;
}
