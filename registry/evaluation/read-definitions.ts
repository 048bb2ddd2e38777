import type { DefinitionDocument, DefinitionFacts } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { readDefinition } from '../definition/read-definition.ts';
import type { DefinitionConversion } from '../definition/types.ts';
import type { Engines } from '../engine/types.ts';
import { maxQuestions } from './gather-texts.ts';
import { listParameterPaths } from './list-parameter-paths.ts';
import { mapLimited } from './map-limited.ts';
import type { LineQuestion } from './read-parameters.ts';
import type { DefinitionParameters } from './types.ts';

/** What the definitions of an addon are on one release line. */
export interface DefinitionReadings {
  readonly facts: readonly DefinitionFacts[];
  /** Of those that have some, by their paths. */
  readonly parameters: readonly DefinitionParameters[];
  /** Parameters of each file's definition. */
  readonly parametersOf: ReadonlyMap<string, readonly Parameter[]>;
  readonly conversions: readonly DefinitionConversion[];
  readonly findings: readonly Finding[];
}

/** Reads every definition that the client reads, as a release line takes it. */
export async function readDefinitions(
  context: { readonly engines: Engines },
  { subject, line }: LineQuestion,
): Promise<DefinitionReadings> {
  const files = subject.documents.files.filter(({ role }) => role === 'definition');
  const readings = await mapLimited(files, maxQuestions, ({ path: file, bytes: content }) =>
    readDefinition(context, { file, content, line, parts: 'without-schemas' }),
  );
  const documents = readings.flatMap(({ document }) => document ?? []);
  return {
    facts: documents.map(toFacts),
    parameters: documents
      .map(({ kind, name, parameters }) => ({ kind, name, parameters: listParameterPaths(parameters) }))
      .filter(({ parameters }) => parameters.length > 0),
    parametersOf: new Map(documents.map(({ file, parameters }) => [file, parameters])),
    conversions: readings.map(({ conversion }) => conversion),
    findings: readings.flatMap(({ conversion, findings }) => [...conversion.findings, ...findings]),
  };
}

/** A document without what only its own page shows. */
function toFacts(document: DefinitionDocument): DefinitionFacts {
  const { object, template, workload, module, healthPolicy, customStatus, statusDetails, ...rest } = document;
  const { parameters, openApi, jsonSchema, ...facts } = rest;
  return facts;
}
