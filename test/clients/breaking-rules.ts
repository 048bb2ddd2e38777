import { lintRules } from '../../registry/addon/lint/rules.ts';
import { readingRules } from '../../registry/addon/reading-rule.ts';

/** Ids of the rules whose findings say: the client cannot load this version. */
export const loadBreakingRules: ReadonlySet<string> = new Set(
  [...lintRules, ...readingRules].filter(({ breaks }) => breaks === 'load').map(({ id }) => id),
);
