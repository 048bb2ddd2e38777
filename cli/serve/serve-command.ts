import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addSettingOptions, type SettingOptions } from '../config/config-command.ts';

export interface ServeContext extends CommandContext {
  /** Starts the server; resolves when it answers. */
  startServer(options: SettingOptions): Promise<{ close(): Promise<void> }>;
  /** Calls back once for each SIGTERM and SIGINT. */
  onStopSignal(listener: () => void): void;
  /** Ends the process at once. */
  exit(): void;
}

const stopWithinMs = 9_000;

/** `chandlery serve`: the server, until SIGTERM or SIGINT. */
export function addServeCommand(program: Command, context: ServeContext): void {
  const command = program
    .command('serve')
    .description('run the server until it is told to stop')
    .action((options: SettingOptions) => context.run(() => serve(context, options)));
  addSettingOptions(command);
}

async function serve(context: ServeContext, options: SettingOptions): Promise<0> {
  const { promise: stopped, stop } = createStop();
  context.onStopSignal(stop);
  const server = await context.startServer(options);
  await stopped;
  // Whatever hangs, the promise to be gone within ten seconds is kept; the store survives being left open.
  const timer = setTimeout(() => context.exit(), stopWithinMs);
  await server.close();
  clearTimeout(timer);
  return 0;
}

function createStop(): { readonly promise: Promise<void>; readonly stop: () => void } {
  let stop: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    stop = resolve;
  });
  return { promise, stop };
}
