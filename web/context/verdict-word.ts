import type { RenderVerdict, Verdict } from '../../schemas/verdict.ts';

/** The one word that people see for a verdict. */
export type VerdictWord = RenderVerdict | 'excluded';

/** `excluded` when no release of the line is admitted, else what the core makes of the version. */
export function toVerdictWord(verdict: Verdict): VerdictWord {
  return verdict.admitted ? verdict.render : 'excluded';
}
