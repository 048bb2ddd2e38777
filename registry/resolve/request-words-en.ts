/** Why a range cannot be read: the parser's words, and whether KubeVela loses a "v" of a pre-release. */
export interface RangeFault {
  readonly error: string;
  readonly losesV: boolean;
}

/** English sentences about requests that cannot be used. */
export const requestWordsEn = {
  nothing: 'name at least one addon',
  tooMany: (most: number): string => `at most ${most} addons can be wanted at once`,
  nameLength: (most: number): string => `a name has 1 to ${most} characters`,
  versionLength: (most: number): string => `a version has 1 to ${most} characters`,
  unknownCatalog: (name: string, known: readonly string[]): string =>
    `no catalog is called "${name}": there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`,
  twoCatalogs: (name: string, one: string, other: string): string =>
    `"${name}" is wanted from ${one} and from ${other}: a cluster has each name once`,
  unknownName: (name: string, catalog: string | undefined): string =>
    catalog === undefined ? `no catalog has an addon called "${name}"` : `${catalog} has no addon called "${name}"`,
  elsewhere: (missing: string, having: readonly string[]): string => `${missing}; ${having.join(' and ')} has it`,
  nearest: (missing: string, nearest: string, places: readonly string[]): string =>
    `${missing}; did you mean "${nearest}" (${places.join(', ')})?`,
  installedTwice: (name: string, one: string, other: string): string =>
    `"${name}" is listed as ${one} and as ${other}: a cluster has each name once`,
  range: (range: string, { error, losesV }: RangeFault): string => {
    const hint = losesV
      ? 'KubeVela removes every "v" from a range, so a pre-release with a "v" in it cannot be named; '
      : '';
    return `"${range}" is no range (${error}): ${hint}allowed are an exact version (1.2.3), comparisons with =, !=, >, >=, <, <=, ~ or ^ (>=1.2, <2), "||" for "or", a span (1.2 - 1.4) and wildcards (1.x)`;
  },
  faults: (count: number): string => `the request cannot be used: ${count} faults, see errors`,
  gaveUp: (steps: number): string =>
    `gave up after ${steps} steps: want fewer addons at once, name versions or narrower ranges for some of them, or say which KubeVela and Kubernetes the cluster has`,
};
