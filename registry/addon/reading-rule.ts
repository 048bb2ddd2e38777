import type { Finding, Severity } from '../../schemas/finding.ts';
import { createFinding } from '../findings.ts';
import type { Rule } from './lint/types.ts';
import { metadataRules } from './metadata-rules.ts';
import { packageRules } from './package-rules.ts';

/** A rule that reading itself checks: documented like a lint rule, with its examples as text. */
export type ReadingRule = Omit<Rule, 'check'>;

/** Every rule that reading checks, for the rule pages. */
export const readingRules: readonly ReadingRule[] = [...packageRules, ...metadataRules];

/** The ids of all reading rules. */
export type ReadingRuleId = (typeof packageRules)[number]['id'] | (typeof metadataRules)[number]['id'];

export interface ReadingHit {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly fix?: string;
  /** Overrides the rule's severity for this place. */
  readonly severity?: Severity;
}

const severities = new Map<string, Severity>(readingRules.map((rule) => [rule.id, rule.severity]));

/** Makes a finding of a reading rule, with the severity that its document states. */
export function createReadingFinding(rule: ReadingRuleId, hit: ReadingHit): Finding {
  return createFinding({ rule, severity: severities.get(rule) ?? 'error', ...hit });
}
