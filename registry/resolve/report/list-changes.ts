import type { ResolveRequest } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';
import type { Fact } from '../types.ts';
import type { Change, Refused } from './change.ts';
import { listSystemChanges } from './list-system-changes.ts';
import { listOmissions, listPlaceChanges, listRangeChanges } from './list-want-changes.ts';
import type { Words } from './words.ts';

/** Changes that could settle a conflict, those that are most likely welcome first. */
export function listChanges(refused: Refused, words: Words): Change[] {
  return [
    ...listSystemChanges('kubevela', refused, words),
    ...listRangeChanges(refused, words),
    ...listUpgradeChanges(refused, words),
    ...listPrereleaseChanges(refused, words),
    ...listSystemChanges('kubernetes', refused, words),
    ...listPlaceChanges(refused, words),
    ...listCatalogChanges(refused, words),
    ...listOmissions(refused, words),
  ];
}

/** Each installed addon alone, and if that is not enough whatever has to move. */
function listUpgradeChanges({ request, universe, facts }: Refused, words: Words): Change[] {
  const fixed = facts.flatMap((fact) =>
    fact.kind === 'installed' && fact.movable !== true ? [fact.installed.name] : [],
  );
  const sets = fixed.length === 0 ? [] : [...fixed.map((name) => [name]), ['*']];
  return sets.map((names) => ({
    kind: 'upgrade',
    purpose: `upgrade of ${names.join(' ')}`,
    request: { ...request, upgrade: [...(request.upgrade ?? []), ...names] },
    universe,
    tell(outcome) {
      const installed = (request.installed ?? []).toSorted((left, right) => compareText(left.name, right.name));
      const moves = installed.flatMap(({ name, version }) => {
        const to = outcome.findVersion(name) ?? version;
        return to === version || isMovable(request, name) ? [] : [{ name, from: version, to }];
      });
      const [first] = moves;
      if (first === undefined) return undefined;
      const phrase = words.changes.upgrade(moves);
      return moves.length === 1 ? { phrase, name: first.name, version: first.to } : { phrase };
    },
  }));
}

function isMovable({ upgrade = [] }: ResolveRequest, name: string): boolean {
  return upgrade.includes(name) || upgrade.includes('*');
}

/** Only where there is a pre-release of what the conflict is about. */
function listPrereleaseChanges({ request, universe, facts }: Refused, words: Words): Change[] {
  const asked = new Set(facts.flatMap(toAsked));
  const listPrereleases = (name: string) =>
    universe.catalogs.flatMap((catalog) => universe.listReleases(catalog.name, name)).filter((each) => each.prerelease);
  if (request.prereleases === true || ![...asked].some((name) => listPrereleases(name).length > 0)) return [];
  return [
    {
      kind: 'prerelease',
      purpose: 'prerelease',
      request: { ...request, prereleases: true },
      universe,
      tell(outcome) {
        const taken = outcome.names.flatMap((name) => {
          const version = outcome.findVersion(name);
          const isTaken = asked.has(name) && listPrereleases(name).some((each) => each.version === version);
          return isTaken && version !== undefined ? [`${name} ${version}`] : [];
        });
        return { phrase: words.changes.prerelease(taken) };
      },
    },
  ];
}

function toAsked(fact: Fact): string[] {
  if (fact.kind === 'want') return [fact.want.name];
  return fact.kind === 'need' ? [fact.addon, fact.on] : [];
}

function listCatalogChanges({ request, universe, facts }: Refused, words: Words): Change[] {
  return facts.flatMap((fact): Change[] => {
    if (fact.kind !== 'need') return [];
    const has = (catalog: string) => universe.listReleases(catalog, fact.on).length > 0;
    if (fact.on === '' || fact.catalogs.some(has)) return [];
    const [may] = fact.catalogs;
    const other = universe.catalogs.find(({ name }) => has(name));
    if (may === undefined || other === undefined) return [];
    const catalogs = universe.catalogs.map((catalog) =>
      catalog.name === may ? { ...catalog, dependsOn: [...catalog.dependsOn, other.name] } : catalog,
    );
    return [
      {
        kind: 'catalog',
        purpose: `catalog ${may} ${other.name}`,
        request,
        universe: {
          catalogs,
          listReleases: (catalog, name) => universe.listReleases(catalog, name),
          listNames: (catalog) => universe.listNames(catalog),
          listOwners: (catalog, kind, name) => universe.listOwners(catalog, kind, name),
        },
        tell: () => ({ phrase: words.changes.catalog(other.name, may), name: other.name }),
      },
    ];
  });
}
