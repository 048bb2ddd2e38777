import type { Effect } from '../../schemas/effects.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';

/** Sentences that the registry makes in English, and other languages out of their parts. */
export const enMachine = {
  machine: {
    effect: ({ value }: Pick<Effect, 'value' | 'phrase'>): string => value,
    /** What breaks between two versions, a sentence each; names stand between backticks. */
    reasons: ({
      verdict,
    }: Pick<VersionDiff, 'verdict' | 'parameters' | 'definitions' | 'effects'>): readonly string[] => verdict.reasons,
  },
};
