import { isJsonObject, type JsonObject } from '../../schemas/json.ts';
import type { ElementFile } from './client-package.ts';
import { listSorted } from './go-json.ts';
import { locatedFields } from './located-fields.ts';
import type { PlacedPath } from './node-positions.ts';
import { askEngine, type RenderSession, toEngineFile } from './render-session.ts';
import { createFault, done, failedWith, type StageOutcome, toEngineFault } from './stage-outcome.ts';
import { applicationType } from './typed/application-type.ts';
import { decodeGo } from './typed/decode-go.ts';
import type { RenderedObject } from './types.ts';
import { withLabels } from './unstructured.ts';

/** What a template gives: the Application as Go decoded it, and the objects of `outputs`. */
export interface RenderedTemplate {
  readonly application: JsonObject;
  readonly positions: readonly PlacedPath[];
  readonly outputs: readonly Omit<RenderedObject, 'applied'>[];
}

/** Renders template.cue with the resources of its package (`renderApp`). */
export async function renderTemplate(
  session: RenderSession,
  file: ElementFile,
): Promise<StageOutcome<RenderedTemplate>> {
  const { addon, context, facts, options } = session;
  const outcome = await askEngine(session, 'template', {
    template: toEngineFile(file),
    context,
    files: addon.cueResources.map(toEngineFile),
    fix: facts.line === '1.9',
    locate: locatedFields,
  });
  const sources = [file, ...session.contextSources, ...addon.cueResources];
  const fail = { rule: 'render/template', releaseLine: options.line, file: file.path, sources } as const;
  if (outcome.kind !== 'answer') return { ok: false, faults: [toEngineFault(outcome, fail)] };
  const { output, outputs } = outcome.value;
  const decoding = decodeGo(output.value, applicationType, 'standard');
  if (!decoding.ok) {
    const place = findNearest(output.positions, decoding.path) ?? { file: file.path };
    const fault = createFault(`decode app from CUE: ${decoding.message}`, { ...fail, ...place });
    return failedWith([fault]) ?? done({ application: {}, positions: [], outputs: [] });
  }
  const application = { application: decoding.value, positions: output.positions };
  if (outputs === undefined) return done({ ...application, outputs: [] });
  if (outputs.value !== null && !isJsonObject(outputs.value)) {
    const what = Array.isArray(outputs.value)
      ? 'array'
      : typeof outputs.value === 'boolean'
        ? 'bool'
        : typeof outputs.value;
    const message = `decode app from CUE: json: cannot unmarshal ${what} into Go value of type map[string]interface {}`;
    return { ok: false, faults: [createFault(message, { ...fail, file: file.path })] };
  }
  return done({
    ...application,
    outputs: listOutputs(session, { file, value: outputs.value ?? {}, positions: outputs.positions }),
  });
}

/** Every value of `outputs` that is an object, sorted by key; the client's own labels win. */
function listOutputs(
  { addon }: RenderSession,
  outputs: { readonly file: ElementFile; readonly value: JsonObject; readonly positions: readonly PlacedPath[] },
): RenderedTemplate['outputs'] {
  return listSorted(outputs.value).flatMap(([key, value]) => {
    if (!isJsonObject(value)) return [];
    const object = withLabels(value, {
      'addons.oam.dev/auxiliary-name': key,
      'addons.oam.dev/name': addon.metadata.name,
      'addons.oam.dev/version': addon.metadata.version,
    });
    const positions = outputs.positions
      .filter(({ path }) => path[0] === key)
      .map((position) => ({ ...position, path: position.path.slice(1) }));
    return [{ from: outputs.file.path, object, positions }];
  });
}

function findNearest(
  positions: readonly PlacedPath[],
  path: readonly string[],
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = positions.find(
      (position) => position.path.length === length && position.path.every((step, index) => step === path[index]),
    );
    if (found !== undefined) return { file: found.file, line: found.line, column: found.column };
  }
  return undefined;
}
