import type { Command } from 'commander';
import type { OpenEngines } from '../../registry/engine/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { compareAddonVersions } from '../../registry/evaluation/compare/compare-addon-versions.ts';
import type { ComparedVersion } from '../../registry/evaluation/compare/types.ts';
import { readPastedValues } from '../../registry/render/arguments/read-pasted-values.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ValuesCheck } from '../../schemas/values-check.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type PackageReader, readOnlyPackage } from '../read-only-package.ts';
import { type AddonReference, locateAddon, parseReference, type Reference } from '../reference.ts';
import { createLineOption } from '../release-line-option.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { checkLocalValues } from './check-local-values.ts';
import { toDiffLines } from './diff-lines.ts';
import { readLocalSide, readStoredSide, type SideContext } from './read-side.ts';
import { toValuesLines } from './values-lines.ts';

export interface DiffContext extends CatalogContext, PackageReader {
  openEngines(): Promise<OpenEngines>;
  readText(path: string): Promise<string>;
}

interface DiffOptions extends CatalogOptions {
  readonly for: ReleaseLine;
  readonly values?: string;
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
    .option(
      '-f, --values <file>',
      'also say whether these values, or those of the Secret of the addon, are still valid',
    )
    .action((from: string, to: string, options: DiffOptions) =>
      context.run(() => diff(context, [parseReference(from), parseReference(to)], options)),
    );
  addCatalogOptions(command);
}

type References = readonly [from: Reference, to: Reference];

async function diff(context: DiffContext, references: References, options: DiffOptions): Promise<ExitCode> {
  const { terminal } = context;
  const values = options.values === undefined ? undefined : await readValuesFile(context, options.values);
  const { diff: found, check } = await compare(context, references, { options, values });
  terminal.progress('');
  if (options.json === true) terminal.printJson(check === undefined ? found : { ...found, values: check });
  else {
    for (const line of toDiffLines(found)) terminal.print(line);
    for (const line of check === undefined ? [] : toValuesLines(check)) terminal.print(line);
    const findings = [...found.findings, ...(check?.findings ?? [])];
    for (const line of toFindingLines(findings, (file) => file)) terminal.note(line);
  }
  const { breaking, adequate } = found.verdict;
  return (breaking && adequate === false) || check?.valid === false ? 1 : 0;
}

/** Throws INPUT_INVALID with the place. */
async function readValuesFile(context: Pick<DiffContext, 'readText'>, path: string): Promise<JsonObject> {
  const reading = readPastedValues(await context.readText(path));
  if (reading.ok) return reading.parameters;
  throw new RegistryError('INPUT_INVALID', `${path}:${reading.line}:${reading.column}: ${reading.message}`);
}

interface Asked {
  readonly options: DiffOptions;
  /** Absent: nobody asks what becomes of values. */
  readonly values: JsonObject | undefined;
}

interface Comparison {
  readonly diff: VersionDiff;
  readonly check?: ValuesCheck;
}

async function compare(context: DiffContext, references: References, asked: Asked): Promise<Comparison> {
  const { options, values } = asked;
  const [from, to] = references;
  context.terminal.progress('comparing');
  // Two folders need no catalogue.
  if (from.kind === 'path' && to.kind === 'path') return compareHere(context, references, asked);
  return withCatalog(context, options, async (catalog) => {
    const [before, after] = [await locate(catalog, from), await locate(catalog, to)];
    if (
      before === undefined ||
      after === undefined ||
      before.catalog !== after.catalog ||
      before.addon !== after.addon
    ) {
      return compareHere(context, references, { ...asked, catalog });
    }
    const pair = { catalog: before.catalog, addon: before.addon, from: before.version, to: after.version };
    const diff = await catalog.compareVersions({ ...pair, line: options.for });
    if (values === undefined) return { diff };
    return { diff, check: await catalog.checkValues({ ...pair, line: options.for, parameters: values }) };
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

interface Here extends Asked {
  readonly catalog?: CatalogAccess;
}

/** Compares with the engines of this machine, whatever has to be fetched for it. */
async function compareHere(context: DiffContext, references: References, here: Here): Promise<Comparison> {
  const engines = await context.openEngines();
  const line = here.options.for;
  try {
    const before = await readSide(context, references[0], { ...here, engines, line });
    const after = await readSide(context, references[1], { ...here, engines, line });
    const diff = await compareAddonVersions({ engines }, { before, after, line });
    const { values } = here;
    if (values === undefined) return { diff };
    return { diff, check: await checkLocalValues({ engines }, { before, after, line, values }) };
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
