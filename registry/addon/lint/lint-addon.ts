import type { Finding } from '../../../schemas/finding.ts';
import { compareFindings, createFinding } from '../../findings.ts';
import { createLintSubject } from './lint-subject.ts';
import { noParseCache, type ParseCache } from './parse-cache.ts';
import { lintRules } from './rules.ts';
import type { LintInput, Rule, RuleHit } from './types.ts';

export interface LintOptions {
  /** Shared by those who check many versions; without it nothing is kept. */
  readonly cache?: ParseCache;
}

/** Checks an addon against every rule of the table; sorted, each finding once. Never throws for content, however broken. */
export function lintAddon(input: LintInput, { cache = noParseCache }: LintOptions = {}): Finding[] {
  const subject = createLintSubject(input, cache);
  const found = new Map<string, Finding>();
  for (const rule of lintRules) {
    for (const hit of rule.check(subject)) {
      const finding = toFinding(rule, hit);
      found.set(JSON.stringify([finding.rule, finding.file, finding.line, finding.column, finding.message]), finding);
    }
  }
  return [...found.values()].sort(compareFindings);
}

function toFinding(rule: Rule, hit: RuleHit): Finding {
  return createFinding({ ...hit, rule: rule.id, severity: hit.severity ?? rule.severity, fix: hit.fix ?? rule.fix });
}
