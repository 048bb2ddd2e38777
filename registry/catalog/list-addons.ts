import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { compareText } from '../findings.ts';
import { admitsLine } from '../version/admits-line.ts';
import { isOfficialKubeVelaVersion } from '../version/official-version.ts';
import { admits } from '../version/requirements.ts';
import { isListed } from './listed.ts';
import { countValues, invalidQuery, toPage } from './paging.ts';
import type { AddonQuery, AddonView, CatalogView, VersionView } from './types.ts';
import { worksOn } from './works-on.ts';

interface Candidate {
  readonly catalog: string;
  readonly addon: AddonView;
  readonly shown: VersionView;
}

/** Lists addons page by page, with the values by which the whole answer can be narrowed. Throws INPUT_INVALID for a bad limit or cursor. */
export function listAddons(views: readonly CatalogView[], query: AddonQuery): AddonPage {
  if (query.vela !== undefined && !isReleaseLine(query.vela)) checkVersion('vela', query.vela);
  checkVersion('kubernetes', query.kubernetes);
  const found = views.flatMap((view) => candidatesOf(view, query)).filter((candidate) => hasWords(candidate, query.q));
  const kept = found.filter(
    ({ catalog, shown }) =>
      (query.catalog === undefined || catalog === query.catalog) &&
      (query.tag === undefined || shown.tags.includes(query.tag)),
  );
  kept.sort(query.sort === 'updated' ? compareUpdated : compareNames);
  const { items, ...page } = toPage(kept, query);
  return {
    ...page,
    items: items.map(toSummary),
    facets: {
      catalogs: countValues(found.map(({ catalog }) => catalog)),
      tags: countValues(found.flatMap(({ shown }) => [...new Set(shown.tags)])),
    },
  };
}

function candidatesOf(view: CatalogView, query: AddonQuery): Candidate[] {
  const candidates: Candidate[] = [];
  for (const addon of view.addons) {
    const admitted = addon.versions.filter((version) => isListed(version) && isWanted(version, query));
    const shown =
      (addon.latest !== undefined && admitted.includes(addon.latest) ? addon.latest : undefined) ??
      admitted.find((version) => !version.prerelease) ??
      admitted[0];
    if (shown !== undefined) candidates.push({ catalog: view.catalog, addon, shown });
  }
  return candidates;
}

function isWanted(version: VersionView, { vela, kubernetes, works }: AddonQuery): boolean {
  if (works !== undefined && !worksOn(version, works)) return false;
  if (vela === undefined || !isReleaseLine(vela)) {
    return admits(version.requirements, { ...(vela === undefined ? {} : { vela }), ...withKubernetes(kubernetes) });
  }
  return admitsLine(version.requirements, vela) && admits(version.requirements, withKubernetes(kubernetes));
}

function withKubernetes(kubernetes: string | undefined): { readonly kubernetes?: string } {
  return kubernetes === undefined ? {} : { kubernetes };
}

function isReleaseLine(text: string): text is ReleaseLine {
  return releaseLineSchema.enum.some((line) => line === text);
}

function hasWords({ addon, shown }: Candidate, q: string | undefined): boolean {
  if (q === undefined) return true;
  const text = [addon.name, shown.description, ...shown.tags].join('\n').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function compareNames(left: Candidate, right: Candidate): number {
  return compareText(left.addon.name, right.addon.name) || compareText(left.catalog, right.catalog);
}

function compareUpdated(left: Candidate, right: Candidate): number {
  return compareText(publishedOf(right), publishedOf(left)) || compareNames(left, right);
}

function publishedOf({ addon }: Candidate): string {
  const times = addon.versions.filter(isListed).map(({ published }) => published);
  return times.sort(compareText).at(-1) ?? '';
}

function toSummary({ catalog, addon, shown }: Candidate): AddonSummary {
  return {
    catalog,
    name: addon.name,
    version: shown.version,
    state: shown.state,
    ...(shown.stateReason === undefined ? {} : { stateReason: shown.stateReason }),
    description: shown.description,
    ...(shown.icon === undefined ? {} : { icon: shown.icon }),
    tags: [...shown.tags],
    published: publishedOf({ catalog, addon, shown }),
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
