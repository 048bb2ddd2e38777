import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { LintSubject } from '../addon/lint/types.ts';
import type { Engines } from '../engine/types.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import { findParameterFile } from './find-parameter-file.ts';
import { readText } from './located/read-text.ts';

export interface LineQuestion {
  readonly subject: LintSubject;
  readonly line: ReleaseLine;
}

/** Parameters of an addon and KubeVela's schema of them; none where the text cannot be read, which others tell. */
export interface ParameterReading {
  readonly parameters: readonly Parameter[];
  readonly schema?: JsonObject;
}

/** Reads parameter.cue, or the legacy file where that is missing, as the client does (`pkg/addon/addon.go`). */
export async function readParameters(
  { engines }: { readonly engines: Engines },
  { subject, line }: LineQuestion,
): Promise<ParameterReading> {
  const name = findParameterFile(subject.documents.files)?.path;
  if (name === undefined) return { parameters: [] };
  const { engine } = getReleaseLine(line);
  const question = {
    engine,
    request: { file: { name, text: readText(subject, name) }, line },
  };
  const [described, schema] = await Promise.all([
    engines.ask({ ...question, operation: 'describe' }),
    engines.ask({ ...question, operation: 'schema' }),
  ]);
  return {
    parameters: described.kind === 'answer' ? described.value.parameters : [],
    ...(schema.kind === 'answer' ? { schema: schema.value.schema } : {}),
  };
}
