import { findPolicyRule, type PolicyRule } from './effects/policy-rules.ts';
import type { EvaluationSubject } from './evaluation-rule.ts';
import type { LocatedDocument } from './located/located-value.ts';
import { walkObjects } from './located/walk-objects.ts';

/** Lists the rules of permissions that an addon writes out, and those that only rendering shows; a place counts once. */
export function listPolicyRules({ contents }: Pick<EvaluationSubject, 'contents'>): readonly PolicyRule[] {
  const written = contents.filter(({ origin }) => origin === 'text').flatMap(listRulesOf);
  const known = new Set(written.flatMap(listLines));
  const rendered = contents.filter(({ origin }) => origin === 'rendered').flatMap(listRulesOf);
  return [...written, ...rendered.filter((rule) => !listLines(rule).some((line) => known.has(line)))];
}

function listRulesOf({ root }: LocatedDocument): readonly PolicyRule[] {
  const rules: PolicyRule[] = [];
  walkObjects(root, (object) => {
    const rule = findPolicyRule(object);
    if (rule !== undefined) rules.push(rule);
  });
  return rules;
}

// Rendering knows the line of a field at most, the text that of each value.
function listLines({ groups, resources, verbs, paths, at }: PolicyRule): readonly string[] {
  return [at, ...[...groups, ...resources, ...verbs, ...paths].map(({ place }) => place)].map(({ file, line }) =>
    JSON.stringify([file, line]),
  );
}
