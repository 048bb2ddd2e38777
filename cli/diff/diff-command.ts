import type { Command } from 'commander';
import type { OpenEngines } from '../../registry/engine/types.ts';
import { compareAddonVersions } from '../../registry/evaluation/compare/compare-addon-versions.ts';
import type { ComparedVersion } from '../../registry/evaluation/compare/types.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type PackageReader, readOnlyPackage } from '../read-only-package.ts';
import { type AddonReference, locateAddon, parseReference, type Reference } from '../reference.ts';
import { createLineOption } from '../release-line-option.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { toDiffLines } from './diff-lines.ts';
import { readLocalSide, readStoredSide, type SideContext } from './read-side.ts';

export interface DiffContext extends CatalogContext, PackageReader {
  openEngines(): Promise<OpenEngines>;
}

interface DiffOptions extends CatalogOptions {
  readonly for: ReleaseLine;
  readonly json?: boolean;
}

/** `chandlery diff A B`: what changes between two versions; exits with 1 when something breaks and the number does not announce it. */
export function addDiffCommand(program: Command, context: DiffContext): void {
  const command = program
    .command('diff')
    .description(
      'say what changes between two versions of an addon, what of it breaks, and how far the number has to move',
    )
    .argument('<from>', '[catalog/]name[@version], or the path of a folder or archive')
    .argument('<to>', '[catalog/]name[@version], or the path of a folder or archive')
    .addOption(createLineOption())
    .action((from: string, to: string, options: DiffOptions) =>
      context.run(() => diff(context, [parseReference(from), parseReference(to)], options)),
    );
  addCatalogOptions(command);
}

type References = readonly [from: Reference, to: Reference];

async function diff(context: DiffContext, references: References, options: DiffOptions): Promise<ExitCode> {
  const { terminal } = context;
  const found = await compare(context, references, options);
  terminal.progress('');
  if (options.json === true) terminal.printJson(found);
  else {
    for (const line of toDiffLines(found)) terminal.print(line);
    for (const line of toFindingLines(found.findings, (file) => file)) terminal.note(line);
  }
  const { breaking, adequate } = found.verdict;
  return breaking && adequate === false ? 1 : 0;
}

async function compare(context: DiffContext, references: References, options: DiffOptions): Promise<VersionDiff> {
  const [from, to] = references;
  context.terminal.progress('comparing');
  // Two folders need no catalogue.
  if (from.kind === 'path' && to.kind === 'path') return compareHere(context, references, { options });
  return withCatalog(context, options, async (catalog) => {
    const [before, after] = [await locate(catalog, from), await locate(catalog, to)];
    if (
      before === undefined ||
      after === undefined ||
      before.catalog !== after.catalog ||
      before.addon !== after.addon
    ) {
      return compareHere(context, references, { options, catalog });
    }
    const pair = { catalog: before.catalog, addon: before.addon, from: before.version, to: after.version };
    return catalog.compareVersions({ ...pair, line: options.for });
  });
}

interface Place {
  readonly catalog: string;
  readonly addon: string;
  readonly version: string;
}

async function locate(catalog: CatalogAccess, reference: Reference): Promise<Place | undefined> {
  return reference.kind === 'path' ? undefined : locateVersion(catalog, reference);
}

async function locateVersion(catalog: CatalogAccess, reference: AddonReference): Promise<Place> {
  const { addon } = await locateAddon(catalog, reference);
  const version = reference.version ?? addon.latest ?? addon.versions[0]?.version ?? 'latest';
  return { catalog: addon.catalog, addon: addon.name, version };
}

interface Here {
  readonly options: DiffOptions;
  readonly catalog?: CatalogAccess;
}

/** Compares with the engines of this machine, whatever has to be fetched for it. */
async function compareHere(context: DiffContext, references: References, here: Here): Promise<VersionDiff> {
  const engines = await context.openEngines();
  const line = here.options.for;
  try {
    const before = await readSide(context, references[0], { ...here, engines, line });
    const after = await readSide(context, references[1], { ...here, engines, line });
    return await compareAddonVersions({ engines }, { before, after, line });
  } finally {
    await engines.close();
  }
}

async function readSide(
  context: DiffContext,
  reference: Reference,
  { catalog, ...side }: SideContext & Here,
): Promise<ComparedVersion> {
  if (reference.kind === 'path') return readLocalSide(side, await readOnlyPackage(context, reference.path));
  if (catalog === undefined) throw new Error('no catalogue was opened for an addon of it');
  return readStoredSide(side, catalog, await locateVersion(catalog, reference));
}
