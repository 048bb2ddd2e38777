import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { compareFindings, createFinding } from '../findings.ts';
import { createRenderFinding } from '../render/render-rules.ts';
import type { EvaluationSubject } from './evaluation-rule.ts';
import { evaluationRules } from './rules.ts';

/**
 * Every finding of an evaluation: what rendering says, what reading the definitions said (`given`), and the rules; sorted, each once.
 * An `error` means that the core of the line refuses the addon, so only a refusal and the rules that explain it may say so.
 */
export function judgeFindings(subject: EvaluationSubject, given: readonly Finding[]): readonly Finding[] {
  const ruled = evaluationRules.flatMap((rule) =>
    [...rule.check(subject)].map((hit) =>
      createFinding({ ...hit, rule: rule.id, severity: hit.severity ?? rule.severity, fix: hit.fix ?? rule.fix }),
    ),
  );
  const { outcome, refused, line } = subject;
  const refusals = new Set(outcome.findings.map(toPlaceKey));
  // What rendering says of a place is told once, unless a rule explains it.
  const told = [
    ...outcome.findings,
    ...ruled.filter((finding) => finding.severity === 'error' || !refusals.has(toPlaceKey(finding))),
  ];
  const places = new Set(told.map(toPlaceKey));
  const rules = new Set(told.map(toRuleKey));
  const others = given.filter((finding) => {
    // Evaluating a template finds what the rules have better words for.
    const isRepeated = finding.rule === 'definition/invalid-template' && places.has(toPlaceKey(finding));
    return !isRepeated && !rules.has(toRuleKey(finding));
  });
  const all = [...told, ...others.map(soften)].map((finding) => (refused ? finding : soften(finding)));
  const isExplained = outcome.kind === 'rendered' || all.some(({ severity }) => severity === 'error');
  const explained = isExplained ? all : [...all, explainRefusal(outcome.message, line)];
  const unique = new Map(explained.map((finding) => [JSON.stringify(finding), finding]));
  return [...unique.values()].sort(compareFindings);
}

function explainRefusal(message: string, line: ReleaseLine): Finding {
  return createRenderFinding('render/template', { message, for: [line] });
}

function toPlaceKey({ file, line, column }: Finding): string {
  return JSON.stringify([file, line, column]);
}

function toRuleKey(finding: Finding): string {
  return `${finding.rule} ${toPlaceKey(finding)}`;
}

// The installer stores what it does not evaluate: such a definition fails later, and the addon can be enabled.
function soften(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
