import type { Command } from 'commander';
import { countFindings } from '../../registry/catalog/build-catalog-view.ts';
import { sourceNotFound } from '../../registry/errors.ts';
import type { SourceState, SyncReport } from '../../schemas/rest.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type Cell, toTable } from '../terminal/table.ts';
import type { Line, Style, Terminal } from '../terminal/terminal.ts';
import { count, toFindingText, toShort } from '../terminal/words.ts';

interface SourceOptions extends CatalogOptions {
  readonly json?: boolean;
}

const stateStyles = { ok: 'green', pending: 'cyan', stale: 'yellow', unreachable: 'red' } as const satisfies Record<
  SourceState['state'],
  Style
>;
const progressEveryMs = 500;

/** `chandlery source list|sync`: where addons come from, how that fares, and reading it now. */
export function addSourceCommand(program: Command, context: CatalogContext): void {
  const source = program.command('source').description('where addons come from');
  const list = source
    .command('list')
    .description('show every source and how it fares')
    .action((options: SourceOptions) =>
      context.run(() => withCatalog(context, options, (catalog) => listSources(catalog, context.terminal, options))),
    );
  const sync = source
    .command('sync')
    .description('read sources now')
    .argument('[id]', '<catalog>/<name>; all of them when left out')
    .action((id: string | undefined, options: SourceOptions) =>
      context.run(() =>
        withCatalog(context, options, (catalog) => syncSources({ catalog, terminal: context.terminal }, id, options)),
      ),
    );
  addCatalogOptions(list);
  addCatalogOptions(sync);
}

async function listSources(catalog: CatalogAccess, terminal: Terminal, options: SourceOptions): Promise<ExitCode> {
  const sources = await catalog.listSources();
  if (options.json === true) {
    terminal.printJson(sources);
    return 0;
  }
  const rows = sources.map((source): readonly Cell[] => [
    { text: source.id, style: 'bold' },
    { text: source.state, style: stateStyles[source.state] },
    source.revision === undefined ? '-' : toShort(source.revision),
    source.lastSuccess ?? 'never read',
    source.url,
  ]);
  for (const [index, line] of toTable(rows).entries()) {
    terminal.print(line);
    const { message, findings = [] } = sources[index] ?? {};
    if (message !== undefined) terminal.print(['  ', message]);
    if (findings.length > 0)
      terminal.print(['  ', `${toFindingText(countFindings(findings))}; --json and the page /sources show them`]);
  }
  return 0;
}

async function syncSources(
  { catalog, terminal }: { readonly catalog: CatalogAccess; readonly terminal: Terminal },
  id: string | undefined,
  options: SourceOptions,
): Promise<ExitCode> {
  const known = (await catalog.listSources()).map((source) => source.id);
  if (id !== undefined && !known.includes(id)) throw sourceNotFound(id);
  const reports: SyncReport[] = [];
  for (const source of id === undefined ? known : [id]) {
    const report = await watchProgress({ catalog, terminal }, source, catalog.syncSource(source));
    reports.push(report);
    if (options.json !== true) terminal.print(toReportLine(report));
  }
  if (options.json === true) terminal.printJson(id === undefined ? reports : reports[0]);
  return reports.every((report) => report.message === undefined && report.failed === 0) ? 0 : 3;
}

/** Shows how far a source has been read until that is done. */
async function watchProgress(
  { catalog, terminal }: { readonly catalog: CatalogAccess; readonly terminal: Terminal },
  source: string,
  work: Promise<SyncReport>,
): Promise<SyncReport> {
  async function show(): Promise<void> {
    const state = (await catalog.listSources()).find((each) => each.id === source);
    const { done, total } = state?.progress ?? { done: 0, total: 0 };
    terminal.progress(`reading ${source}${total === 0 ? '' : `: ${done} of ${count(total, 'version')}`}`);
  }
  // A question that fails says nothing of the work itself.
  const timer = setInterval(() => void show().catch(() => undefined), progressEveryMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    terminal.progress('');
  }
}

function toReportLine({ source, condition, changed, saved, failed, message, revision }: SyncReport): Line {
  const what =
    message ??
    (changed ? `${count(saved, 'version')} saved${failed === 0 ? '' : `, ${failed} failed`}` : 'nothing new');
  return [
    { text: source, style: 'bold' },
    '  ',
    { text: condition, style: stateStyles[condition] },
    `  ${what}${revision === undefined ? '' : ` (${toShort(revision)})`}`,
  ];
}
