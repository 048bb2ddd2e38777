import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { type ExitCode, toExitCode } from './exit-code.ts';
import { toErrorLines } from './terminal/error-lines.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface ProgramOptions {
  readonly terminal: Terminal;
  /** The version of this program. */
  readonly version: string;
  /** Adds the commands. */
  readonly addCommands: (program: Command, context: CommandContext) => void;
}

/** Runs one command line (without the program's own name) and returns its exit code; every error ends here, in words. */
export async function runProgram(args: readonly string[], options: ProgramOptions): Promise<ExitCode> {
  const { terminal } = options;
  let exitCode: ExitCode = 0;
  const program = new Command('chandlery')
    .description('Addon registry and X-Definition marketplace for KubeVela.')
    .version(options.version)
    .showHelpAfterError('(add --help to see what it takes)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.printDocument(text),
      writeErr: (text) => noteAll(terminal, text),
    });
  options.addCommands(program, {
    terminal,
    async run(work) {
      exitCode = await work();
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.progress('');
    for (const line of toErrorLines(error)) terminal.note(line);
    return toExitCode(error);
  }
}

function noteAll(terminal: Terminal, text: string): void {
  for (const line of text.replace(/\n$/, '').split('\n')) terminal.note(line);
}
