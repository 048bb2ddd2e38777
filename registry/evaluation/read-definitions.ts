import type { DefinitionFacts } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { convertDefinition } from '../definition/convert-definition.ts';
import type { Engines } from '../engine/types.ts';
import { maxQuestions } from './gather-texts.ts';
import { mapLimited } from './map-limited.ts';
import type { LineQuestion } from './read-parameters.ts';

/** What the definitions of an addon are on one release line. */
export interface DefinitionReadings {
  readonly facts: readonly DefinitionFacts[];
  /** Parameters of each file's definition. */
  readonly parametersOf: ReadonlyMap<string, readonly Parameter[]>;
  readonly findings: readonly Finding[];
}

/** Reads every definition that the client reads, as a release line takes it. */
export async function readDefinitions(
  context: { readonly engines: Engines },
  { subject, line, signal }: LineQuestion,
): Promise<DefinitionReadings> {
  const files = subject.documents.files.filter(({ role }) => role === 'definition');
  const readings = await mapLimited(files, maxQuestions, ({ path: file, bytes: content }) =>
    convertDefinition(context, { file, content, line, ...(signal === undefined ? {} : { signal }) }),
  );
  return { facts: [], parametersOf: new Map(), findings: readings.flatMap(({ findings }) => findings) };
}
