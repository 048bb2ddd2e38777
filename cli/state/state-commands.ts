import type { Command } from 'commander';
import { RegistryError } from '../../registry/errors.ts';
import type { StateAction } from '../../schemas/version-state.ts';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, type CatalogContext, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { type AddonReference, parseAddonReference } from '../reference.ts';
import { locateOwnAddon } from './locate-own-addon.ts';

export interface StateContext extends CatalogContext {
  /** Who runs this program. */
  readonly findUserName: () => string | undefined;
}

interface StateOptions extends CatalogOptions {
  readonly json?: boolean;
  readonly reason: string;
  readonly author?: string;
  readonly replacement?: string;
}

const commands = [
  ['yank', 'take a version out of indexes, lists and plans; who names it exactly still gets it'],
  ['unyank', 'list a yanked version again'],
  ['deprecate', 'warn whoever takes a version, or the whole addon when no version is named'],
  ['undeprecate', 'take a deprecation back'],
  ['quarantine', 'serve nothing of what a version holds, not even to who names it'],
  ['release', 'end the quarantine of a version'],
] as const satisfies readonly (readonly [StateAction, string])[];

/** `chandlery yank|unyank|deprecate|undeprecate|quarantine|release REF --reason TEXT`. */
export function addStateCommands(program: Command, context: StateContext): void {
  for (const [action, description] of commands) {
    const deprecates = action === 'deprecate' || action === 'undeprecate';
    const command = program
      .command(action)
      .description(description)
      .argument('<ref>', deprecates ? '[catalog/]name[@version]' : '[catalog/]name@version')
      .requiredOption('--reason <text>', 'why; people are shown it')
      .option('--author <name>', 'who decided it (default: who runs this)');
    if (action === 'deprecate') command.option('--replacement <ref>', 'what to use instead, [catalog/]name[@version]');
    command.action((text: string, options: StateOptions) =>
      context.run(() => changeState(context, { action, reference: parseAddonReference(text) }, options)),
    );
    addCatalogOptions(command);
  }
}

async function changeState(
  context: StateContext,
  { action, reference }: { readonly action: StateAction; readonly reference: AddonReference },
  { reason, replacement, ...options }: StateOptions,
): Promise<ExitCode> {
  const { terminal, findUserName } = context;
  const author = options.author ?? findUserName();
  if (author === undefined) throw new RegistryError('INPUT_INVALID', 'say who decided it, with --author');
  const { version } = reference;
  const change = await withCatalog(context, options, async (catalog) =>
    catalog.changeState({
      ...(await locateOwnAddon(catalog, reference)),
      ...(version === undefined ? {} : { version }),
      action,
      reason,
      author,
      ...(replacement === undefined ? {} : { replacement }),
    }),
  );
  if (options.json === true) terminal.printJson(change);
  else terminal.print(change.detail);
  for (const note of change.notes) terminal.note([{ text: 'note', style: 'yellow' }, `: ${note}`]);
  return 0;
}
