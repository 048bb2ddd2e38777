import type { Finding } from '../../schemas/finding.ts';
import { examineTree } from '../addon/lint/examine-tree.ts';
import type { Engines } from '../engine/types.ts';
import { compareFindings } from '../findings.ts';
import type { ConvertDefinitionOptions } from './convert-definition.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { readDefinition } from './read-definition.ts';

/** Everything that is wrong or noteworthy with one definition on one release line, sorted: its text, conversion, evaluation and schema. */
export async function checkDefinition(
  context: { readonly engines: Engines },
  options: ConvertDefinitionOptions,
): Promise<readonly Finding[]> {
  const reading = await readDefinition(context, options);
  const evaluated = await evaluateTemplate(context, { conversion: reading.conversion, options });
  const found = [...reading.conversion.findings, ...reading.findings, ...evaluated];
  // Where text alone shows what conversion refuses, it is told once.
  const told = new Set(found.map(({ rule, line }) => `${rule}:${line}`));
  const lint = lintText(options).filter(({ rule, line }) => !told.has(`${rule}:${line}`));
  return [...found, ...lint].sort(compareFindings);
}

/** What the text shows without an evaluator, as if it stood in an addon. */
function lintText({ file, content, line }: ConvertDefinitionOptions): readonly Finding[] {
  const path = `definitions/definition${file.endsWith('.cue') ? '.cue' : '.yaml'}`;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { findings } = examineTree({
    tree: { files: [{ path, mode: '0644', bytes }] },
    directory: undefined,
    nestedTop: undefined,
  });
  return findings
    .filter((finding) => finding.file === path && (finding.for === undefined || finding.for.includes(line)))
    .map((finding) => ({ ...finding, file }));
}
