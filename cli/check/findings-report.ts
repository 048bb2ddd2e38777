import type { FindingCounts } from '../../schemas/rest.ts';
import type { ExaminedPackage } from '../examine-package.ts';

/** Counts the findings of all packages by severity. */
export function countFindings(examined: readonly ExaminedPackage[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of examined.flatMap(({ findings }) => findings)) counts[severity] += 1;
  return counts;
}

/** The path of a file of a package as it can be opened from here; an empty file means the package itself. */
export function joinPath(path: string, file: string): string {
  if (file === '') return path;
  return path === '.' ? file : `${path.replace(/\/+$/, '')}/${file}`;
}
