import { type Command, Option } from 'commander';
import { RegistryError } from '../../registry/errors.ts';
import { type Language, languageSchema } from '../../schemas/language.ts';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { toPlanLines } from './plan-lines.ts';
import { type RequestOptions, readRequest } from './read-request.ts';

export interface PlanContext extends CatalogContext {
  /** Throws INPUT_INVALID when the file cannot be read. */
  readText(path: string): Promise<string>;
}

interface PlanOptions extends CatalogOptions, RequestOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

/** `chandlery plan NAME…`: what would be installed together, in order, and why; or in words why nothing fits. */
export function addPlanCommand(program: Command, context: PlanContext): void {
  const command = program
    .command('plan')
    .description('decide which versions are installed together, in which order and why')
    .argument('<name...>', '[catalog/]name[@range]; a range such as ">=1.2, <2" or an exact version')
    .option('--vela <version>', 'version of KubeVela in the cluster')
    .option('--kubernetes <version>', 'version of Kubernetes')
    .option('--installed <file>', 'what the cluster has: kubectl get applications.core.oam.dev -n vela-system -o json')
    .option('--upgrade <name...>', 'installed addons that may be moved; "*" for all of them')
    .option('--pre', 'count pre-releases like any other version')
    .addOption(new Option('--lang <language>', 'language of reasons').choices([...languageSchema.enum]).default('en'))
    .action((names: string[], options: PlanOptions) => context.run(() => plan(context, names, options)));
  addCatalogOptions(command);
}

async function plan(context: PlanContext, names: readonly string[], options: PlanOptions): Promise<ExitCode> {
  const { terminal } = context;
  const request = await readRequest(context, names, options);
  try {
    const decided = await withCatalog(context, options, (catalog) => catalog.resolve(request, { lang: options.lang }));
    if (options.json === true) terminal.printJson(decided);
    else for (const line of toPlanLines(decided)) terminal.print(line);
    return 0;
  } catch (error) {
    if (!printConflict(terminal, error, { json: options.json === true })) throw error;
    return 1;
  }
}

/** Prints why nothing fits together; false when that is not what went wrong. */
export function printConflict(terminal: Terminal, error: unknown, { json }: { readonly json: boolean }): boolean {
  if (!(error instanceof RegistryError) || error.conflict === undefined) return false;
  const { code, message, conflict } = error;
  if (json) terminal.printJson({ code, detail: message, conflict });
  else for (const line of conflict.text.split('\n')) terminal.print(line);
  return true;
}
