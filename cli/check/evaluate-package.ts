import { setMaxListeners } from 'node:events';
import { type LineFindings, mergeLineFindings } from '../../registry/catalog/merge-findings.ts';
import { toVerdict } from '../../registry/catalog/to-verdicts.ts';
import type { LineEvaluation, LineFacts } from '../../registry/evaluation/types.ts';
import { compareFindings } from '../../registry/findings.ts';
import { createContentJudge } from '../../registry/jobs/judge-content.ts';
import type { AddonEvaluator } from '../../registry/jobs/types.ts';
import { admitsLine } from '../../registry/version/admits-line.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { ExaminedPackage } from '../examine-package.ts';

/** A package with what release lines make of it. */
export interface EvaluatedPackage extends ExaminedPackage {
  /** One for each line that was asked. */
  readonly verdicts: readonly Verdict[];
  /** Addresses that it refers to, as the newest of these lines sees it. */
  readonly links: LineFacts['links'];
}

/** Asks each line about a package; its findings join those of the text. Throws ENGINE_UNAVAILABLE. */
export async function evaluatePackage(
  evaluator: AddonEvaluator,
  examined: ExaminedPackage,
  lines: readonly ReleaseLine[],
): Promise<EvaluatedPackage> {
  // An archive that cannot be read holds nothing to be asked about.
  if (examined.addon === undefined) return { ...examined, verdicts: [], links: [] };
  const askLine = createContentJudge(evaluator, examined.tree);
  const { signal } = new AbortController();
  // One evaluation asks many questions at once, and each listens.
  setMaxListeners(0, signal);
  const evaluations = await Promise.all(lines.map((line) => askLine(line, signal)));
  const requirements = examined.addon.metadata?.system ?? {};
  return {
    ...examined,
    findings: [...examined.findings, ...mergeLineFindings(evaluations.map(withoutWants))].sort(compareFindings),
    verdicts: evaluations.map((evaluation) => toVerdict(evaluation, admitsLine(requirements, evaluation.line))),
    links: evaluations.at(-1)?.facts.links ?? [],
  };
}

/** That values are missing is no fault of an addon whose required parameters supply them; the verdict says which. */
function withoutWants({ line, render, findings }: LineEvaluation): LineFindings {
  if (render !== 'needs-parameters') return { line, findings };
  return { line, findings: findings.filter(({ rule }) => rule !== 'render/incomplete') };
}
