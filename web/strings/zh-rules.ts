import type { enRules } from './en-rules.ts';
import { zhRulesContent } from './zh-rules-content.ts';
import { zhRulesDefinition } from './zh-rules-definition.ts';
import { zhRulesMetadata } from './zh-rules-metadata.ts';
import { zhRulesPackage } from './zh-rules-package.ts';
import { zhRulesRender } from './zh-rules-render.ts';
import { zhRulesSource } from './zh-rules-source.ts';

/** Chinese texts of every rule. */
export const zhRules: typeof enRules = {
  ruleTexts: {
    ...zhRulesContent,
    ...zhRulesDefinition,
    ...zhRulesMetadata,
    ...zhRulesPackage,
    ...zhRulesRender,
    ...zhRulesSource,
  },
};
