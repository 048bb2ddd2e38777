import { stripControls } from './strip-controls.ts';
import type { Line, Segment } from './terminal.ts';

/** One cell; a style holds for the whole cell. */
export type Cell = Segment;

const gap = '  ';
// Letters of East Asian scripts and pictures take two columns.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;

/** Lays out rows in columns as wide as their widest cell; the last column is never filled up. */
export function toTable(rows: readonly (readonly Cell[])[]): readonly Line[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(textOf(cell)));
  }
  return rows.map((row) =>
    row.flatMap((cell, column): Segment[] => {
      if (column === row.length - 1) return [cell];
      return [cell, ' '.repeat((widths[column] ?? 0) - widthOf(textOf(cell))), gap];
    }),
  );
}

/** Cuts text to a number of columns; what was cut shows as `…`. */
export function shorten(text: string, columns: number): string {
  const clean = stripControls(text);
  if (widthOf(clean) <= columns) return clean;
  let kept = '';
  for (const character of clean) {
    if (widthOf(kept) + widthOf(character) > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function textOf(cell: Cell): string {
  return stripControls(typeof cell === 'string' ? cell : cell.text);
}

function widthOf(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}
