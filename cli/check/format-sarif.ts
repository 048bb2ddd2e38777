import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../schemas/finding.ts';
import type { ExaminedPackage } from '../examine-package.ts';
import { joinPath } from './findings-report.ts';

/** What a report says of a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly reason: string;
}

export interface SarifOptions {
  readonly examined: readonly ExaminedPackage[];
  /** What is known of the rules; those without a finding are left out. */
  readonly rules: readonly RuleSummary[];
  /** The version of this program. */
  readonly version: string;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Finding['severity'],
  string
>;

/** Writes findings as a SARIF 2.1.0 log (OASIS standard), one run, columns in UTF-16 units. */
export function toSarif({ examined, rules, version }: SarifOptions): object {
  const results = examined.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
  const ids = [...new Set(results.map(({ finding }) => finding.rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'chandlery', version, rules: ids.map((id) => toReportingDescriptor(id, rules)) } },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ path, finding }) => toResult(finding, { path, ruleIndex: ids.indexOf(finding.rule) })),
      },
    ],
  };
}

function toReportingDescriptor(id: string, rules: readonly RuleSummary[]): object {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.reason },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function toResult(finding: Finding, place: { readonly path: string; readonly ruleIndex: number }): object {
  const fix = finding.fix === undefined ? '' : `\n${finding.fix}`;
  return {
    ruleId: finding.rule,
    ruleIndex: place.ruleIndex,
    level: levels[finding.severity],
    message: { text: `${finding.message}${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(joinPath(place.path, finding.file)) },
          region: { startLine: finding.line, startColumn: finding.column },
        },
      },
    ],
    // Absent: all release lines.
    ...(finding.for === undefined ? {} : { properties: { for: finding.for } }),
  };
}

/** A path from here stays relative, as viewers resolve it against the checkout. */
function toUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
