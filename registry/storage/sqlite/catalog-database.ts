import type { Generated } from 'kysely';
import type { DefinitionFacts, DefinitionKind, Schematic } from '../../../schemas/definition.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { StateAction } from '../../../schemas/version-state.ts';
import type { Digest } from '../../digest.ts';
import type { LineVerdict, SourceCondition } from '../types.ts';

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

/** A row of `line_evaluation`; `finding_marks` is separated by spaces, `required`, `findings`, `effects`, `uses`, `links`, `parameters`, `definition_parameters` and `parameter_schema` are JSON. */
export interface LineEvaluationRow {
  tree_digest: Digest;
  line: ReleaseLine;
  rule_set: string;
  render: LineVerdict['render'];
  required: string;
  reason: string | null;
  finding_marks: string;
  minimum_vela: string | null;
  findings: string;
  effects: string;
  uses: string;
  links: string;
  parameters: string;
  definition_parameters: string;
  parameter_schema: string | null;
}

/** A row of `definition`; `applies_to`, `conflicts_with` and `imports` are JSON. */
export interface DefinitionRow {
  tree_digest: Digest;
  line: ReleaseLine;
  /** Place in the line's own order. */
  position: number;
  kind: DefinitionKind;
  name: string;
  file: string;
  form: DefinitionFacts['form'];
  api_version: string;
  schematic: Schematic;
  alias: string | null;
  description: string;
  deprecated: 0 | 1;
  version: string | null;
  applies_to: string;
  conflicts_with: string;
  imports: string;
  digest: string;
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

/** A row of `state_event`; without a version it speaks of every version of the addon. */
export interface StateEventRow {
  sequence: Generated<number>;
  catalog: string;
  addon: string;
  version: string | null;
  action: StateAction;
  reason: string;
  author: string;
  at: string;
  replacement: string | null;
}

/** A row of `lock`; `content` and `entries` are JSON. */
export interface LockRow {
  id: string;
  created: string;
  content: string;
  entries: string;
}

/** The tables as the newest migration leaves them. */
export interface CatalogDatabase {
  version: VersionRow;
  observation: ObservationRow;
  evaluation: EvaluationRow;
  line_evaluation: LineEvaluationRow;
  definition: DefinitionRow;
  state_event: StateEventRow;
  source_state: SourceStateRow;
  adoption: AdoptionRow;
  lock: LockRow;
  generation: { catalog: string; value: number };
}
