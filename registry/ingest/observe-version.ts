import type { Finding } from '../../schemas/finding.ts';
import { createFinding } from '../findings.ts';
import type { SourceContent, SourceVersion } from '../sources/types.ts';
import type { VersionObservation, VersionRecord } from '../storage/types.ts';
import { ingestRules } from './ingest-rules.ts';

export interface ObserveVersionOptions {
  readonly record: VersionRecord;
  readonly version: SourceVersion;
  readonly treeFindings: readonly Finding[];
}

/** Says what the source tells of a stored version now: every content it had, and the ones that were refused. */
export function observeVersion({ record, version, treeFindings }: ObserveVersionOptions): VersionObservation {
  return {
    catalog: record.catalog,
    addon: record.addon,
    key: record.key,
    contents: version.contents.map(({ revision, at }) => ({ revision, at })),
    findings: [...treeFindings, ...version.refused.map((content) => refusedFinding(record, content))],
  };
}

/** Tells the history of a stored version anew; what unpacking refused was told once, when the content was read, and is kept. */
export function observeAgain(
  record: VersionRecord,
  version: SourceVersion,
  before: VersionObservation | undefined,
): VersionObservation {
  const treeFindings = (before?.findings ?? []).filter(({ rule }) => rule !== ingestRules.changedWithoutBump.id);
  return observeVersion({ record, version, treeFindings });
}

/** Whether two observations of one version say the same. */
export function isSameObservation(left: VersionObservation | undefined, right: VersionObservation): boolean {
  if (left === undefined) return false;
  return JSON.stringify([left.contents, left.findings]) === JSON.stringify([right.contents, right.findings]);
}

/** The finding for content that came under a sealed number. */
export function refusedFinding(record: VersionRecord, content: SourceContent): Finding {
  return createFinding({
    rule: ingestRules.changedWithoutBump.id,
    severity: ingestRules.changedWithoutBump.severity,
    file: 'metadata.yaml',
    message: `${short(content.revision)} of ${content.at.slice(0, 10)} changes ${record.addon} but keeps version ${record.version}; the content of ${short(record.revision)} stays served`,
    fix: 'raise the version in metadata.yaml with the next change',
  });
}

function short(revision: string): string {
  return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 12) : revision;
}
