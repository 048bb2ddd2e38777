import type { Command } from 'commander';
import type { AddonDetail, VersionSummary } from '../../schemas/rest.ts';
import type { VersionState } from '../../schemas/version-state.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type AddonReference, locateAddon, parseAddonReference } from '../reference.ts';
import { type Cell, toTable } from '../terminal/table.ts';
import type { Style } from '../terminal/terminal.ts';
import { toDay, toFindingText, toRequirementText, toShort, toWorkingLines } from '../terminal/words.ts';

interface VersionsOptions extends CatalogOptions {
  readonly json?: boolean;
}

/** `chandlery versions NAME`: every version of an addon, newest first by the client's own order. */
export function addVersionsCommand(program: Command, context: CatalogContext): void {
  const command = program
    .command('versions')
    .description('list the versions of an addon, newest first')
    .argument('<name>', '[catalog/]name')
    .action((name: string, options: VersionsOptions) =>
      context.run(() => {
        const wanted = parseAddonReference(name);
        return withCatalog(context, options, (catalog) => listVersions({ ...context, catalog }, wanted, options));
      }),
    );
  addCatalogOptions(command);
}

async function listVersions(
  { terminal, catalog }: CatalogContext & { readonly catalog: CatalogAccess },
  wanted: AddonReference,
  options: VersionsOptions,
): Promise<ExitCode> {
  const { addon, elsewhere } = await locateAddon(catalog, wanted);
  const { version } = wanted;
  const bare = version?.replace(/^v/, '');
  const versions =
    bare === undefined ? addon.versions : addon.versions.filter((each) => each.version.replace(/^v/, '') === bare);
  if (options.json === true) terminal.printJson(versions);
  else for (const line of toTable([header, ...versions.map((each) => toRow(each, addon))])) terminal.print(line);
  if (elsewhere.length > 0)
    terminal.note(`${addon.name} is also in ${elsewhere.join(', ')}: write ${elsewhere[0]}/${addon.name}`);
  return versions.length === 0 ? 1 : 0;
}

const header: readonly Cell[] = ['VERSION', 'STATE', 'PUBLISHED', 'DIGEST', 'FINDINGS', 'WORKS ON', 'REQUIRES'].map(
  (text) => ({
    text,
    style: 'dim',
  }),
);

const stateStyles = { deprecated: 'yellow', yanked: 'yellow', quarantined: 'red' } as const satisfies Record<
  Exclude<VersionState, 'active'>,
  Style
>;

function toRow(version: VersionSummary, addon: AddonDetail): readonly Cell[] {
  const newest = version.version === addon.latest;
  return [
    newest ? { text: version.version, style: 'bold' } : version.version,
    version.state === 'active' ? version.state : { text: version.state, style: stateStyles[version.state] },
    toDay(version.published),
    toShort(version.digest),
    toFindingText(version.findings),
    toWorkingLines(version.verdicts),
    toRequirementText(version.requirements),
  ];
}
