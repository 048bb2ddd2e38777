import { type Command, Option } from 'commander';
import { type DefinitionKind, definitionKindSchema } from '../../schemas/definition.ts';
import { type ReleaseLine, releaseLineSchema } from '../../schemas/release-line.ts';
import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { type SearchItem, type SearchResults, type SearchType, searchTypeSchema } from '../../schemas/search.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { shorten, toTable } from '../terminal/table.ts';
import { count } from '../terminal/words.ts';

interface SearchOptions extends CatalogOptions {
  readonly json?: boolean;
  readonly type?: SearchType;
  readonly catalog?: string;
  readonly tag?: string;
  readonly kind?: DefinitionKind;
  readonly vela?: string;
  readonly works?: ReleaseLine;
  readonly kubernetes?: string;
}

interface SearchContext extends CatalogContext {
  readonly catalog: CatalogAccess;
}

/** How many definitions and parameters stand below the addons. */
const besideCount = 5;
/** The most that one answer holds. */
const typeCount = 50;

/** `chandlery search TEXT`: addons, definitions and parameters that fit the words, best first. */
export function addSearchCommand(program: Command, context: CatalogContext): void {
  const command = program
    .command('search')
    .description('find addons, definitions and parameters by words; without words, list all addons')
    .argument('[words...]', 'words, and filters such as provides:trait, tag:gitops or vela:1.10')
    .addOption(new Option('--type <type>', 'find only this').choices(searchTypeSchema.enum))
    .option('--catalog <name>', 'only in this catalog')
    .option('--tag <tag>', 'only with this tag')
    .addOption(
      new Option('--kind <kind>', 'only what brings definitions of this kind').choices(definitionKindSchema.enum),
    )
    .option('--vela <version>', 'only with a version for this KubeVela, or for some release of a line: 1.10')
    .addOption(
      new Option('--works <line>', 'only with a version that this line enables').choices(releaseLineSchema.enum),
    )
    .option('--kubernetes <version>', 'only with a version for this Kubernetes')
    .action((words: string[], options: SearchOptions) =>
      context.run(() =>
        withCatalog(context, options, (catalog) =>
          options.type === undefined || options.type === 'addon'
            ? searchAddons({ ...context, catalog }, words, options)
            : searchType({ ...context, catalog }, words, { ...options, type: options.type }),
        ),
      ),
    );
  addCatalogOptions(command);
}

async function searchAddons(
  context: SearchContext,
  words: readonly string[],
  options: SearchOptions,
): Promise<ExitCode> {
  const { terminal, catalog } = context;
  const { tag, kind, vela, works, kubernetes } = options;
  const query = {
    ...(words.length === 0 ? {} : { q: words.join(' ') }),
    ...(options.catalog === undefined ? {} : { catalog: options.catalog }),
    ...(tag === undefined ? {} : { tag }),
    ...(kind === undefined ? {} : { kind }),
    ...(vela === undefined ? {} : { vela }),
    ...(works === undefined ? {} : { works }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
  };
  const found: AddonSummary[] = [];
  let page: AddonPage | undefined;
  do {
    const cursor: string | undefined = page?.next;
    page = await catalog.listAddons({ ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items);
  } while (page.next !== undefined);
  if (options.json === true) {
    terminal.printJson(found);
    return found.length === 0 ? 1 : 0;
  }
  note(terminal, page);
  if (found.length === 0) terminal.note('no addon has these words');
  printAddons(found, terminal);
  // Narrowed as the addons are, or not at all: what stands there must belong together.
  const narrowed = [tag, kind, vela, works, kubernetes].some((value) => value !== undefined);
  if (words.length === 0 || narrowed || options.type !== undefined) return found.length === 0 ? 1 : 0;
  const beside = await catalog.search(
    toQuestion(words, { ...options, limit: besideCount, types: ['definition', 'parameter'] }),
  );
  printBeside(beside, terminal);
  return found.length === 0 && beside.groups.every(({ total }) => total === 0) ? 1 : 0;
}

async function searchType(
  { terminal, catalog }: SearchContext,
  words: readonly string[],
  options: SearchOptions & { readonly type: SearchType },
): Promise<ExitCode> {
  const results = await catalog.search(toQuestion(words, { ...options, limit: typeCount, types: [options.type] }));
  const items = results.groups.flatMap((group) => group.items);
  if (options.json === true) terminal.printJson(results);
  else {
    note(terminal, results);
    if (items.length === 0) terminal.note(`no ${options.type} has these words`);
    printItems(items, terminal);
  }
  return items.length === 0 ? 1 : 0;
}

/** Options that narrow addons, as the filters that mean the same. */
function toQuestion(
  words: readonly string[],
  { catalog, limit, types, ...options }: SearchOptions & { readonly limit: number; readonly types: SearchType[] },
) {
  const { tag, kind, vela, works, kubernetes } = options;
  const filters = Object.entries({ tag, kind, vela, works, kubernetes }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}:"${value}"`],
  );
  return { q: [...filters, ...words].join(' '), limit, types, ...(catalog === undefined ? {} : { catalog }) };
}

/** What of the question was not understood, and how else it could be spelled. */
function note(
  terminal: CatalogContext['terminal'],
  { notices, didYouMean }: Pick<AddonPage, 'notices' | 'didYouMean'>,
): void {
  for (const { text } of notices ?? []) terminal.note(text);
  if (didYouMean !== undefined) terminal.note(`did you mean: ${didYouMean}`);
}

function printAddons(found: readonly AddonSummary[], terminal: CatalogContext['terminal']): void {
  const rows = found.map(({ name, catalog, version, versions, description }) => [
    { text: name, style: 'bold' as const },
    version,
    catalog,
    count(versions, 'version'),
    shorten(description, 80),
  ]);
  for (const line of toTable(rows)) terminal.print(line);
}

function printBeside({ groups }: SearchResults, terminal: CatalogContext['terminal']): void {
  for (const { type, total, items } of groups) {
    if (total === 0) continue;
    const more = total > items.length ? `, ${items.length} shown: --type ${type} shows more` : '';
    terminal.print('');
    terminal.print(`${count(total, type)}${more}`);
    printItems(items, terminal);
  }
}

function printItems(items: readonly SearchItem[], terminal: CatalogContext['terminal']): void {
  const rows = items.map(({ type, name, definition, addon, version, catalog, description }) => [
    { text: name, style: 'bold' as const },
    type === 'definition' || definition === undefined
      ? (definition?.kind ?? '')
      : `${definition.kind} ${definition.name}`,
    `${catalog}/${addon}`,
    version,
    shorten(description, 60),
  ]);
  for (const line of toTable(rows)) terminal.print(line);
}
