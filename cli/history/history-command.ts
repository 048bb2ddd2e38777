import type { Command } from 'commander';
import type { StateEvent } from '../../schemas/version-state.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type AddonReference, parseAddonReference } from '../reference.ts';
import { locateOwnAddon } from '../state/locate-own-addon.ts';
import { type Cell, toTable } from '../terminal/table.ts';

interface HistoryOptions extends CatalogOptions {
  readonly json?: boolean;
}

/** `chandlery history NAME`: who yanked, deprecated or quarantined what, newest first. */
export function addHistoryCommand(program: Command, context: CatalogContext): void {
  const command = program
    .command('history')
    .description('tell who yanked, deprecated or quarantined what of an addon, newest first')
    .argument('<name>', '[catalog/]name[@version]')
    .action((name: string, options: HistoryOptions) =>
      context.run(() => {
        const wanted = parseAddonReference(name);
        return withCatalog(context, options, (catalog) => showHistory({ ...context, catalog }, wanted, options));
      }),
    );
  addCatalogOptions(command);
}

async function showHistory(
  { terminal, catalog }: CatalogContext & { readonly catalog: CatalogAccess },
  wanted: AddonReference,
  options: HistoryOptions,
): Promise<ExitCode> {
  const events = await listAll(catalog, await locateOwnAddon(catalog, wanted));
  const bare = wanted.version?.replace(/^v/, '');
  const shown = bare === undefined ? events : events.filter(({ version }) => version?.replace(/^v/, '') === bare);
  if (options.json === true) terminal.printJson(shown);
  else if (shown.length === 0) terminal.note('nothing was ever said of it');
  else for (const line of toTable([header, ...shown.map(toRow)])) terminal.print(line);
  return 0;
}

async function listAll(
  catalog: Pick<CatalogAccess, 'listStateHistory'>,
  addon: { readonly catalog: string; readonly addon: string },
): Promise<readonly StateEvent[]> {
  const events: StateEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.listStateHistory({ ...addon, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    events.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return events;
}

const header: readonly Cell[] = ['AT', 'ACTION', 'VERSION', 'AUTHOR', 'REASON'].map((text) => ({ text, style: 'dim' }));

function toRow({ at, action, version, author, reason, replacement }: StateEvent): readonly Cell[] {
  const instead = replacement === undefined ? '' : ` (use ${replacement})`;
  return [at, action, version ?? 'every version', author, `${reason}${instead}`];
}
