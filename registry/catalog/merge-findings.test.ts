import { expect, test } from 'vitest';
import type { Finding } from '../../schemas/finding.ts';
import { aFinding } from '../../test/support/version-entry.ts';
import { toFindingMarks } from '../storage/finding-marks.ts';
import { countMarks } from './count-marks.ts';
import { type LineFindings, mergeLineFindings } from './merge-findings.ts';

const told = (message: string, ...lines: readonly string[]): Finding =>
  lines.length === 0 ? aFinding(message) : { ...aFinding(message), for: [...lines] };
const lines: readonly LineFindings[] = [
  { line: '1.9', findings: [told('all', '1.9'), told('alike'), told('old', '1.9')] },
  { line: '1.10', findings: [told('all', '1.10'), told('alike'), told('old', '1.10'), told('old', '1.10')] },
  { line: '1.11', findings: [told('all', '1.11'), told('alike'), told('new', '1.11')] },
];

test('what all lines say stands once without lines, the rest with the lines that say it', () => {
  expect(mergeLineFindings(lines)).toEqual([
    told('alike'),
    told('all'),
    told('new', '1.11'),
    told('old', '1.9', '1.10'),
  ]);
});

test('what does not depend on the line concerns all, though only one was judged', () => {
  expect(mergeLineFindings([{ line: '1.10', findings: [told('alike'), told('own', '1.10')] }])).toEqual([
    told('alike'),
    told('own', '1.10'),
  ]);
});

test('the order of lines does not matter', () => {
  expect(mergeLineFindings(lines.toReversed())).toEqual(mergeLineFindings(lines));
});

test('marks count what merging leaves', () => {
  const marked = lines.map(({ findings }) => ({ findingMarks: toFindingMarks(findings) }));
  expect(countMarks(marked)).toEqual({ error: 0, warning: mergeLineFindings(lines).length, info: 0 });
});
