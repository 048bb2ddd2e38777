import type { RuleTexts } from './rule-text.ts';

const none: RuleTexts = {};

/** English has no texts of its own: the rules and their findings are written in it. */
export const enRules = { ruleTexts: none };
