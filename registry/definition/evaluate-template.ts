import type { Finding } from '../../schemas/finding.ts';
import type { Engines, ImportContext } from '../engine/types.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import type { ConvertDefinitionOptions } from './convert-definition.ts';
import { findTemplate } from './definition-facts.ts';
import { findDefinitionKind } from './definition-kinds.ts';
import { toDiagnosticFindings, toStopFinding } from './engine-findings.ts';
import { findWrittenText } from './find-written-text.ts';
import type { DefinitionConversion } from './types.ts';

/** What KubeVela's admission lets a template of each kind import (definitions.md sections 7 and 11.1). */
const importContexts = {
  component: 'workload',
  trait: 'workload',
  workload: 'workload',
  policy: 'plain',
  'workflow-step': 'default',
} as const satisfies Record<string, ImportContext>;

/**
 * Everything that CUE finds wrong with the template of a converted definition on one release line, with places in the author's file. The
 * installer stores a template without looking; admission and every application that uses it do this.
 */
export async function evaluateTemplate(
  { engines }: { readonly engines: Engines },
  { conversion, options }: { readonly conversion: DefinitionConversion; readonly options: ConvertDefinitionOptions },
): Promise<readonly Finding[]> {
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
