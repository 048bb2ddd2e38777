import type { Command } from 'commander';
import type { CatalogAccess, CatalogOptions } from './catalog-access.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Runs the work of a command and keeps its exit code. */
  run(work: () => Promise<ExitCode>): Promise<void>;
}

/** What commands that read the catalogue are given. */
export interface CatalogContext extends CommandContext {
  openCatalog(options: CatalogOptions): Promise<CatalogAccess>;
}

/** Adds the options of every command that reads the catalogue. */
export function addCatalogOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .option('--server <url>', 'work on the server at this URL')
    .option('--config <file>', 'configuration file (default: chandlery.yaml when it is there)')
    .option('--data <folder>', 'data folder (default: ./data)');
}

/** Opens the catalogue for one piece of work and closes it afterwards, whatever happens. */
export async function withCatalog<Result>(
  context: CatalogContext,
  options: CatalogOptions,
  work: (catalog: CatalogAccess) => Promise<Result>,
): Promise<Result> {
  const catalog = await context.openCatalog(options);
  try {
    return await work(catalog);
  } finally {
    await catalog.close();
  }
}
