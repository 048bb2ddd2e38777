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
  const told = [...outcome.findings, ...ruled];
  const known = new Set(told.map(toPlaceKey));
  const others = given.filter((finding) => !known.has(toPlaceKey(finding))).map(soften);
  const all = refused ? [...told, ...others] : [...told, ...others].map(soften);
  const isExplained = outcome.kind === 'rendered' || all.some(({ severity }) => severity === 'error');
  const explained = isExplained ? all : [...all, explainRefusal(outcome.message, line)];
  const unique = new Map(explained.map((finding) => [JSON.stringify(finding), finding]));
  return [...unique.values()].sort(compareFindings);
}

function explainRefusal(message: string, line: ReleaseLine): Finding {
  return createRenderFinding('render/template', { message, for: [line] });
}

function toPlaceKey({ rule, file, line, column }: Finding): string {
  return JSON.stringify([rule, file, line, column]);
}

// The installer stores what it does not evaluate: such a definition fails later, and the addon can be enabled.
function soften(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
