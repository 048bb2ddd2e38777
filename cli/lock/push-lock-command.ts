import type { Command } from 'commander';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, withCatalog } from '../command-context.ts';
import { defaultLockFile, type LockContext, readLockFile } from './lock-file.ts';
import { printLockCommands } from './print-lock-commands.ts';

interface PushOptions extends CatalogOptions {
  readonly json?: boolean;
}

/** `chandlery lock push [FILE]`: keeps a lock on the server, which then serves it as a registry. */
export function addPushLockCommand(lock: Command, context: LockContext): void {
  const command = lock
    .command('push')
    .description('keep a lock on the server, and print the lines that install from it')
    .argument('[file]', 'the lock', defaultLockFile)
    .action((path: string, options: PushOptions) =>
      context.run(async () => {
        const { content } = await readLockFile(context, path);
        const { lock: kept } = await withCatalog(context, options, (catalog) => catalog.keepLock(content));
        if (options.json === true) context.terminal.printJson(kept);
        else printLockCommands(context.terminal, kept);
        return 0;
      }),
    );
  addCatalogOptions(command);
}
