import type { Command } from 'commander';
import { compareDefinitions } from '../../registry/definition/diff/compare-definitions.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ExitCode } from '../exit-code.ts';
import { createLineOption } from '../release-line-option.ts';
import { toChangeLine } from '../terminal/change-line.ts';
import { toFindingLines } from '../terminal/finding-lines.ts';
import { type DefinitionContext, withEngines } from './definition-files.ts';

interface DiffOptions {
  readonly for: ReleaseLine;
  readonly json?: boolean;
}

/** `chandlery definition diff BEFORE AFTER`: what changed for those who use a definition; exits with 1 when something breaks. */
export function addDiffDefinitionCommand(definition: Command, context: DefinitionContext): void {
  definition
    .command('diff')
    .description('say what changed between two texts of a definition, and how far its version has to move')
    .argument('<before>', 'definition file')
    .argument('<after>', 'definition file')
    .addOption(createLineOption())
    .option('--json', 'print JSON')
    .action((before: string, after: string, options: DiffOptions) =>
      context.run(() => diff(context, [before, after], options)),
    );
}

async function diff(context: DefinitionContext, paths: readonly string[], options: DiffOptions): Promise<ExitCode> {
  const { terminal } = context;
  const [before, after, ...more] = await context.readDefinitions(paths);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new RegistryError('INPUT_INVALID', 'two definitions are compared: name a file for each');
  }
  const comparison = await withEngines(context, (engines) =>
    compareDefinitions({ engines }, { before, after, line: options.for }),
  );
  const { changes, breaking, bump, findings } = comparison;
  if (options.json === true) terminal.printJson(comparison);
  else {
    for (const change of changes) terminal.print(toChangeLine(change));
    for (const line of toFindingLines(findings, (file) => file)) terminal.note(line);
    if (findings.length === 0) terminal.note(changes.length === 0 ? 'no change' : `required: a ${bump} version`);
  }
  return breaking || findings.length > 0 ? 1 : 0;
}
