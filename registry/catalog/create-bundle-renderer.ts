import type { AddonMetadata } from '../../schemas/addon.ts';
import type { Bundle } from '../../schemas/bundle.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { FileTree } from '../addon/types.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { digestOf } from '../digest.ts';
import type { EngineRevisions, Engines } from '../engine/types.ts';
import { RegistryError } from '../errors.ts';
import { createBundle } from '../render/create-bundle.ts';
import { toGoJson } from '../render/go-json.ts';
import { isTooDeep, maxParameterDepth } from '../render/parameter-depth.ts';
import { renderAddon } from '../render/render-addon.ts';
import { toNotRenderable } from '../render/to-not-renderable.ts';
import type { VersionReader } from '../storage/types.ts';
import { defaultReleaseLine, getReleaseLine } from '../version/release-lines.ts';
import type { TreeReader } from './create-tree-reader.ts';
import { createVersionLocator } from './create-version-locator.ts';
import type { BundleQuestion, BundleRenderer, CatalogViews } from './types.ts';

export interface BundleRendererOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly store: Pick<VersionReader, 'findVersion'>;
  readonly trees: TreeReader;
  readonly engines: Engines & EngineRevisions;
  /** What remembered bundles may weigh together, in bytes of JSON; default 16 MiB. */
  readonly maxCachedBytes?: number;
}

interface Package {
  readonly tree: FileTree;
  readonly metadata: AddonMetadata;
}

/** What a rendering gave beside the names of what was asked for. */
type Rendered = Pick<Bundle, 'objects' | 'notes' | 'warnings'> | RegistryError;

/** Renders bundles of stored versions. A result is a pure function of content, line, arguments, flavor, registry and engine, and is remembered by these. */
export function createBundleRenderer(options: BundleRendererOptions): BundleRenderer {
  const { engines, trees } = options;
  const { getServedView, getRecord } = createVersionLocator(options);
  const metadataOf = new WeakMap<FileTree, AddonMetadata>();
  const remembered = new BoundedCache<Rendered>({ maxWeight: options.maxCachedBytes ?? 16 * 1024 * 1024 });

  /** The same objects for the same content, so that what was read of them lasts as long. */
  async function readPackage(catalog: string, addon: string, version: string): Promise<Package> {
    const { digest } = getServedView(catalog, addon, version);
    const tree = await trees.readTree(digest);
    const known = metadataOf.get(tree);
    if (known !== undefined) return { tree, metadata: known };
    const { record } = await getRecord(catalog, addon, version);
    // A mutable version may have moved on since the view was made.
    if (record.digest !== digest) return { tree: await trees.readTree(record.digest), metadata: record.metadata };
    metadataOf.set(tree, record.metadata);
    return { tree, metadata: record.metadata };
  }

  async function render(question: BundleQuestion, line: ReleaseLine, key: string): Promise<Rendered> {
    const { catalog, addon, version, parameters, flavor = 'dry-run', registry = catalog } = question;
    const { tree, metadata } = await readPackage(catalog, addon, version);
    const outcome = await renderAddon({ engines }, { tree, metadata, line, parameters, registry });
    const rendered = outcome.kind === 'refused' ? toNotRenderable(outcome, line) : toRendered(outcome, flavor);
    const weight = JSON.stringify(rendered instanceof RegistryError ? rendered.findings : rendered).length;
    remembered.save(key, rendered, key.length + weight);
    return rendered;
  }

  return {
    async renderBundle(question) {
      const { catalog, addon, parameters, line = defaultReleaseLine, flavor = 'dry-run' } = question;
      const view = getServedView(catalog, addon, question.version);
      checkParameters(question);
      const revision = await engines.getRevision(getReleaseLine(line).engine);
      const asked = digestOf(toGoJson([parameters, question.registry ?? catalog]));
      const key = [view.treeDigest, line, flavor, revision, asked].join(' ');
      const rendered = remembered.find(key) ?? (await render(question, line, key));
      if (rendered instanceof RegistryError) throw rendered;
      return {
        catalog,
        name: addon,
        version: view.version,
        digest: view.digest,
        for: line,
        flavor,
        ...rendered,
      };
    },
  };
}

function toRendered(
  outcome: Parameters<typeof createBundle>[0],
  flavor: Parameters<typeof createBundle>[1],
): Exclude<Rendered, RegistryError> {
  const { notes, warnings } = outcome;
  return {
    objects: createBundle(outcome, flavor).map(({ from, object }) => ({ from, object })),
    ...(notes === undefined ? {} : { notes }),
    warnings: [...warnings],
  };
}

function checkParameters({ parameters }: BundleQuestion): void {
  if (!isTooDeep(parameters)) return;
  const message = `more than ${maxParameterDepth} values inside one another`;
  throw new RegistryError('INPUT_INVALID', `the parameters are nested too deeply: ${message}`, {
    faults: [{ pointer: '/parameters', message }],
  });
}
