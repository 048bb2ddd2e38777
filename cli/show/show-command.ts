import type { Command } from 'commander';
import { findShownVersion } from '../../registry/catalog/listed.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import { examinePackage } from '../examine-package.ts';
import type { ExitCode } from '../exit-code.ts';
import { type PackageReader, readOnlyPackage } from '../read-only-package.ts';
import { type AddonReference, locateAddon, parseReference } from '../reference.ts';
import { toPackageLines, toVersionLines } from './version-lines.ts';

export interface ShowContext extends CatalogContext, PackageReader {}

interface ShowOptions extends CatalogOptions {
  readonly json?: boolean;
}

/** `chandlery show REF`: everything about one version. */
export function addShowCommand(program: Command, context: ShowContext): void {
  const command = program
    .command('show')
    .description('show an addon: one version, or the newest stable one')
    .argument('<ref>', '[catalog/]name[@version], or the path of a folder or archive')
    .action((text: string, options: ShowOptions) =>
      context.run(() => {
        const reference = parseReference(text);
        if (reference.kind === 'path') return showPath(context, reference.path, options);
        return withCatalog(context, options, (catalog) => showAddon({ ...context, catalog }, reference, options));
      }),
    );
  addCatalogOptions(command);
}

async function showAddon(
  { terminal, catalog }: ShowContext & { readonly catalog: CatalogAccess },
  reference: AddonReference,
  options: ShowOptions,
): Promise<ExitCode> {
  const { addon, elsewhere } = await locateAddon(catalog, reference);
  const wanted = reference.version ?? findShownVersion(addon) ?? 'latest';
  const version = await catalog.getVersion(addon.catalog, addon.name, wanted);
  if (options.json === true) terminal.printJson(version);
  else for (const line of toVersionLines(version, addon)) terminal.print(line);
  if (elsewhere.length > 0) {
    terminal.note(`${addon.name} is also in ${elsewhere.join(', ')}: write ${elsewhere[0]}/${addon.name}`);
  }
  return 0;
}

async function showPath(
  { terminal, readPackages }: ShowContext,
  path: string,
  options: ShowOptions,
): Promise<ExitCode> {
  const examined = examinePackage(await readOnlyPackage({ readPackages }, path));
  const { addon, findings } = examined;
  if (options.json === true) {
    const { metadata, files, readme, treeDigest } = addon ?? {};
    terminal.printJson({ path: examined.path, metadata, files, readme: readme?.path, treeDigest, findings });
  } else for (const line of toPackageLines(examined)) terminal.print(line);
  return addon?.metadata === undefined ? 1 : 0;
}
