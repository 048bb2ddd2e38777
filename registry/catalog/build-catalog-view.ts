import type { Finding } from '../../schemas/finding.ts';
import type { FindingCounts } from '../../schemas/rest.ts';
import { compareText } from '../findings.ts';
import type { Evaluation, VersionObservation, VersionRecord } from '../storage/types.ts';
import { findNewestStable, isPrerelease } from '../version/choose-version.ts';
import { compareVersionsDescending } from '../version/order-versions.ts';
import { archiveName } from './archive-name.ts';
import { findWebAddress } from './find-web-address.ts';
import type { AddonView, CatalogView, VersionView } from './types.ts';

export interface CatalogContent {
  readonly catalog: string;
  readonly generation: number;
  readonly records: readonly VersionRecord[];
  readonly observations: readonly VersionObservation[];
  readonly evaluations: readonly Evaluation[];
}

/** Projects the rows of one catalog into what lists and indexes need; equal rows give equal views, whatever their order. */
export function buildCatalogView(content: CatalogContent): CatalogView {
  const observations = new Map(content.observations.map((each) => [versionPath(each.addon, each.key), each]));
  const evaluations = new Map(content.evaluations.map((each) => [each.treeDigest, each]));
  const grouped = new Map<string, VersionRecord[]>();
  for (const record of content.records) {
    const group = grouped.get(record.addon);
    if (group === undefined) grouped.set(record.addon, [record]);
    else group.push(record);
  }
  const byFileName = new Map<string, VersionView>();
  const addons: AddonView[] = [];
  for (const name of [...grouped.keys()].sort(compareText)) {
    const records = grouped.get(name) ?? [];
    records.sort((left, right) => compareVersionsDescending(left.version, right.version));
    const versions = records.map((record) => {
      const observation = observations.get(versionPath(record.addon, record.key));
      const findings = [...(evaluations.get(record.treeDigest)?.findings ?? []), ...(observation?.findings ?? [])];
      const view = toVersionView(record, {
        contents: observation?.contents.length ?? 1,
        findings: countFindings(findings),
        fileName: freeFileName(record, byFileName),
      });
      byFileName.set(view.fileName, view);
      return view;
    });
    const newest = findNewestStable(versions.map((version) => version.version));
    addons.push({ name, versions, latest: versions.find((version) => version.version === newest) });
  }
  return {
    catalog: content.catalog,
    generation: content.generation,
    addons,
    byName: new Map(addons.map((addon) => [addon.name, addon])),
    byFileName,
    versionCount: byFileName.size,
  };
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function toVersionView(
  record: VersionRecord,
  rest: Pick<VersionView, 'contents' | 'findings' | 'fileName'>,
): VersionView {
  const { metadata } = record;
  return {
    source: record.source,
    key: record.key,
    version: record.version,
    prerelease: isPrerelease(record.version),
    description: metadata.description,
    icon: findWebAddress(metadata.icon),
    url: findWebAddress(metadata.url),
    tags: metadata.tags,
    requirements: metadata.system ?? {},
    dependencies: metadata.dependencies,
    digest: record.digest,
    treeDigest: record.treeDigest,
    sizeBytes: record.sizeBytes,
    published: record.published,
    ...rest,
  };
}

/** Addon `a-1` at `2` and addon `a` at `1-2` want one name: the later of them carries its digest. */
function freeFileName(record: VersionRecord, taken: ReadonlyMap<string, VersionView>): string {
  const name = archiveName(record.addon, record.version);
  if (!taken.has(name)) return name;
  return `${name.slice(0, -'.tgz'.length)}-${record.digest.slice('sha256:'.length, 'sha256:'.length + 12)}.tgz`;
}

function versionPath(addon: string, key: string): string {
  return `${addon}\n${key}`;
}
