import type { RuleText } from '../strings/rule-text.ts';
import type { Strings } from '../strings/strings.ts';

/** The text of a rule in the language of the page; undefined in the language that rules are written in, and for a rule that is not known. */
export function findRuleText({ ruleTexts }: Pick<Strings, 'ruleTexts'>, id: string): RuleText | undefined {
  return Object.hasOwn(ruleTexts, id) ? ruleTexts[id] : undefined;
}
