import type { Finding } from '../../schemas/finding.ts';
import { evaluateTemplate } from '../definition/evaluate-template.ts';
import type { DefinitionConversion } from '../definition/types.ts';
import type { Engines } from '../engine/types.ts';
import type { CueText } from './evaluation-rule.ts';
import { maxQuestions } from './gather-texts.ts';
import { mapLimited } from './map-limited.ts';
import type { LineQuestion } from './read-parameters.ts';

export interface EvaluateTemplatesOptions extends LineQuestion {
  readonly conversions: readonly DefinitionConversion[];
  readonly texts: readonly CueText[];
}

/** Everything that CUE finds wrong with the templates of definitions, but for those of which the rules already know why they do not evaluate. */
export async function evaluateTemplates(
  context: { readonly engines: Engines },
  { subject, line, conversions, texts }: EvaluateTemplatesOptions,
): Promise<readonly Finding[]> {
  const hopeless = new Set(texts.filter(isHopeless).map(({ facts }) => facts.file));
  const findings = await mapLimited(conversions, maxQuestions, async (conversion) => {
    const { file } = conversion;
    const content = subject.documents.files.find(({ path }) => path === file)?.bytes;
    if (content === undefined || hopeless.has(file)) return [];
    return evaluateTemplate(context, { conversion, options: { file, content, line } });
  });
  return findings.flat();
}

/** It imports what is not there, or adds lists where nothing rewrites that. */
function isHopeless({ facts, rewritten }: CueText): boolean {
  return facts.imports.some(({ known }) => !known) || rewritten === false;
}
