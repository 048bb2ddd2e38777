import type { DefinitionFacts } from '../../../schemas/definition.ts';
import type { Digest } from '../../digest.ts';
import { toFindingMarks } from '../finding-marks.ts';
import type { DefinitionEntry, LineEvaluationRecord, LineVerdict, StoredFacts } from '../types.ts';
import type { DefinitionRow, LineEvaluationRow } from './catalog-database.ts';

// JSON columns are written by the functions below and nobody else, so what is parsed has the type it was written with.

/** Columns that lists read. */
export const verdictColumns = [
  'tree_digest',
  'line',
  'rule_set',
  'render',
  'required',
  'reason',
  'finding_marks',
] as const satisfies readonly (keyof LineEvaluationRow)[];

/** The column of each part of the facts. */
export const factColumns = {
  parameters: 'parameters',
  definitionParameters: 'definition_parameters',
  schema: 'parameter_schema',
  effects: 'effects',
  uses: 'uses',
  links: 'links',
  minimumVela: 'minimum_vela',
} as const satisfies Record<keyof StoredFacts, keyof LineEvaluationRow>;

/** Writes what a line says of a content as a row. */
export function toLineEvaluationRow({ treeDigest, ruleSet, evaluation }: LineEvaluationRecord): LineEvaluationRow {
  const { line, render, parameters, reason, findings, facts } = evaluation;
  return {
    tree_digest: treeDigest,
    line,
    rule_set: ruleSet,
    render,
    required: JSON.stringify(parameters),
    reason: reason ?? null,
    finding_marks: toFindingMarks(findings).join(' '),
    minimum_vela: facts.minimumVela ?? null,
    findings: JSON.stringify(findings),
    effects: JSON.stringify(facts.effects),
    uses: JSON.stringify(facts.uses),
    links: JSON.stringify(facts.links),
    parameters: JSON.stringify(facts.parameters),
    definition_parameters: JSON.stringify(facts.definitionParameters),
    parameter_schema: facts.schema === undefined ? null : JSON.stringify(facts.schema),
  };
}

/** Reads the part that lists need. */
export function toLineVerdict(row: Pick<LineEvaluationRow, (typeof verdictColumns)[number]>): LineVerdict {
  return {
    treeDigest: row.tree_digest,
    line: row.line,
    ruleSet: row.rule_set,
    render: row.render,
    parameters: JSON.parse(row.required),
    reason: row.reason ?? undefined,
    findingMarks: row.finding_marks === '' ? [] : row.finding_marks.split(' '),
  };
}

/** Reads one column of facts; undefined when the line has none. */
export function readFact(part: keyof StoredFacts, text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  return part === 'minimumVela' ? text : JSON.parse(text);
}

/** Writes a definition as a row. */
export function toDefinitionRow(
  id: Pick<DefinitionRow, 'tree_digest' | 'line' | 'position'>,
  facts: DefinitionFacts,
): DefinitionRow {
  return {
    ...id,
    kind: facts.kind,
    name: facts.name,
    file: facts.file,
    form: facts.form,
    api_version: facts.apiVersion,
    schematic: facts.schematic,
    alias: facts.alias ?? null,
    description: facts.description,
    deprecated: facts.deprecated ? 1 : 0,
    version: facts.version ?? null,
    applies_to: JSON.stringify(facts.appliesTo),
    conflicts_with: JSON.stringify(facts.conflictsWith),
    imports: JSON.stringify(facts.imports),
    digest: facts.digest,
  };
}

/** Reads a definition from its row. */
export function toDefinitionFacts(row: DefinitionRow): DefinitionFacts {
  return {
    kind: row.kind,
    name: row.name,
    file: row.file,
    form: row.form,
    apiVersion: row.api_version,
    schematic: row.schematic,
    ...(row.alias === null ? {} : { alias: row.alias }),
    description: row.description,
    deprecated: row.deprecated === 1,
    ...(row.version === null ? {} : { version: row.version }),
    appliesTo: JSON.parse(row.applies_to),
    conflictsWith: JSON.parse(row.conflicts_with),
    imports: JSON.parse(row.imports),
    digest: row.digest,
  };
}

/** Columns of a definition that lists read. */
export const entryColumns = [
  'kind',
  'name',
  'file',
  'schematic',
  'alias',
  'description',
  'deprecated',
  'digest',
] as const satisfies readonly (keyof DefinitionRow)[];

/** Reads the part of a definition that lists need. */
export function toDefinitionEntry(
  row: { readonly tree_digest: Digest } & Pick<DefinitionRow, (typeof entryColumns)[number]>,
): DefinitionEntry {
  return {
    treeDigest: row.tree_digest,
    kind: row.kind,
    name: row.name,
    file: row.file,
    schematic: row.schematic,
    ...(row.alias === null ? {} : { alias: row.alias }),
    description: row.description,
    deprecated: row.deprecated === 1,
    digest: row.digest,
  };
}
