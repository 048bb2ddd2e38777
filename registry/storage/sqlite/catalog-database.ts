import type { Generated } from 'kysely';
import type { Digest } from '../../digest.ts';
import type { SourceCondition } from '../types.ts';

/** A row of `version`; `metadata` and `files` are JSON. */
export interface VersionRow {
  catalog: string;
  addon: string;
  key: string;
  version: string;
  tree_digest: Digest;
  digest: Digest;
  size_bytes: number;
  published: string;
  source: string;
  revision: string;
  directory: string;
  content_id: string;
  metadata: string;
  files: string;
  readme_path: string | null;
}

/** A row of `observation`; `contents` and `findings` are JSON. */
export interface ObservationRow {
  catalog: string;
  addon: string;
  key: string;
  contents: string;
  findings: string;
}

/** A row of `evaluation`; `findings` is JSON. */
export interface EvaluationRow {
  tree_digest: Digest;
  rule_set: string;
  findings: string;
}

/** A row of `source_state`; `findings` is JSON. */
export interface SourceStateRow {
  source: string;
  catalog: string;
  condition: SourceCondition;
  revision: string | null;
  last_run: string | null;
  last_success: string | null;
  message: string | null;
  settings: string | null;
  findings: string;
}

/** A row of `adoption`; the highest `id` of a source counts. */
export interface AdoptionRow {
  id: Generated<number>;
  source: string;
  revision: string;
  recorded: string;
}

/** The tables as the newest migration leaves them. */
export interface CatalogDatabase {
  version: VersionRow;
  observation: ObservationRow;
  evaluation: EvaluationRow;
  source_state: SourceStateRow;
  adoption: AdoptionRow;
  generation: { catalog: string; value: number };
}
