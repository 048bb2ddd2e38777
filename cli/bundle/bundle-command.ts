import { type Command, Option } from 'commander';
import { isListed } from '../../registry/catalog/listed.ts';
import type { OpenEngines } from '../../registry/engine/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { mergeParameters } from '../../registry/render/arguments/merge-parameters.ts';
import { parseSetArguments } from '../../registry/render/arguments/parse-set-arguments.ts';
import { readValues } from '../../registry/render/arguments/read-values.ts';
import { type BundleFlavor, bundleFlavorSchema } from '../../schemas/bundle.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type PackageReader, readOnlyPackage } from '../read-only-package.ts';
import { type AddonReference, locateAddon, parseReference } from '../reference.ts';
import { createLineOption } from '../release-line-option.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { noteBundle, type RenderedBundle, toBundleText } from './print-bundle.ts';
import { renderLocalBundle } from './render-local-bundle.ts';

export interface BundleContext extends CatalogContext, PackageReader {
  readText(path: string): Promise<string>;
  /** Writes a file whole or not at all. Throws INPUT_INVALID. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  openEngines(): Promise<OpenEngines>;
}

interface BundleOptions extends CatalogOptions {
  readonly json?: boolean;
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly for: ReleaseLine;
  readonly flavor: BundleFlavor;
  readonly registry?: string;
  readonly withDependencies?: boolean;
  readonly output?: string;
}

/** `chandlery bundle REF`: the objects that enabling an addon writes. */
export function addBundleCommand(program: Command, context: BundleContext): void {
  const command = program
    .command('bundle')
    .description('print the objects that enabling an addon writes, as YAML')
    .argument('<ref>', '[catalog/]name[@version], or the path of a folder or archive')
    .option('-f, --values <file>', 'parameters from a YAML file; may be repeated, later ones win', collect, [])
    .option('--set <key=value>', 'a parameter, as "vela addon enable" takes it; may be repeated', collect, [])
    .addOption(createLineOption())
    .addOption(
      new Option('--flavor <flavor>', 'what "vela addon enable --dry-run" prints, or ordered for "kubectl apply"')
        .choices([...bundleFlavorSchema.enum])
        .default('dry-run'),
    )
    .option('--registry <name>', 'value of the label addons.oam.dev/registry (default: the catalog, or local)')
    .option('--with-dependencies', 'everything that it needs first, in install order')
    .option('-o, --output <file>', 'where to write (default: standard output)')
    .action((text: string, options: BundleOptions) => context.run(() => bundle(context, text, options)));
  addCatalogOptions(command);
}

async function bundle(context: BundleContext, text: string, options: BundleOptions): Promise<ExitCode> {
  const { terminal } = context;
  const reference = parseReference(text);
  const parameters = await readParameters(context, options);
  try {
    const rendered =
      reference.kind === 'path'
        ? await renderPath(context, reference.path, { options, parameters })
        : await renderStored(context, reference, { options, parameters });
    const document = toBundleText(rendered, { json: options.json === true });
    if (options.output !== undefined) await context.writeFile(options.output, Buffer.from(document));
    // What could steer a terminal is escaped in both forms.
    else if (options.json === true) terminal.printJson(rendered);
    else terminal.printDocument(document);
    noteBundle(terminal, rendered);
    return 0;
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'NOT_RENDERABLE') throw error;
    const { code, message, findings } = error;
    if (options.json === true) terminal.printJson({ code, detail: message, findings });
    else for (const line of toFindingLines(findings, (file) => file)) terminal.note(line);
    terminal.note([{ text: 'error', style: 'red' }, `: KubeVela ${options.for} refuses it: ${message}`]);
    return 1;
  }
}

interface Wanted {
  readonly options: BundleOptions;
  readonly parameters: JsonObject;
}

async function renderStored(
  context: BundleContext,
  reference: AddonReference,
  { options, parameters }: Wanted,
): Promise<RenderedBundle> {
  const { for: line, flavor, registry } = options;
  return withCatalog(context, options, async (catalog) => {
    const { addon } = await locateAddon(catalog, reference);
    const version = reference.version ?? addon.latest ?? addon.versions.find(isListed)?.version ?? 'latest';
    const question = { catalog: addon.catalog, addon: addon.name, version, parameters, line, flavor };
    const rendered = await catalog.renderBundle({
      ...question,
      ...(registry === undefined ? {} : { registry }),
      ...(options.withDependencies === true ? { dependencies: 'include' as const } : {}),
    });
    // The schema of a bundle says of objects no more than that they are JSON.
    const objects = rendered.objects.map((each) => ({ ...each, object: each.object as JsonObject }));
    return { ...rendered, objects };
  });
}

async function renderPath(
  context: BundleContext,
  path: string,
  { options, parameters }: Wanted,
): Promise<RenderedBundle> {
  if (options.withDependencies === true) {
    throw new RegistryError('INPUT_INVALID', '--with-dependencies needs an addon of a catalog, not a path');
  }
  const only = await readOnlyPackage(context, path);
  const { for: line, flavor, registry } = options;
  const engines = await context.openEngines();
  try {
    return await renderLocalBundle({ engines }, only, { parameters, line, flavor, registry });
  } finally {
    await engines.close();
  }
}

/** Values files in their order, then what was set. Throws INPUT_INVALID. */
async function readParameters(context: BundleContext, { values, set }: BundleOptions): Promise<JsonObject> {
  let parameters: JsonObject = {};
  for (const path of values) {
    const reading = readValues(await context.readText(path));
    if (!reading.ok) {
      throw new RegistryError('INPUT_INVALID', `${path}:${reading.line}:${reading.column}: ${reading.message}`);
    }
    parameters = mergeParameters(parameters, reading.parameters);
  }
  const reading = parseSetArguments(set, parameters);
  if (reading.ok) return reading.parameters;
  throw new RegistryError('INPUT_INVALID', `--set ${set[reading.index]}: ${reading.message}`);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
