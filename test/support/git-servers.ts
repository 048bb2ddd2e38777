import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';

/** A server on a free loopback port that ends with `close()`. */
export interface TestServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves every repository below a folder with `git daemon`. */
export async function startGitDaemon(folder: string): Promise<TestServer> {
  const port = await findFreePort();
  const child = spawn(
    'git',
    ['daemon', '--listen=127.0.0.1', `--port=${port}`, '--export-all', '--reuseaddr', `--base-path=${folder}`, folder],
    { stdio: 'ignore', detached: true, env: createServerEnvironment() },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await waitForPort(port);
  return {
    port,
    async close() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

export interface GitHttpServer extends TestServer {
  /** Answers a request that another server received. */
  readonly handle: RequestListener;
  /** Path and headers of each request, as they came. */
  readonly requests: readonly { readonly path: string; readonly authorization: string | undefined }[];
}

/** Serves every repository below a folder over smart HTTP (`git http-backend`), behind a password if one is given. */
export async function startGitHttpServer(folder: string, login?: string): Promise<GitHttpServer> {
  const requests: { path: string; authorization: string | undefined }[] = [];
  const handle: RequestListener = (request, response) => {
    const { authorization } = request.headers;
    requests.push({ path: request.url ?? '', authorization });
    if (login !== undefined && authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    serveBackend(folder, request, response);
  };
  return { ...(await startHttpServer(handle)), requests, handle };
}

/** Starts an HTTPS server with a certificate and its key as PEM. */
export async function startHttpsServer(
  tls: { readonly cert: string; readonly key: string },
  listener: RequestListener,
): Promise<TestServer> {
  return listen(createTlsServer(tls, listener));
}

/** Starts an HTTP server that a test makes behave as badly as it likes; closing it ends open connections. */
export async function startHttpServer(listener: RequestListener): Promise<TestServer> {
  return listen(createServer(listener));
}

/** Starts a TCP server; closing it ends open connections. */
export async function startTcpServer(onSocket: (socket: Socket) => void): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: toPort(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serveBackend(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...createServerEnvironment(),
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(backend.stdin);
  backend.stdin.on('error', () => undefined);
  let head: Buffer | undefined = Buffer.alloc(0);
  backend.stdout.on('data', (chunk: Buffer) => {
    if (head === undefined) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = head
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
    const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200';
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  backend.once('close', () => response.end());
}

async function listen(server: Server): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: toPort(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function toPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function findFreePort(): Promise<number> {
  const server = await startTcpServer(() => undefined);
  await server.close();
  return server.port;
}

async function waitForPort(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('git daemon did not start');
}

function createServerEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
}
