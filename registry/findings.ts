import type { Finding, Severity } from '../schemas/finding.ts';

export interface FindingOptions {
  readonly rule: string;
  readonly severity: Severity;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly fix?: string;
  readonly for?: readonly string[];
}

/** Makes a finding with its documentation path; without a position it points at line 1, column 1. */
export function createFinding(options: FindingOptions): Finding {
  return {
    rule: options.rule,
    severity: options.severity,
    ...(options.for === undefined ? {} : { for: [...options.for] }),
    file: options.file ?? '',
    line: options.line ?? 1,
    column: options.column ?? 1,
    message: options.message,
    ...(options.fix === undefined ? {} : { fix: options.fix }),
    doc: `/rules/${options.rule}`,
  };
}

const severityRank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Orders findings by file, line, column, severity, rule and message, so that equal content prints equal reports. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    severityRank[left.severity] - severityRank[right.severity] ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message)
  );
}

/** Orders texts by UTF-16 code units, the same on every machine and locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
