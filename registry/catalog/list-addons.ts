import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { RegistryError } from '../errors.ts';
import { compareText } from '../findings.ts';
import { isOfficialKubeVelaVersion } from '../version/official-version.ts';
import { admits } from '../version/requirements.ts';
import type { AddonQuery, AddonView, CatalogView, VersionView } from './types.ts';

const defaultLimit = 50;
const maxLimit = 100;

interface Candidate {
  readonly catalog: string;
  readonly addon: AddonView;
  readonly shown: VersionView;
}

/** Lists addons page by page, with the values by which the whole answer can be narrowed. Throws INPUT_INVALID for a bad limit or cursor. */
export function listAddons(views: readonly CatalogView[], query: AddonQuery): AddonPage {
  const limit = parseLimit(query.limit);
  const offset = parseCursor(query.cursor);
  for (const name of ['vela', 'kubernetes'] as const) checkVersion(name, query[name]);
  const found = views.flatMap((view) => candidatesOf(view, query)).filter((candidate) => hasWords(candidate, query.q));
  const kept = found.filter(
    ({ catalog, shown }) =>
      (query.catalog === undefined || catalog === query.catalog) &&
      (query.tag === undefined || shown.tags.includes(query.tag)),
  );
  kept.sort(query.sort === 'updated' ? compareUpdated : compareNames);
  const next = offset + limit;
  return {
    items: kept.slice(offset, next).map(toSummary),
    total: kept.length,
    ...(next < kept.length ? { next: toCursor(next) } : {}),
    facets: {
      catalogs: countValues(found.map(({ catalog }) => catalog)),
      tags: countValues(found.flatMap(({ shown }) => [...new Set(shown.tags)])),
    },
  };
}

function candidatesOf(view: CatalogView, query: AddonQuery): Candidate[] {
  const candidates: Candidate[] = [];
  for (const addon of view.addons) {
    const admitted = addon.versions.filter((version) => admits(version.requirements, query));
    const shown =
      (addon.latest !== undefined && admitted.includes(addon.latest) ? addon.latest : undefined) ??
      admitted.find((version) => !version.prerelease) ??
      admitted[0];
    if (shown !== undefined) candidates.push({ catalog: view.catalog, addon, shown });
  }
  return candidates;
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
  const times = addon.versions.map(({ published }) => published);
  return times.sort(compareText).at(-1) ?? '';
}

function toSummary({ catalog, addon, shown }: Candidate): AddonSummary {
  return {
    catalog,
    name: addon.name,
    version: shown.version,
    description: shown.description,
    ...(shown.icon === undefined ? {} : { icon: shown.icon }),
    tags: [...shown.tags],
    published: publishedOf({ catalog, addon, shown }),
    versions: addon.versions.length,
    requirements: shown.requirements,
    verdicts: [...shown.verdicts],
    findings: shown.findings,
  };
}

function countValues(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || compareText(left.value, right.value));
}

function parseLimit(limit: number | undefined): number {
  if (limit === undefined) return defaultLimit;
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxLimit) return limit;
  throw invalid('/limit', `limit must be a whole number from 1 to ${maxLimit}`);
}

/** The client compares nothing with what it does not take for a release; such a question would admit everything. */
function checkVersion(name: string, version: string | undefined): void {
  if (version === undefined || isOfficialKubeVelaVersion(version)) return;
  throw invalid(`/${name}`, `${name} must be a version such as 1.10.9`);
}

function toCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url');
}

function parseCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^o([0-9]{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1] !== undefined) return Number(match[1]);
  throw invalid('/cursor', 'cursor is not one that this server gave: start again without it');
}

function invalid(pointer: string, message: string): RegistryError {
  return new RegistryError('INPUT_INVALID', message, { faults: [{ pointer, message }] });
}
