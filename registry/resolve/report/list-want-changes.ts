import type { Want } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';
import type { AddonUniverse, Fact } from '../types.ts';
import type { Change, Refused } from './change.ts';
import { isOpen } from './is-open.ts';
import { readRange } from './read-range.ts';
import { shortenRange } from './shorten-range.ts';
import type { Words } from './words.ts';

/** The exact text of a version, as opposed to a range. */
const exactPattern = /^v?[0-9][0-9A-Za-z.+-]*$/;

/** Other versions of what is wanted: without its range, or a pre-release of what the range admits. */
export function listRangeChanges({ request, universe, facts }: Refused, words: Words): Change[] {
  return listWants(facts).flatMap(({ name, range = '' }): Change[] => {
    if (range === '') return [];
    const isExact = exactPattern.test(range) && !/(^|\.)[xX](\.|$)/.test(range);
    const replace = (changed: (want: Want) => Want) => ({
      ...request,
      want: request.want.map((each) => (each.name === name && each.range === range ? changed(each) : each)),
    });
    const prerelease = findPrerelease(universe, name, range);
    return [
      {
        kind: isExact ? 'version' : 'drop-range',
        purpose: `range of ${name} ${range}`,
        request: replace(toAnyVersion),
        universe,
        tell(outcome) {
          const version = outcome.findVersion(name) ?? '';
          // What is there already is not what was asked for.
          if (request.installed?.some((each) => each.name === name && each.version === version)) return undefined;
          const phrase = isExact
            ? words.changes.version(name, version)
            : words.changes.dropRange(name, shortenRange(range), version);
          return { phrase, name, version };
        },
      },
      ...(prerelease === undefined
        ? []
        : [
            {
              kind: 'prerelease' as const,
              purpose: `prerelease of ${name}`,
              request: replace((each) => ({ ...each, range: prerelease })),
              universe,
              tell: () => ({ phrase: words.changes.named(name, prerelease), name, version: prerelease }),
            },
          ]),
    ];
  });
}

/** The newest pre-release of what a range admits. */
function findPrerelease(universe: AddonUniverse, name: string, range: string): string | undefined {
  const releases = universe.catalogs.flatMap((catalog) => universe.listReleases(catalog.name, name));
  const { isMeant } = readRange(range);
  return releases.find((release) => release.prerelease && isOpen(release) && isMeant(release))?.version;
}

function toAnyVersion({ range: _, ...want }: Want): Want {
  return want;
}

/** Wants that name a catalog may be met by another one. */
export function listPlaceChanges({ request, universe, facts }: Refused, words: Words): Change[] {
  return listWants(facts).flatMap(({ name, catalog }) => {
    if (catalog === undefined) return [];
    const others = universe.catalogs.filter(
      (each) => each.name !== catalog && universe.listReleases(each.name, name).length > 0,
    );
    return others.map(
      (other): Change => ({
        kind: 'catalog',
        purpose: `place of ${name}`,
        request: {
          ...request,
          want: request.want.map((each) => (each.name === name ? { ...each, catalog: other.name } : each)),
        },
        universe,
        tell: () => ({ phrase: words.changes.place(name, other.name), name }),
      }),
    );
  });
}

/** Wanted addons that may be left out, as long as another is wanted. */
export function listOmissions({ request, universe, facts }: Refused, words: Words): Change[] {
  const names = [...new Set(listWants(facts).map(({ name }) => name))].sort(compareText);
  return names.flatMap((name): Change[] => {
    const want = request.want.filter((each) => each.name !== name);
    if (want.length === 0) return [];
    const phrase = words.changes.without(name);
    return [
      {
        kind: 'without',
        purpose: `without ${name}`,
        request: { ...request, want },
        universe,
        tell: () => ({ phrase, name }),
      },
    ];
  });
}

/** What is wanted in these facts. */
export function listWants(facts: readonly Fact[]): Want[] {
  return facts.flatMap((fact) => (fact.kind === 'want' ? [fact.want] : []));
}
