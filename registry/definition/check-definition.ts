import type { Finding } from '../../schemas/finding.ts';
import { examineTree } from '../addon/lint/examine-tree.ts';
import type { Engines, ImportContext } from '../engine/types.ts';
import { compareFindings } from '../findings.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import type { ConvertDefinitionOptions } from './convert-definition.ts';
import { findTemplate } from './definition-facts.ts';
import { findDefinitionKind } from './definition-kinds.ts';
import { toDiagnosticFindings, toStopFinding } from './engine-findings.ts';
import { findWrittenText } from './find-written-text.ts';
import { readDefinition } from './read-definition.ts';
import type { DefinitionReading } from './types.ts';

/** What KubeVela's admission lets a template of each kind import (definitions.md sections 7 and 11.1). */
const importContexts = {
  component: 'workload',
  trait: 'workload',
  workload: 'workload',
  policy: 'plain',
  'workflow-step': 'default',
} as const satisfies Record<string, ImportContext>;

/** Everything that is wrong or noteworthy with one definition on one release line, sorted: its text, conversion, evaluation and schema. */
export async function checkDefinition(
  context: { readonly engines: Engines },
  options: ConvertDefinitionOptions,
): Promise<readonly Finding[]> {
  const reading = await readDefinition(context, options);
  const evaluated = await evaluateTemplate(context, { reading, options });
  const found = [...reading.conversion.findings, ...reading.findings, ...evaluated];
  // Where text alone shows what conversion refuses, it is told once.
  const told = new Set(found.map(({ rule, line }) => `${rule}:${line}`));
  const lint = lintText(options).filter(({ rule, line }) => !told.has(`${rule}:${line}`));
  return [...found, ...lint].sort(compareFindings);
}

async function evaluateTemplate(
  { engines }: { readonly engines: Engines },
  { reading, options }: { readonly reading: DefinitionReading; readonly options: ConvertDefinitionOptions },
): Promise<readonly Finding[]> {
  const { conversion } = reading;
  if (conversion.kind === 'refused') return [];
  const { file, content, line, signal } = options;
  const kind = findDefinitionKind(conversion.object['kind']);
  const stored = findTemplate(conversion.object);
  if (kind === undefined || stored === undefined) return [];
  const written = findWrittenText(file, content);
  const outcome = await engines.ask({
    engine: getReleaseLine(line).engine,
    operation: 'vet',
    request: {
      files: [{ name: file, text: written?.text ?? stored }],
      context: importContexts[kind],
      line,
      upgrade: line === '1.11',
      ambient: ['context'],
    },
    ...(signal === undefined ? {} : { signal }),
  });
  if (outcome.kind === 'stopped') return [toStopFinding(outcome, { file, line })];
  const diagnostics = outcome.kind === 'answer' ? outcome.value.diagnostics : outcome.diagnostics;
  const placed = diagnostics
    .filter(({ incomplete }) => incomplete !== true)
    .map(({ position, ...rest }) =>
      position === undefined || written === undefined
        ? rest
        : { ...rest, position: { file, ...written.locate(position) } },
    );
  return toDiagnosticFindings(placed, { rule: 'definition/invalid-template', file, line });
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
