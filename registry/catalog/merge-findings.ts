import type { Finding } from '../../schemas/finding.ts';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import { compareFindings, identifyFinding } from '../findings.ts';

/** Findings of one content by one release line. */
export interface LineFindings {
  readonly line: ReleaseLine;
  readonly findings: readonly Finding[];
}

/**
 * Brings the findings of several lines together, sorted: what all lines of KubeVela say stands once and without `for`,
 * anything else once with the lines that say it.
 */
export function mergeLineFindings(lines: readonly LineFindings[]): readonly Finding[] {
  const merged = new Map<string, { readonly finding: Finding; readonly concerned: Set<string> }>();
  for (const { findings } of lines) {
    for (const finding of findings) {
      const key = identifyFinding(finding);
      const concerned = merged.get(key)?.concerned ?? new Set();
      for (const each of finding.for ?? releaseLineSchema.enum) concerned.add(each);
      merged.set(key, { finding, concerned });
    }
  }
  return [...merged.values()].map(({ finding, concerned }) => withLines(finding, concerned)).sort(compareFindings);
}

function withLines(finding: Finding, concerned: ReadonlySet<string>): Finding {
  const { rule, severity, for: _lines, ...rest } = finding;
  const lines = releaseLineSchema.enum.filter((line) => concerned.has(line));
  return lines.length === releaseLineSchema.enum.length
    ? { rule, severity, ...rest }
    : { rule, severity, for: lines, ...rest };
}
