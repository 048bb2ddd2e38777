import type { Parameter } from '../../schemas/parameter.ts';
import type { Engines } from '../engine/types.ts';
import { renderAddon } from '../render/render-addon.ts';
import type { RenderOptions, RenderOutcome } from '../render/types.ts';
import { createSampleParameters, listRequiredPaths } from './sample-parameters.ts';
import type { LineEvaluation } from './types.ts';

export interface JudgeOutcomeOptions {
  /** What came of rendering without parameters, and with which options. */
  readonly outcome: RenderOutcome;
  readonly rendering: RenderOptions;
  readonly parameters: readonly Parameter[];
}

/** The verdict: an addon only needs parameters when nothing but values is missing, and it renders once each required one has a value. */
export async function judgeOutcome(
  context: { readonly engines: Engines },
  { outcome, rendering, parameters }: JudgeOutcomeOptions,
): Promise<Pick<LineEvaluation, 'render' | 'parameters' | 'reason'>> {
  if (outcome.kind === 'rendered') return { render: 'works', parameters: [] };
  const reason = outcome.message;
  const required = listRequiredPaths(parameters);
  if (!outcome.incomplete || required.length === 0) return { render: 'refused', parameters: [], reason };
  const retried = await renderAddon(context, { ...rendering, parameters: createSampleParameters(parameters) });
  if (retried.kind === 'refused') return { render: 'refused', parameters: [], reason };
  return { render: 'needs-parameters', parameters: required, reason };
}
