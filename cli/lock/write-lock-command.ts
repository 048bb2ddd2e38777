import type { Command } from 'commander';
import { toLockId } from '../../registry/resolve/lock/canonical-lock.ts';
import { toLockContent } from '../../registry/resolve/lock/to-lock-content.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import type { CatalogAccess, CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { printConflict } from '../plan/plan-command.ts';
import { type RequestOptions, readRequest } from '../plan/read-request.ts';
import { count } from '../terminal/words.ts';
import { defaultLockFile, type LockContext, writeLockFile } from './lock-file.ts';
import { printLockCommands } from './print-lock-commands.ts';

interface WriteOptions extends CatalogOptions, RequestOptions {
  readonly json?: boolean;
  readonly output: string;
  readonly store?: boolean;
}

/** `chandlery lock write NAME…`: decides a set and pins it in a file. */
export function addWriteLockCommand(lock: Command, context: LockContext): void {
  const command = lock
    .command('write')
    .description('decide a set of addons and pin it in a file')
    .argument('<name...>', '[catalog/]name[@range]; a range such as ">=1.2, <2" or an exact version')
    .option('--vela <version>', 'version of KubeVela in the cluster')
    .option('--kubernetes <version>', 'version of Kubernetes')
    .option('--installed <file>', 'what the cluster has: kubectl get applications.core.oam.dev -n vela-system -o json')
    .option('--pre', 'count pre-releases like any other version')
    .option('-o, --output <file>', 'where to write', defaultLockFile)
    .option('--store', 'keep it on the server too, and print the lines that install from it')
    .action((names: string[], options: WriteOptions) =>
      context.run(async () => {
        const request = await readRequest(context, names, options);
        return withCatalog(context, options, (catalog) => write({ context, catalog }, request, options));
      }),
    );
  addCatalogOptions(command);
}

async function write(
  { context, catalog }: { readonly context: LockContext; readonly catalog: CatalogAccess },
  request: ResolveRequest,
  options: WriteOptions,
): Promise<ExitCode> {
  const { terminal } = context;
  const json = options.json === true;
  try {
    const plan = await catalog.resolve(request, { lang: 'en' });
    const content = toLockContent(plan);
    await writeLockFile(context, options.output, content);
    for (const { code, text } of plan.notices) terminal.note(`${code}: ${text}`);
    const kept = options.store === true ? await catalog.keepLock(content) : undefined;
    if (json) terminal.printJson(kept?.lock ?? { id: toLockId(content), ...content });
    else {
      for (const { name, version, catalog: from } of content.members) terminal.print(`${name} ${version}  ${from}`);
      terminal.note(`${options.output} pins ${count(content.members.length, 'addon')}`);
      if (kept !== undefined) printLockCommands(terminal, kept.lock);
    }
    return 0;
  } catch (error) {
    if (!printConflict(terminal, error, { json })) throw error;
    return 1;
  }
}
