import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { Engines } from '../../engine/types.ts';
import { createBundle } from '../../render/create-bundle.ts';
import { renderAddon } from '../../render/render-addon.ts';
import { evaluateAddon } from '../evaluate-addon.ts';
import type { ComparedContent, ComparedVersion } from './types.ts';

export interface EvaluateSideOptions extends Omit<ComparedVersion, 'rendering' | 'definitions' | 'effects'> {
  readonly line: ReleaseLine;
  /** What the line found in this content before; it is evaluated when nobody knows. */
  readonly facts?: Pick<ComparedContent, 'definitions' | 'effects'> | undefined;
  /** Value of the label `addons.oam.dev/registry`, which both sides should share. */
  readonly registry: string;
}

/** Makes a side of a comparison of the files of one version. Throws ENGINE_UNAVAILABLE or ENGINE_BUSY. */
export async function evaluateSide(
  { engines }: { readonly engines: Engines },
  options: EvaluateSideOptions,
): Promise<ComparedVersion> {
  const { line, facts, registry, ...content } = options;
  const { tree, metadata } = content;
  const [outcome, { definitions, effects }] = await Promise.all([
    renderAddon({ engines }, { tree, metadata, line, parameters: {}, registry }),
    facts ?? evaluateAddon({ engines }, { tree, metadata, line }).then((evaluation) => evaluation.facts),
  ]);
  const rendering =
    outcome.kind === 'refused' ? { refused: outcome.message } : { objects: createBundle(outcome, 'dry-run') };
  return { ...content, definitions, effects, rendering };
}
