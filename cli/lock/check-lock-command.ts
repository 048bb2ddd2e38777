import type { Command } from 'commander';
import { RegistryError } from '../../registry/errors.ts';
import { parseLockYaml, type ReadLock } from '../../registry/resolve/lock/parse-lock-yaml.ts';
import type { LockCheck } from '../../schemas/lock.ts';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { count } from '../terminal/words.ts';
import { defaultLockFile, type LockContext, listFaults } from './lock-file.ts';

interface CheckOptions extends CatalogOptions {
  readonly json?: boolean;
  readonly vela?: string;
  readonly kubernetes?: string;
}

/** `chandlery lock check [FILE]`: whether a lock still holds. */
export function addCheckLockCommand(lock: Command, context: LockContext): void {
  const command = lock
    .command('check')
    .description('tell whether a lock still holds: its versions exist, have the same bytes, are not yanked, and fit')
    .argument('[file]', 'the lock', defaultLockFile)
    .option('--vela <version>', 'version of KubeVela (default: the one it was made for)')
    .option('--kubernetes <version>', 'version of Kubernetes (default: the one it was made for)')
    .action((path: string, options: CheckOptions) => context.run(() => check(context, path, options)));
  addCatalogOptions(command);
}

async function check(context: LockContext, path: string, options: CheckOptions): Promise<ExitCode> {
  const { terminal } = context;
  const reading = parseLockYaml(await context.readText(path));
  const faults = listFaults(path, reading);
  // A file that somebody changed by hand says enough to be compared; any other that is faulty does not.
  const lock = reading.ok ? reading : reading.edited;
  if (lock === undefined) throw new RegistryError('INPUT_INVALID', faults.join('\n'));
  const { vela, kubernetes } = options;
  const asked = { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) };
  const checked = await withCatalog(context, options, (catalog) => catalog.checkLock(lock.content, asked));
  const holds = checked.holds && faults.length === 0;
  if (options.json === true) terminal.printJson({ ...checked, holds, ...(faults.length === 0 ? {} : { faults }) });
  else {
    for (const fault of faults) terminal.print([{ text: 'error', style: 'red' }, `  ${fault}`]);
    printCheck(terminal, { path, lock, checked, holds });
  }
  return holds ? 0 : 1;
}

interface PrintedCheck {
  readonly path: string;
  readonly lock: ReadLock;
  readonly checked: LockCheck;
  readonly holds: boolean;
}

function printCheck(terminal: Terminal, { path, lock, checked, holds }: PrintedCheck): void {
  for (const { name, problems } of checked.members) {
    for (const { severity, text } of problems) {
      const style = severity === 'error' ? 'red' : 'yellow';
      terminal.print([{ text: severity, style }, `  ${path}:${lock.lineOf(name)}: ${text}`]);
    }
  }
  const system = [
    ...(checked.vela === undefined ? [] : [`KubeVela ${checked.vela}`]),
    ...(checked.kubernetes === undefined ? [] : [`Kubernetes ${checked.kubernetes}`]),
  ].join(' and ');
  terminal.print([
    { text: holds ? 'holds' : 'does not hold', style: holds ? 'green' : 'red' },
    `  ${path}, ${count(checked.members.length, 'addon')}${system === '' ? '' : `, for ${system}`}`,
  ]);
}
