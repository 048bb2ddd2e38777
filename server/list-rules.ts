import { lintRules } from '../registry/addon/lint/rules.ts';
import type { RuleExample } from '../registry/addon/lint/types.ts';
import { readingRules } from '../registry/addon/reading-rule.ts';
import { definitionRules } from '../registry/definition/definition-rules.ts';
import { catalogRules } from '../registry/evaluation/catalog/catalog-rules.ts';
import { stepRules } from '../registry/evaluation/compare/step-rules.ts';
import { linkRules } from '../registry/evaluation/links/link-rules.ts';
import { evaluationRules } from '../registry/evaluation/rules.ts';
import { compareText } from '../registry/findings.ts';
import { ingestRules } from '../registry/ingest/ingest-rules.ts';
import { renderRules } from '../registry/render/render-rules.ts';
import { sourceRules } from '../registry/sources/source-rules.ts';
import type { RuleDocument } from '../schemas/rest.ts';

/** Every rule that a finding can name, by id: what /rules shows. */
export function listRules(): readonly RuleDocument[] {
  return [
    ...lintRules,
    ...readingRules,
    ...definitionRules,
    ...renderRules,
    ...evaluationRules,
    ...catalogRules,
    ...stepRules,
    ...linkRules,
    ...sourceRules,
    ...Object.values(ingestRules),
  ]
    .map(({ id, severity, title, reason, wrong, right }) => ({
      id,
      severity,
      title,
      reason,
      wrong: wrong.map(toExample),
      right: right.map(toExample),
    }))
    .sort((left, right) => compareText(left.id, right.id));
}

function toExample({ file, text }: RuleExample): RuleDocument['wrong'][number] {
  return text === undefined ? { file } : { file, text };
}
