import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EngineDiagnostic, EngineOutcome } from '../engine/types.ts';
import { createDefinitionFinding } from './definition-rules.ts';

interface Place {
  readonly file: string;
  readonly line: ReleaseLine;
}

/** Turns what an engine said of a definition into findings for its release line, one for each place and text. */
export function toDiagnosticFindings(
  diagnostics: readonly EngineDiagnostic[],
  { rule, file, line }: Place & { readonly rule: Parameters<typeof createDefinitionFinding>[0] },
): readonly Finding[] {
  const findings = diagnostics.map(({ message, position }) =>
    createDefinitionFinding(rule, {
      file,
      ...(position === undefined ? {} : { line: position.line, column: position.column }),
      message: toSentence(message),
      for: [line],
    }),
  );
  const byPlace = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...byPlace.values()];
}

/** The finding of an evaluation that did not come to its end. */
export function toStopFinding(
  stopped: Extract<EngineOutcome<'definition'>, { kind: 'stopped' }>,
  { file, line }: Place,
): Finding {
  const message = `The evaluation was stopped (${stopped.reason}): ${toSentence(stopped.message)}`;
  return createDefinitionFinding('definition/evaluation-stopped', { file, message, for: [line] });
}

function toSentence(message: string): string {
  const text = message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
