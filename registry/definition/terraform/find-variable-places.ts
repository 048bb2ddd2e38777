import type { Place } from '../template/types.ts';

const head = /^[ \t]*variable[ \t]+(?:"([^"]+)"|([\w-]+))[ \t]*\{/gm;
const jsonKey = /"((?:[^"\\]|\\.)+)"[ \t\r\n]*:/g;

/** Finds where variables begin, by the look of the text: blocks in HCL, keys in JSON. The last of one name counts. */
export function findVariablePlaces(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const isJson = text.trimStart().startsWith('{');
  for (const match of text.matchAll(isJson ? jsonKey : head)) {
    const name = match[1] ?? match[2];
    if (name === undefined) continue;
    const indent = match[0].length - match[0].trimStart().length;
    const before = text.slice(0, match.index + indent).split('\n');
    places.set(name, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
  return places;
}
