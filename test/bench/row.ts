/** One line of the table that `npm run bench` prints. A ratio is wanted to be at least, everything else at most so large; `wanted` undefined is only told. */
export interface Row {
  readonly work: string;
  readonly ours: string;
  readonly baseline: string;
  readonly result: number;
  readonly unit: 'ratio' | 's' | 'MB';
  readonly wanted: number | undefined;
}
