import { createFindingMaker } from '../findings.ts';
import type { Rule } from './lint/types.ts';
import { metadataRules } from './metadata-rules.ts';
import { packageRules } from './package-rules.ts';

/** A rule that reading itself checks: documented like a lint rule, with its examples as text. */
export type ReadingRule = Omit<Rule, 'check'>;

/** Every rule that reading checks, for the rule pages. */
export const readingRules: readonly ReadingRule[] = [...packageRules, ...metadataRules];

/** The ids of all reading rules. */
export type ReadingRuleId = (typeof packageRules)[number]['id'] | (typeof metadataRules)[number]['id'];

/** Makes a finding of a reading rule. */
export const createReadingFinding = createFindingMaker<ReadingRuleId>([...packageRules, ...metadataRules]);
