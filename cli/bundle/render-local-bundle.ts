import type { Engines } from '../../registry/engine/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { createBundle } from '../../registry/render/create-bundle.ts';
import { renderAddon } from '../../registry/render/render-addon.ts';
import { toNotRenderable } from '../../registry/render/to-not-renderable.ts';
import type { BundleFlavor } from '../../schemas/bundle.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { examinePackage, type LocalPackage } from '../examine-package.ts';
import type { RenderedBundle } from './print-bundle.ts';

export interface LocalBundleQuestion {
  readonly parameters: JsonObject;
  readonly line: ReleaseLine;
  readonly flavor: BundleFlavor;
  /** Default: what the client writes for a folder. */
  readonly registry: string | undefined;
}

/** Renders an addon of this machine as `vela addon enable FOLDER` does. Throws NOT_RENDERABLE or INPUT_INVALID. */
export async function renderLocalBundle(
  { engines }: { readonly engines: Engines },
  found: LocalPackage,
  { parameters, line, flavor, registry = 'local' }: LocalBundleQuestion,
): Promise<RenderedBundle> {
  const { addon, tree, findings } = examinePackage(found);
  const metadata = addon?.metadata;
  if (metadata === undefined) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    throw new RegistryError('NOT_RENDERABLE', `no client could load ${found.path}`, { findings: errors });
  }
  const delivery = found.directory === undefined ? 'archive' : 'folder';
  const outcome = await renderAddon({ engines }, { tree, metadata, line, parameters, registry, delivery });
  if (outcome.kind === 'refused') throw toNotRenderable(outcome, line);
  const { notes, warnings } = outcome;
  return {
    name: metadata.name,
    version: metadata.version,
    for: line,
    flavor,
    objects: createBundle(outcome, flavor),
    ...(notes === undefined ? {} : { notes }),
    warnings,
  };
}
