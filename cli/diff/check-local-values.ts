import type { Engines } from '../../registry/engine/types.ts';
import type { ComparedVersion } from '../../registry/evaluation/compare/types.ts';
import { checkValues, type ValuesSide } from '../../registry/evaluation/compare/values/check-values.ts';
import { createBundle } from '../../registry/render/create-bundle.ts';
import { renderAddon } from '../../registry/render/render-addon.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ValuesCheck } from '../../schemas/values-check.ts';

export interface LocalValuesOptions {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly line: ReleaseLine;
  readonly values: JsonObject;
}

/** Checks values with the engines of this machine. Throws ENGINE_UNAVAILABLE or ENGINE_BUSY. */
export async function checkLocalValues(
  { engines }: { readonly engines: Engines },
  { before, after, line, values }: LocalValuesOptions,
): Promise<ValuesCheck> {
  async function render({ tree, metadata }: ComparedVersion): Promise<ValuesSide> {
    // The label is the same on both sides, so it makes no difference.
    const outcome = await renderAddon({ engines }, { tree, metadata, line, parameters: values, registry: '' });
    const rendering =
      outcome.kind === 'refused'
        ? { refused: outcome.message, findings: outcome.findings }
        : { objects: createBundle(outcome, 'dry-run') };
    return { tree, metadata, rendering };
  }
  const sides = { before: await render(before), after: await render(after) };
  return checkValues({ engines }, { ...sides, line, values });
}
