import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { type Cell, toTable } from '../terminal/table.ts';

/** Flags that are settings. */
export interface SettingOptions {
  readonly config?: string;
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly publicUrl?: string;
}

/** One setting as it is in force. */
export interface PrintedSetting {
  readonly name: string;
  readonly value: string | number | boolean | undefined;
  readonly origin: string;
}

export interface ConfigContext extends CommandContext {
  listSettings(options: SettingOptions): Promise<readonly PrintedSetting[]>;
}

/** Adds the flags that are settings. */
export function addSettingOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration file (default: chandlery.yaml when it is there)')
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
    .option('--port <number>', 'port to listen on, 0 for any free one (default: 7770)')
    .option('--data <folder>', 'folder of state (default: ./data)')
    .option('--public-url <url>', 'how the outside reaches the server; may carry a path');
}

/** `chandlery config print`: the settings that are in force, and where each comes from. */
export function addConfigCommand(program: Command, context: ConfigContext): void {
  const config = program.command('config').description('settings');
  const print = config
    .command('print')
    .description('show the settings in force and where each comes from; secrets show as references')
    .option('--json', 'print JSON')
    .action((options: SettingOptions & { readonly json?: boolean }) =>
      context.run(async () => {
        const settings = await context.listSettings(options);
        if (options.json === true) {
          context.terminal.printJson(
            settings.map(({ name, value, origin }) => ({ name, value: value ?? null, origin })),
          );
          return 0;
        }
        const rows = settings.map(({ name, value, origin }): readonly Cell[] => [
          name,
          value === undefined ? { text: 'not set', style: 'dim' } : String(value),
          { text: origin, style: 'dim' },
        ]);
        for (const line of toTable(rows)) context.terminal.print(line);
        return 0;
      }),
    );
  addSettingOptions(print);
}
