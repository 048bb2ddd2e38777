import { lintRules } from '../../registry/addon/lint/rules.ts';
import { readingRules } from '../../registry/addon/reading-rule.ts';
import type { RenderRuleId } from '../../registry/render/render-rules.ts';

/** What only evaluating CUE can tell: the client makes the schema of the parameters while it loads a package. */
const parameterRule: RenderRuleId = 'render/parameter';

/** Ids of the rules whose findings say: the client cannot load this version. */
export const loadBreakingRules: ReadonlySet<string> = new Set([
  ...[...lintRules, ...readingRules].filter(({ breaks }) => breaks === 'load').map(({ id }) => id),
  parameterRule,
]);
