import { readRequirement } from '../version/check-sem-ver.ts';

const allowed =
  'allowed are an exact version (1.2.3), comparisons with =, !=, >, >=, <, <=, ~ or ^ (>=1.2, <2), "||" for "or", a span (1.2 - 1.4) and wildcards (1.x)';

/** Says why a range cannot be read and what may stand there; undefined when it can be. */
export function describeRangeFault(range: string): string | undefined {
  const requirement = readRequirement(range);
  if (requirement.ok) return undefined;
  const shown = range.length > 80 ? `${range.slice(0, 80)}…` : range;
  // So it is for the client, which takes every v of a range for a prefix.
  const hint = /-[0-9A-Za-z.-]*v/.test(range)
    ? 'KubeVela removes every "v" from a range, so a pre-release with a "v" in it cannot be named; '
    : '';
  return `"${shown}" is no range (${requirement.error}): ${hint}${allowed}`;
}
