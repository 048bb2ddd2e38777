import type { AddonCandidates } from './list-addon-candidates.ts';
import type { Candidate } from './types.ts';

export interface RankOptions {
  readonly preferred: ReadonlySet<number>;
  /** Whether the installed version comes before newer ones. */
  readonly keepInstalled: boolean;
  /** Whether pre-releases count like any other version. */
  readonly prereleases: boolean;
  isStable(candidate: Candidate): boolean;
}

/** States in the order in which they are tried: those asked to be kept, the installed one, the newest stable, the newest pre-release, what cannot be read. */
export function rankCandidates({ candidates, installed }: AddonCandidates, options: RankOptions): readonly number[] {
  const tiers: number[][] = [[], [], [], [], []];
  for (const [index, candidate] of candidates.entries()) {
    const state = index + 1;
    tiers[tierOf(candidate, state)]?.push(state);
  }

  function tierOf(candidate: Candidate, state: number): number {
    if (options.preferred.has(state)) return 0;
    if (options.keepInstalled && state === installed) return 1;
    if (options.isStable(candidate)) return 2;
    if (candidate.release?.prerelease === true) return options.prereleases ? 2 : 3;
    return 4;
  }

  return tiers.flat();
}
