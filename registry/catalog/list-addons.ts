import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { compareText } from '../findings.ts';
import { isOfficialKubeVelaVersion } from '../version/official-version.ts';
import {
  type AddonCandidate,
  type AddonCondition,
  type AddonNarrowing,
  type ContentDefinitions,
  isReleaseLine,
  listCandidates,
  listKinds,
  toAddonConditions,
} from './addon-candidates.ts';
import type { DependentCounts } from './count-dependents.ts';
import { isListed } from './listed.ts';
import { countValues, invalidQuery, toPage } from './paging.ts';
import type { AddonQuery, CatalogView } from './types.ts';
import { worksOn } from './works-on.ts';

/** What a list of addons is made from. */
export interface AddonListing {
  readonly views: readonly CatalogView[];
  readonly contents: ContentDefinitions;
  readonly dependents: DependentCounts;
  /** What the words of the query found; absent = there are no words. */
  readonly ranks?: WordRanks;
  /** What typed filters ask for, beside the query. */
  readonly filters?: readonly AddonCondition[];
}

/** What words found, by id among the documents of the search, never of a union: the place in the order, best first. */
export type WordRanks = ReadonlyMap<string, number>;

/** Lists addons page by page, with the values by which the answer can be narrowed. Throws INPUT_INVALID for a bad version, limit or cursor. */
export function listAddons(listing: AddonListing, query: AddonQuery): AddonPage {
  if (query.vela !== undefined && !isReleaseLine(query.vela)) checkVersion('vela', query.vela);
  checkVersion('kubernetes', query.kubernetes);
  const { views, contents, ranks, filters = [] } = listing;
  const conditions = toAddonConditions(query, contents);

  /** Everything of which all holds but what the query says of one key. */
  function listWithout(key: keyof AddonNarrowing | undefined): readonly AddonCandidate[] {
    const wanted = [...conditions.filter((condition) => condition.key !== key), ...filters];
    const candidates = listCandidates(views, wanted);
    return ranks === undefined ? candidates : candidates.filter((each) => ranks.has(idOf(each)));
  }

  const kept = listWithout(undefined);
  const toCount = (key: keyof AddonNarrowing) =>
    query[key as keyof AddonQuery] === undefined ? kept : listWithout(key);
  const { items, ...page } = toPage(sortCandidates(kept, listing, query), query);
  return {
    ...page,
    items: items.map(toSummary),
    facets: {
      catalogs: countValues(toCount('catalog').map(({ catalog }) => catalog)),
      tags: countValues(toCount('tag').flatMap(({ shown }) => [...new Set(shown.tags)])),
      provides: countValues(toCount('kind').flatMap(({ shown }) => listKinds(contents, shown))),
      works: countValues(toCount('works').flatMap(listWorkingLines)),
      states: countValues(toCount('state').map(({ shown }) => shown.state)),
    },
  };
}

/** Id of an addon among the documents of the search. */
function idOf({ addon, shown }: AddonCandidate): string {
  return `${shown.catalog}/${addon.name}`;
}

function sortCandidates(
  candidates: readonly AddonCandidate[],
  { ranks, dependents }: AddonListing,
  { sort = ranks === undefined ? 'name' : 'relevance' }: AddonQuery,
): readonly AddonCandidate[] {
  const rankOf = (each: AddonCandidate) => ranks?.get(idOf(each)) ?? 0;
  const countOf = (each: AddonCandidate) => dependents.get(idOf(each)) ?? 0;
  switch (sort) {
    case 'relevance':
      return candidates.toSorted((left, right) => rankOf(left) - rankOf(right) || compareNames(left, right));
    case 'dependents':
      return candidates.toSorted((left, right) => countOf(right) - countOf(left) || compareNames(left, right));
    case 'updated':
      return candidates.toSorted(
        (left, right) => compareText(publishedOf(right), publishedOf(left)) || compareNames(left, right),
      );
    case 'name':
      return candidates.toSorted(compareNames);
  }
}

function compareNames(left: AddonCandidate, right: AddonCandidate): number {
  return compareText(left.addon.name, right.addon.name) || compareText(left.catalog, right.catalog);
}

function publishedOf({ addon }: AddonCandidate): string {
  let newest = '';
  for (const version of addon.versions) {
    if (isListed(version) && compareText(version.published, newest) > 0) newest = version.published;
  }
  return newest;
}

function listWorkingLines({ shown, admitted }: AddonCandidate): readonly string[] {
  return shown.verdicts.map(({ line }) => line).filter((line) => admitted.some((version) => worksOn(version, line)));
}

function toSummary(candidate: AddonCandidate): AddonSummary {
  const { catalog, addon, shown } = candidate;
  return {
    catalog,
    name: addon.name,
    version: shown.version,
    state: shown.state,
    ...(shown.stateReason === undefined ? {} : { stateReason: shown.stateReason }),
    description: shown.description,
    ...(shown.icon === undefined ? {} : { icon: shown.icon }),
    tags: [...shown.tags],
    published: publishedOf(candidate),
    versions: addon.versions.filter(isListed).length,
    requirements: shown.requirements,
    verdicts: [...shown.verdicts],
    findings: shown.findings,
  };
}

/** The client compares nothing with what it does not take for a release; such a question would admit everything. */
function checkVersion(name: string, version: string | undefined): void {
  if (version === undefined || isOfficialKubeVelaVersion(version)) return;
  throw invalidQuery(name, `${name} must be a version such as 1.10.9`);
}
