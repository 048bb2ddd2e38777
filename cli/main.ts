#!/usr/bin/env node
import { runCommandLine } from './compose.ts';

const { stdout, stderr, env: environment } = process;

// A reader that has seen enough, such as `head`, closes the pipe; that is no error of this program.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommandLine({
  args: process.argv.slice(2),
  stdout,
  stderr,
  environment,
  openStdin: () => process.stdin,
  workingFolder: process.cwd(),
  onStopSignal(listener) {
    process.on('SIGTERM', listener).on('SIGINT', listener);
  },
  exit: () => process.exit(0),
});
