import type { Command } from 'commander';
import { RegistryError } from '../../registry/errors.ts';
import { findNearestWord } from '../../registry/nearest-word.ts';
import { compareLocks, type LockChanges } from '../../registry/resolve/lock/compare-locks.ts';
import { toLockContent } from '../../registry/resolve/lock/to-lock-content.ts';
import type { LockContent } from '../../schemas/lock.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import type { CatalogOptions } from '../catalog-access.ts';
import { addCatalogOptions, withCatalog } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { printConflict } from '../plan/plan-command.ts';
import { type RequestOptions, readRequest } from '../plan/read-request.ts';
import type { Line } from '../terminal/terminal.ts';
import { toShort } from '../terminal/words.ts';
import { defaultLockFile, type LockContext, readLockFile, writeLockFile } from './lock-file.ts';

interface UpgradeOptions extends CatalogOptions, RequestOptions {
  readonly json?: boolean;
  readonly file: string;
  readonly dryRun?: boolean;
}

/** `chandlery lock upgrade [NAME…]`: moves what is named, and of the rest as little as that takes. */
export function addUpgradeLockCommand(lock: Command, context: LockContext): void {
  const command = lock
    .command('upgrade')
    .description('move addons of a lock to newer versions, and of the rest as little as that takes')
    .argument('[name...]', 'addons that may move; all of them when left out')
    .option('--file <file>', 'the lock', defaultLockFile)
    .option('--vela <version>', 'version of KubeVela from now on')
    .option('--kubernetes <version>', 'version of Kubernetes from now on')
    .option('--installed <file>', 'what the cluster has: kubectl get applications.core.oam.dev -n vela-system -o json')
    .option('--pre', 'count pre-releases like any other version')
    .option('--dry-run', 'show what would move and write nothing')
    .action((names: string[], options: UpgradeOptions) => context.run(() => upgrade(context, names, options)));
  addCatalogOptions(command);
}

async function upgrade(context: LockContext, names: readonly string[], options: UpgradeOptions): Promise<ExitCode> {
  const { terminal } = context;
  const json = options.json === true;
  const { content: before } = await readLockFile(context, options.file);
  const request = toRequest(before, names, await readRequest(context, [], options));
  try {
    const plan = await withCatalog(context, options, (catalog) => catalog.resolve(request, { lang: 'en' }));
    const after = toLockContent(plan);
    const changes = compareLocks(before, after);
    if (json) terminal.printJson({ ...changes, written: options.dryRun !== true });
    else for (const line of toChangeLines(changes)) terminal.print(line);
    if (options.dryRun !== true) await writeLockFile(context, options.file, after);
    return 0;
  } catch (error) {
    if (!printConflict(terminal, error, { json })) throw error;
    return 1;
  }
}

/** What the lock was decided for, but for what is said anew. */
function toRequest(lock: LockContent, names: readonly string[], said: ResolveRequest): ResolveRequest {
  const known = lock.members.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const nearest = findNearestWord(name, known);
    const hint = nearest === undefined ? `it has ${known.join(', ')}` : `did you mean ${nearest}?`;
    throw new RegistryError('INPUT_INVALID', `the lock has no addon "${name}": ${hint}`);
  }
  const vela = said.vela ?? lock.vela;
  const kubernetes = said.kubernetes ?? lock.kubernetes;
  const installed = said.installed ?? lock.outside;
  const kept = names.length === 0 ? [] : lock.members.filter(({ name }) => !names.includes(name));
  return {
    ...said,
    want: lock.members.flatMap(({ name, catalog, want }) => (want === undefined ? [] : [{ name, catalog, ...want }])),
    ...(vela === undefined ? {} : { vela }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    ...(installed === undefined ? {} : { installed }),
    ...(kept.length === 0 ? {} : { prefer: kept.map(({ name, catalog, version }) => ({ name, catalog, version })) }),
  };
}

function toChangeLines({ added, removed, moved }: LockChanges): readonly Line[] {
  const lines: Line[] = [
    ...moved.map(({ name, from, to }): Line => [{ text: name, style: 'bold' }, `  ${toMove(from, to)}`]),
    ...added.map(
      ({ name, version }): Line => [{ text: name, style: 'bold' }, `  ${version} `, { text: 'added', style: 'green' }],
    ),
    ...removed.map(
      ({ name, version }): Line => [{ text: name, style: 'bold' }, `  ${version} `, { text: 'removed', style: 'red' }],
    ),
  ];
  return lines.length === 0 ? ['nothing moves'] : lines;
}

function toMove(from: LockChanges['added'][number], to: LockChanges['added'][number]): string {
  if (from.catalog !== to.catalog) return `${from.catalog} ${from.version} -> ${to.catalog} ${to.version}`;
  if (from.version !== to.version) return `${from.version} -> ${to.version}`;
  return `${to.version} has other bytes: ${toShort(from.digest)} -> ${toShort(to.digest)}`;
}
