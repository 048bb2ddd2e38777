import { readRequirement } from '../version/check-sem-ver.ts';
import type { RequestWords } from './request-words.ts';

const maxShown = 80;

/** Says why a range cannot be read and what may stand there; undefined when it can be. */
export function findRangeFault(range: string, words: RequestWords): string | undefined {
  const requirement = readRequirement(range);
  if (requirement.ok) return undefined;
  const shown = range.length > maxShown ? `${range.slice(0, maxShown)}…` : range;
  // So it is for the client, which takes every v of a range for a prefix.
  const losesV = /-[0-9A-Za-z.-]*v/.test(range);
  return words.range(shown, { error: requirement.error, losesV });
}
