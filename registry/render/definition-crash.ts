import { isJsonList, isJsonObject, type JsonValue } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { askEngine, type RenderSession, toEngineFile } from './render-session.ts';
import { createFault, type StageFault } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';

/** Lines whose CUE hands whole numbers over in a form that Kubernetes' objects cannot be copied with. */
const crashingLines: ReadonlySet<ReleaseLine> = new Set(['1.9', '1.10']);

/**
 * Finds the first definition on which the client crashes while it looks for definitions that are in the cluster already
 * (`checkConflictDefs`): one in CUE with a whole number among its attributes. Nothing when there is none.
 */
export async function findDefinitionCrash(
  session: RenderSession,
  definitions: readonly Pick<RenderedObject, 'from' | 'object'>[],
): Promise<StageFault | undefined> {
  const { line } = session.options;
  if (!crashingLines.has(line)) return undefined;
  for (const { from, object } of definitions) {
    const path = from.endsWith('.cue') ? findWholeNumber(object['spec'] ?? null) : undefined;
    if (path === undefined) continue;
    const place = { rule: 'render/definition-number', releaseLine: line, file: from } as const;
    return createFault('panic: cannot deep copy int', { ...place, ...(await findPlace(session, { from, path })) });
  }
  return undefined;
}

function findWholeNumber(value: JsonValue): readonly string[] | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? [] : undefined;
  const entries = isJsonList(value) || isJsonObject(value) ? Object.entries(value) : [];
  for (const [key, item] of entries) {
    const found = findWholeNumber(item);
    if (found !== undefined) return [key, ...found];
  }
  return undefined;
}

/** Where the number stands, or the nearest thing around it that the engine knows a place of. */
async function findPlace(
  session: RenderSession,
  { from, path }: { readonly from: string; readonly path: readonly string[] },
): Promise<{ readonly line?: number; readonly column?: number }> {
  const file = session.addon.definitions.find((each) => each.path === from);
  if (file === undefined) return {};
  const request = { file: toEngineFile(file), line: session.options.line };
  const outcome = await askEngine(session, 'definition', request);
  if (outcome.kind !== 'answer') return {};
  const wanted = ['attributes', ...path];
  const around = outcome.value.positions
    .filter((each) => each.path.every((name, index) => name === wanted[index]))
    .sort((left, right) => right.path.length - left.path.length);
  const [nearest] = around;
  return nearest === undefined ? {} : { line: nearest.line, column: nearest.column };
}
