import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecked } from './run-program.ts';

/** An https address in front of a server that speaks http, as a reverse proxy gives it. */
export interface TlsProxy {
  /** Host and port. */
  readonly host: string;
  /** File with the certificate that clients must trust. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** Opens a proxy on loopback with a certificate made for this moment (openssl is needed). */
export async function openTlsProxy(target: string): Promise<TlsProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const files = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
  await runChecked('openssl', ['req', '-x509', ...files, ...subject]);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', target);
    const call = request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    call.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(call);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    certificate,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
