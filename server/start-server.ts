import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RegistryError } from '../registry/errors.ts';
import { composeServer } from './compose.ts';
import type { Settings } from './config/settings.ts';

export interface StartServerOptions {
  readonly settings: Settings;
  /** Lines for whoever started it: the URL first, then progress. */
  readonly print: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, finishes requests, closes the store. */
  close(): Promise<void>;
}

const finishRequestsMs = 5_000;

/**
 * Starts the server: resolves when the first byte can be served, which is before the first index is complete.
 * Throws RegistryError DATA_FOLDER_IN_USE, DATA_FOLDER_UNUSABLE, CONFIG_INVALID or ADDRESS_UNAVAILABLE.
 */
export async function startServer({ settings, print }: StartServerOptions): Promise<RunningServer> {
  const localToken = randomBytes(32).toString('base64url');
  const composed = await composeServer({ settings, localToken, print });
  try {
    const url = await listen(composed.server, settings);
    await composed.open(url);
    print(`Chandlery serves ${settings.publicUrl ?? url}`);
    composed.begin();
    return {
      url,
      async close() {
        await Promise.all([stopServing(composed.server), composed.stopWork()]);
        await composed.close();
      },
    };
  } catch (error) {
    composed.server.close();
    await composed.stopWork();
    await composed.close();
    throw error;
  }
}

async function listen(server: Server, { host, port }: Settings): Promise<string> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new RegistryError('ADDRESS_UNAVAILABLE', describeListenError(error, { host, port }), { cause: error });
  }
  const { port: listening } = server.address() as AddressInfo;
  return `http://${reachable(host)}:${listening}`;
}

function describeListenError(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `port ${port} of ${host} is in use by another program: stop it, or choose another with --port (0 takes any free one)`;
  }
  if (code === 'EACCES') return `this user may not listen on port ${port}: choose one above 1023 with --port`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `this machine has no address ${host}: choose one with --host, such as 127.0.0.1 or 0.0.0.0`;
  }
  return `cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

/** An address that can be typed into a browser on this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

async function stopServing(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), finishRequestsMs);
  await closed;
  clearTimeout(timer);
}
