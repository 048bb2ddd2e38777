import type { Finding } from '../../schemas/finding.ts';
import type { ExaminedPackage } from '../examine-package.ts';
import { stripControls } from '../terminal/strip-controls.ts';
import { joinPath } from './findings-report.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Finding['severity'],
  string
>;

/** Writes findings as workflow commands, which GitHub shows beside the lines of a pull request. */
export function toGithubLines(examined: readonly ExaminedPackage[]): readonly string[] {
  return examined.flatMap(({ path, findings }) =>
    findings.map((finding) => {
      const properties = [
        `file=${escapeProperty(joinPath(path, finding.file))}`,
        `line=${finding.line}`,
        `col=${finding.column}`,
        `title=${escapeProperty(toTitle(finding))}`,
      ];
      const fix = finding.fix === undefined ? '' : `%0A${escapeData(finding.fix)}`;
      return `::${levels[finding.severity]} ${properties.join(',')}::${escapeData(finding.message)}${fix}`;
    }),
  );
}

function toTitle({ rule, for: lines }: Finding): string {
  return lines === undefined ? rule : `${rule} on ${lines.join(', ')}`;
}

// As `@actions/core` escapes: a percent sign begins an escape, and nothing may begin a new line, which could be a new command.
function escapeData(text: string): string {
  return stripControls(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
