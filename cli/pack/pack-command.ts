import type { Command } from 'commander';
import { packAddon } from '../../registry/addon/pack-addon.ts';
import { archiveName } from '../../registry/catalog/archive-name.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { CommandContext } from '../command-context.ts';
import { examinePackage, type LocalPackage } from '../examine-package.ts';
import type { ExitCode } from '../exit-code.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';

export interface PackContext extends CommandContext {
  /** Reads the addons that stand at a path. Throws INPUT_INVALID. */
  readPackages(path: string): AsyncIterable<LocalPackage>;
  /** Every rule that a finding can name, and whether it means that the client cannot load the addon at all. */
  listRules(): Promise<readonly { readonly id: string; readonly breaks?: 'load' | undefined }[]>;
  /** Writes a file whole or not at all. Throws INPUT_INVALID. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

interface PackOptions {
  readonly json?: boolean;
  readonly output?: string;
}

/** `chandlery pack DIR`: the canonical archive of an addon folder. */
export function addPackCommand(program: Command, context: PackContext): void {
  program
    .command('pack')
    .description('make the canonical archive of an addon: the same content gives the same bytes on every machine')
    .argument('<dir>', 'addon folder')
    .option('-o, --output <file>', 'where to write (default: NAME-VERSION.tgz here)')
    .option('--json', 'print JSON')
    .action((path: string, options: PackOptions) => context.run(() => pack(context, path, options)));
}

async function pack(context: PackContext, path: string, options: PackOptions): Promise<ExitCode> {
  const { terminal } = context;
  const packages: LocalPackage[] = [];
  for await (const found of context.readPackages(path)) packages.push(found);
  const [only, ...others] = packages;
  if (only === undefined || others.length > 0) {
    throw new RegistryError(
      'INPUT_INVALID',
      `${path} holds several addons, and one archive holds one: name one of them`,
    );
  }
  const { tree, addon, findings } = examinePackage(only);
  const fatal = (await context.listRules()).filter(({ breaks }) => breaks === 'load').map(({ id }) => id);
  const breaking = findings.filter(({ rule, severity }) => severity === 'error' && fatal.includes(rule));
  const metadata = addon?.metadata;
  if (breaking.length > 0 || metadata === undefined) {
    for (const line of toFindingLines(breaking, (file) => file)) terminal.note(line);
    terminal.note(`not packed: no client could load ${path}`);
    return 1;
  }
  const archive = packAddon(tree, metadata);
  const file = options.output ?? archiveName(metadata.name, metadata.version);
  await context.writeFile(file, archive.bytes);
  const { name, version } = metadata;
  const { digest, treeDigest } = archive;
  if (options.json === true)
    terminal.printJson({ name, version, file, digest, treeDigest, sizeBytes: archive.bytes.length });
  else terminal.print(`${name} ${version} ${digest} ${file}`);
  return 0;
}
