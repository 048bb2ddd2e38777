import { type Command, Option } from 'commander';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { shorten, toTable } from '../terminal/table.ts';
import { count } from '../terminal/words.ts';

interface SearchOptions extends CatalogOptions {
  readonly json?: boolean;
  readonly catalog?: string;
  readonly tag?: string;
  readonly vela?: string;
  readonly works?: ReleaseLine;
  readonly kubernetes?: string;
}

/** `chandlery search TEXT`: addons whose name, description or tags hold the words. */
export function addSearchCommand(program: Command, context: CatalogContext): void {
  const command = program
    .command('search')
    .description('find addons by words in name, description and tags; without words, list all')
    .argument('[words...]', 'words that must all occur')
    .option('--catalog <name>', 'only in this catalog')
    .option('--tag <tag>', 'only with this tag')
    .option('--vela <version>', 'only with a version for this KubeVela, or for some release of a line: 1.10')
    .addOption(
      new Option('--works <line>', 'only with a version that this line enables').choices(releaseLineSchema.enum),
    )
    .option('--kubernetes <version>', 'only with a version for this Kubernetes')
    .action((words: string[], options: SearchOptions) =>
      context.run(() => withCatalog(context, options, (catalog) => search({ ...context, catalog }, words, options))),
    );
  addCatalogOptions(command);
}

async function search(
  { terminal, catalog }: CatalogContext & { readonly catalog: CatalogAccess },
  words: readonly string[],
  options: SearchOptions,
): Promise<ExitCode> {
  const { tag, vela, works, kubernetes } = options;
  const query = {
    ...(words.length === 0 ? {} : { q: words.join(' ') }),
    ...(options.catalog === undefined ? {} : { catalog: options.catalog }),
    ...(tag === undefined ? {} : { tag }),
    ...(vela === undefined ? {} : { vela }),
    ...(works === undefined ? {} : { works }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
  };
  const found: AddonSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.listAddons({ ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);

  if (options.json === true) terminal.printJson(found);
  else print(found, terminal);
  return found.length === 0 ? 1 : 0;
}

function print(found: readonly AddonSummary[], terminal: CatalogContext['terminal']): void {
  if (found.length === 0) terminal.note('no addon has these words');
  const rows = found.map(({ name, catalog, version, versions, description }) => [
    { text: name, style: 'bold' as const },
    version,
    catalog,
    count(versions, 'version'),
    shorten(description, 80),
  ]);
  for (const line of toTable(rows)) terminal.print(line);
}
