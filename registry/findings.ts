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

/** What a rule document says that its findings repeat. */
interface RuleHead<Id extends string> {
  readonly id: Id;
  readonly severity: Severity;
  readonly fix?: string;
}

/** Where a rule is broken and how; a severity or fix given here goes before the rule's own. */
type RulePlace = Omit<FindingOptions, 'rule' | 'severity'> & { readonly severity?: Severity };

/** Makes a function that makes findings of a table of rules, with the severity and the advice that their documents state. */
export function createFindingMaker<Id extends string>(
  rules: readonly RuleHead<Id>[],
): (id: Id, place: RulePlace) => Finding {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (id, place) => {
    const { severity = 'error', fix } = byId.get(id) ?? {};
    return createFinding({ rule: id, severity, ...(fix === undefined ? {} : { fix }), ...place });
  };
}

/** A text that is the same for findings that say the same, whatever release lines they concern. */
export function identifyFinding(finding: Finding): string {
  const { rule, severity, file, line, column, message, fix } = finding;
  return JSON.stringify([rule, severity, file, line, column, message, fix ?? null]);
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
