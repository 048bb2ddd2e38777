import type { Finding } from '../../schemas/finding.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EngineDiagnostic, EngineOperation, EngineOutcome } from '../engine/types.ts';
import type { ElementFile } from './client-package.ts';
import { createRenderFinding, type RenderRuleId } from './render-rules.ts';

/** Why a part cannot be rendered: the client's words, every place, and whether parameters may cure it. */
export interface StageFault {
  readonly message: string;
  readonly findings: readonly Finding[];
  readonly incomplete: boolean;
}

/** What a part gives; or every fault, the first being the one that the client tells. */
export type StageOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly [StageFault, ...StageFault[]] };

/** Outcome of a part that went well. */
export function done<Value>(value: Value): StageOutcome<Value> & { ok: true } {
  return { ok: true, value };
}

/** Outcome of a part with these faults; undefined when there are none. */
export function failedWith(faults: readonly StageFault[]): (StageOutcome<never> & { ok: false }) | undefined {
  const [first, ...others] = faults;
  return first === undefined ? undefined : { ok: false, faults: [first, ...others] };
}

export interface FaultPlace {
  readonly rule: RenderRuleId;
  readonly releaseLine: ReleaseLine;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A fault with one finding. */
export function createFault(message: string, { rule, releaseLine, ...place }: FaultPlace): StageFault {
  return {
    message,
    findings: [createRenderFinding(rule, { ...place, message, for: [releaseLine] })],
    incomplete: false,
  };
}

/** The same fault with words of the client in front of the message. */
export function wrapFault(fault: StageFault, before: string): StageFault {
  return { ...fault, message: `${before}${fault.message}` };
}

export interface EngineFaultOptions {
  readonly rule: RenderRuleId;
  readonly releaseLine: ReleaseLine;
  /** Where findings point when the engine knows no place. */
  readonly file: string;
  /** The texts that were asked about; places elsewhere, such as in the arguments, are not the author's. */
  readonly sources: readonly ElementFile[];
}

type Failure = Exclude<EngineOutcome<EngineOperation>, { kind: 'answer' }>;

/** What an engine refused or did not finish, as a fault with a finding for each of its diagnostics. */
export function toEngineFault(failure: Failure, options: EngineFaultOptions): StageFault {
  const { rule, releaseLine, file } = options;
  if (failure.kind === 'stopped') {
    const message = `the evaluation was stopped: ${failure.message}`;
    const finding = createRenderFinding('render/stopped', { file, message, for: [releaseLine] });
    return { message, findings: [finding], incomplete: false };
  }
  const diagnostics = failure.diagnostics;
  const incomplete = diagnostics.length > 0 && diagnostics.every((each) => each.incomplete === true);
  const findings = diagnostics.map((each) => {
    const id: RenderRuleId = each.incomplete === true ? 'render/incomplete' : rule;
    return createRenderFinding(id, { ...findPlace(each, options), message: toText(each), for: [releaseLine] });
  });
  return { message: failure.message, findings, incomplete };
}

function toText({ path, message }: EngineDiagnostic): string {
  const shown = path.filter((name) => name !== 'zz_output__').join('.');
  return shown === '' ? message : `${shown}: ${message}`;
}

/** The first place that lies in a text of the author; arguments and metadata follow parameter.cue in the text that the engine saw. */
function findPlace(
  { position, also }: EngineDiagnostic,
  { file, sources }: EngineFaultOptions,
): { readonly file: string; readonly line?: number; readonly column?: number } {
  const places = position === undefined ? also : [position, ...also];
  const own = places.find((place) => {
    const source = sources.find(({ path }) => path === place.file);
    return source !== undefined && place.line <= source.text.split('\n').length;
  });
  return own === undefined ? { file } : { file: own.file, line: own.line, column: own.column };
}
