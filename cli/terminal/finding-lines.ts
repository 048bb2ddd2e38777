import type { Finding, Severity } from '../../schemas/finding.ts';
import type { Line, Style } from './terminal.ts';

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, Style>;

/** Shows findings: place, severity, the release lines that are meant when not all are, message and rule in one line, the fix below it. `place` turns a path inside the addon into one that can be opened. */
export function toFindingLines(findings: readonly Finding[], place: (file: string) => string): readonly Line[] {
  return findings.flatMap((finding): Line[] => [
    [
      `${place(finding.file)}:${finding.line}:${finding.column} `,
      { text: finding.severity, style: styles[finding.severity] },
      `${finding.for === undefined ? '' : ` on ${finding.for.join(', ')}`}: ${finding.message} `,
      { text: finding.rule, style: 'dim' },
    ],
    ...(finding.fix === undefined ? [] : [[{ text: '  fix', style: 'dim' }, `: ${finding.fix}`] satisfies Line]),
  ]);
}
