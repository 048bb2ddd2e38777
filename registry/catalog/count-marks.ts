import type { Severity } from '../../schemas/finding.ts';
import type { FindingCounts } from '../../schemas/rest.ts';
import type { LineVerdict } from '../storage/types.ts';

/** Counts the findings of a content over its lines by their marks: one that several lines share counts once. */
export function countMarks(verdicts: readonly Pick<LineVerdict, 'findingMarks'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const mark of new Set(verdicts.flatMap(({ findingMarks }) => findingMarks))) {
    const severity = severities[mark.charAt(0)];
    if (severity !== undefined) counts[severity] += 1;
  }
  return counts;
}

const severities: Readonly<Record<string, Severity>> = { e: 'error', w: 'warning', i: 'info' };
