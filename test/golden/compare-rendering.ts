import { isDeepStrictEqual } from 'node:util';
import { classifyPath } from '../../registry/addon/layout.ts';
import type { RefusedAddon, RenderedObject, RenderOutcome, RenderStage } from '../../registry/render/types.ts';
import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { GoldenAddon, GoldenObject } from './golden-addons.ts';

/** Lists where a rendering differs from what KubeVela's own code said; nothing when they are equal. */
export function compareRendering(outcome: RenderOutcome, golden: GoldenAddon): readonly string[] {
  const refusal = golden.readError ?? golden.renderError;
  if (outcome.kind === 'refused') {
    if (refusal === undefined) return [`refused here only: ${outcome.message}`];
    return compareRefusal(outcome, golden, refusal);
  }
  if (refusal !== undefined) return [`rendered here only, KubeVela says: ${refusal}`];
  return [
    ...compareValues(outcome.application.object, golden.application, 'application'),
    ...compareObjects(outcome.auxiliary, golden.auxiliary ?? []),
    ...compareValues(outcome.notes, golden.notes, 'notes'),
    ...compareValues(outcome.secret, golden.secret, 'secret'),
  ];
}

function compareRefusal(outcome: RefusedAddon, golden: GoldenAddon, refusal: string): readonly string[] {
  // KubeVela was given a folder, which its message names.
  const wanted = refusal.replace(/^failed to enable addon by local dir: /, 'failed to enable addon: ');
  const ours = outcome.message.replace(/^(failed to enable addon: )[^:]*:/, `$1${wanted.split(': ')[1]}:`);
  const misplaced = outcome.findings.length === 0 ? ['no finding'] : [];
  const differences = [...misplaced, ...compareValues(ours, wanted, 'message')];
  if (golden.readError !== undefined || golden.validateError !== undefined) return differences;
  const application = outcome.partial.find(({ from }) => from === 'application');
  const others = outcome.partial.filter((each) => each !== application);
  return [
    ...differences,
    ...compareValues(toStageErrors(outcome), golden.stageErrors ?? {}, 'stages'),
    ...compareValues(
      application && withoutRegistry(application.object),
      golden.partial?.application,
      'partial application',
    ),
    ...compareObjects(others, golden.partial?.auxiliary ?? []),
  ];
}

const stageNames: Partial<Record<RenderStage, string>> = {
  application: 'application',
  definitions: 'definitions',
  'config-templates': 'configTemplates',
  'ui-schemas': 'uiSchemas',
  views: 'views',
};

function toStageErrors({ stages }: RefusedAddon): JsonObject {
  return Object.fromEntries(
    stages.flatMap(({ stage, message }) => {
      const name = stageNames[stage];
      return name === undefined ? [] : [[name, message]];
    }),
  );
}

/** The registry is written behind the stage that the golden data tells of. */
function withoutRegistry(application: JsonObject): JsonValue {
  return JSON.parse(JSON.stringify(application), (key, value) =>
    key === 'addons.oam.dev/registry' ? undefined : value,
  );
}

function compareObjects(ours: readonly RenderedObject[], golden: readonly GoldenObject[]): readonly string[] {
  const listed = ours.map(({ from, object, applied }) => ({
    from: toStageName(from),
    object,
    ...(applied ? {} : { applied: false }),
  }));
  if (listed.length !== golden.length) return [`${listed.length} auxiliary objects, not ${golden.length}`];
  return listed.flatMap((each, index) => compareValues(each, golden[index], `auxiliary ${index}`));
}

function toStageName(from: string): string {
  switch (classifyPath(from, undefined).role) {
    case 'definition':
      return 'definitions';
    case 'config-template':
      return 'configTemplates';
    case 'schema':
      return 'uiSchemas';
    case 'view':
      return 'views';
    default:
      return 'outputs';
  }
}

/** Compares key by key and names the first place that differs. */
export function compareValues(ours: unknown, golden: unknown, where: string): readonly string[] {
  if (isDeepStrictEqual(ours, golden)) return [];
  if (isRecord(ours) && isRecord(golden)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(golden)])].sort();
    const key = keys.find((each) => !isDeepStrictEqual(ours[each], golden[each]));
    if (key !== undefined) return compareValues(ours[key], golden[key], `${where}.${key}`);
  }
  return [`${where}: ${show(ours)} instead of ${show(golden)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
