import type { Evaluation, SourceRecord, VersionId, VersionObservation, VersionRecord } from '../types.ts';
import type { EvaluationRow, ObservationRow, SourceStateRow, VersionRow } from './catalog-database.ts';

// JSON columns are written by the functions below and nobody else, so what is parsed has the type it was written with.

/** Writes a version as a row. */
export function toVersionRow(record: VersionRecord): VersionRow {
  return {
    catalog: record.catalog,
    addon: record.addon,
    key: record.key,
    version: record.version,
    tree_digest: record.treeDigest,
    digest: record.digest,
    size_bytes: record.sizeBytes,
    published: record.published,
    source: record.source,
    revision: record.revision,
    directory: record.directory,
    content_id: record.contentId,
    metadata: JSON.stringify(record.metadata),
    files: JSON.stringify(record.files),
    readme_path: record.readmePath ?? null,
  };
}

/** Reads a version from its row. */
export function toVersionRecord(row: VersionRow): VersionRecord {
  return {
    catalog: row.catalog,
    addon: row.addon,
    key: row.key,
    version: row.version,
    treeDigest: row.tree_digest,
    digest: row.digest,
    sizeBytes: row.size_bytes,
    published: row.published,
    source: row.source,
    revision: row.revision,
    directory: row.directory,
    contentId: row.content_id,
    metadata: JSON.parse(row.metadata),
    files: JSON.parse(row.files),
    readmePath: row.readme_path ?? undefined,
  };
}

/** Writes an observation as a row. */
export function toObservationRow(observation: VersionObservation): ObservationRow {
  return {
    catalog: observation.catalog,
    addon: observation.addon,
    key: observation.key,
    contents: JSON.stringify(observation.contents),
    findings: JSON.stringify(observation.findings),
  };
}

/** Reads an observation from its row. */
export function toObservation(row: ObservationRow): VersionObservation {
  return {
    catalog: row.catalog,
    addon: row.addon,
    key: row.key,
    contents: JSON.parse(row.contents),
    findings: JSON.parse(row.findings),
  };
}

/** Writes an evaluation as a row. */
export function toEvaluationRow(evaluation: Evaluation): EvaluationRow {
  return {
    tree_digest: evaluation.treeDigest,
    rule_set: evaluation.ruleSet,
    findings: JSON.stringify(evaluation.findings),
  };
}

/** Reads an evaluation from its row. */
export function toEvaluation(row: EvaluationRow): Evaluation {
  return { treeDigest: row.tree_digest, ruleSet: row.rule_set, findings: JSON.parse(row.findings) };
}

/** Writes the state of a source as a row. */
export function toSourceStateRow(record: SourceRecord): SourceStateRow {
  return {
    source: record.source,
    catalog: record.catalog,
    condition: record.condition,
    revision: record.revision ?? null,
    settings: record.settings ?? null,
    last_run: record.lastRun ?? null,
    last_success: record.lastSuccess ?? null,
    message: record.message ?? null,
    findings: JSON.stringify(record.findings),
  };
}

/** Reads the state of a source from its row. */
export function toSourceRecord(row: SourceStateRow): SourceRecord {
  return {
    source: row.source,
    catalog: row.catalog,
    condition: row.condition,
    revision: row.revision ?? undefined,
    settings: row.settings ?? undefined,
    lastRun: row.last_run ?? undefined,
    lastSuccess: row.last_success ?? undefined,
    message: row.message ?? undefined,
    findings: JSON.parse(row.findings),
  };
}

/** Tells whether a stored row already says what is to be written. */
export function isSameRow<Row extends object>(stored: Row | undefined, wanted: Row): boolean {
  if (stored === undefined) return false;
  const values = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(wanted).every(([column, value]) => values.get(column) === value);
}

/** The columns that name a version, with their values. */
export function versionKey(id: VersionId): { catalog: string; addon: string; key: string } {
  return { catalog: id.catalog, addon: id.addon, key: id.key };
}
