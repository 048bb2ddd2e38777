import type { Command } from 'commander';
import { addCheckDefinitionCommand } from './check-definition-command.ts';
import type { DefinitionContext } from './definition-files.ts';
import { addDiffDefinitionCommand } from './diff-definition-command.ts';
import { addShowDefinitionCommands } from './show-definition-commands.ts';

/** `chandlery definition …`: one definition at a time, as a KubeVela release line takes it. */
export function addDefinitionCommand(program: Command, context: DefinitionContext): void {
  const definition = program.command('definition').description('work with X-Definitions, in CUE or YAML');
  addShowDefinitionCommands(definition, context);
  addCheckDefinitionCommand(definition, context);
  addDiffDefinitionCommand(definition, context);
}
