import { isDeepStrictEqual } from 'node:util';
import { toGoYaml } from '../../registry/render/go-yaml/to-go-yaml.ts';
import type { RenderOutcome } from '../../registry/render/types.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { InstallAnswer } from './addon-installer.ts';

/** Our answer about one addon: the rendering, and the schema of its parameters or why there is none. */
export interface OwnAnswer {
  readonly outcome: RenderOutcome;
  readonly schema: JsonObject | undefined;
}

/** Lists where our rendering differs from what KubeVela's installer did, texts byte by byte; nothing when they are equal. */
export function compareInstall({ outcome, schema }: OwnAnswer, answer: InstallAnswer): readonly string[] {
  if (answer.unloadable !== undefined) return compareRefusal(outcome, answer.unloadable);
  const schemas = isDeepStrictEqual(schema, answer.schema)
    ? []
    : [`schema: ${JSON.stringify(schema)} instead of ${JSON.stringify(answer.schema)}`];
  if (answer.error !== undefined) return [...schemas, ...compareRefusal(outcome, answer.error)];
  if (outcome.kind === 'refused') return [...schemas, `refused here only: ${outcome.message}`];
  return [
    ...schemas,
    ...compareTexts(listTexts(outcome), sortOutputs(answer.documents ?? [])),
    ...compareText('notes', outcome.notes ?? '', answer.notes ?? ''),
    ...compareText('notes warning', notesWarning(outcome.warnings), notesWarning(answer.warnings ?? [])),
    ...(isDeepStrictEqual(outcome.secret, answer.secret)
      ? []
      : [`secret: ${JSON.stringify(outcome.secret)} instead of ${JSON.stringify(answer.secret)}`]),
  ];
}

function compareRefusal(outcome: RenderOutcome, message: string): readonly string[] {
  if (outcome.kind === 'rendered') return [`rendered here only, KubeVela says: ${message}`];
  return [
    ...compareText('message', outcome.message, message),
    ...(outcome.findings.length > 0 ? [] : ['refused without a finding']),
  ];
}

function listTexts(outcome: Extract<RenderOutcome, { kind: 'rendered' }>): readonly string[] {
  const applied = outcome.auxiliary.filter((each) => each.applied);
  return sortOutputs([outcome.application, ...applied].map(({ object }) => toGoYaml(object)));
}

/** Puts outputs, which KubeVela writes in no order, in the order of their names; all else stays where it is. */
export function sortOutputs(documents: readonly string[]): readonly string[] {
  const nameOf = (text: string): string | undefined => /^ {4}addons\.oam\.dev\/auxiliary-name: (.*)$/m.exec(text)?.[1];
  const outputs = documents.filter((text) => nameOf(text) !== undefined);
  outputs.sort((left, right) => ((nameOf(left) ?? '') < (nameOf(right) ?? '') ? -1 : 1));
  return documents.map((text) => (nameOf(text) === undefined ? text : (outputs.shift() ?? text)));
}

function compareTexts(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} objects instead of ${theirs.length}`];
  return ours.flatMap((text, index) => compareText(`object ${index}`, text, `${theirs[index]?.trimEnd()}\n`));
}

/** Names the first line in which two texts differ; nothing when they are equal. */
export function compareText(what: string, ours: string, theirs: string): readonly string[] {
  if (ours === theirs) return [];
  const [left, right] = [ours.split('\n'), theirs.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const line = at === -1 ? left.length : at;
  return [`${what}, line ${line + 1}: ${JSON.stringify(left[line])} instead of ${JSON.stringify(right[line])}`];
}

function notesWarning(warnings: readonly string[]): string {
  return warnings.find((line) => line.startsWith('fail to render notes')) ?? '';
}
