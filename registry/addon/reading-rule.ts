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
  /** Overrides the rule's advice for this place. */
  readonly fix?: string;
  /** Overrides the rule's severity for this place. */
  readonly severity?: Severity;
}

const rulesById = new Map<string, ReadingRule>(readingRules.map((rule) => [rule.id, rule]));

/** Makes a finding of a reading rule, with the severity and the advice that its document states. */
export function createReadingFinding(id: ReadingRuleId, hit: ReadingHit): Finding {
  const rule = rulesById.get(id);
  return createFinding({
    rule: id,
    severity: rule?.severity ?? 'error',
    ...(rule === undefined ? {} : { fix: rule.fix }),
    ...hit,
  });
}
