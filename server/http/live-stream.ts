import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError } from '../../registry/errors.ts';

/** What a topic has come to: the whole of it, so that who missed what was before has lost nothing. */
export interface LiveMessage {
  /** Name of the event. */
  readonly event: string;
  readonly data: unknown;
}

export interface LiveStreamOptions {
  /** Reads a topic as it is now; undefined when it is no more. */
  readonly read: (topic: string) => LiveMessage | undefined;
  readonly onBug: (error: unknown) => void;
  /** Default 256. */
  readonly maxClients?: number;
  /** Changes that come within so long are sent as one; default 250 ms. */
  readonly pauseMs?: number;
  /** A comment is sent so often, so that proxies keep the connection; default 15 s. */
  readonly heartbeatMs?: number;
  /** Who takes nothing for so long is let go; default 60 s. */
  readonly stallMs?: number;
}

/**
 * Server-sent events of a few topics (WHATWG HTML, 9.2). Each topic keeps its newest message only: a slow reader skips what is
 * outdated, and nothing is queued for anybody. `id` is `<epoch>-<sequence>`; a reader that comes back with one of this process gets
 * what changed since, and with any other everything.
 */
export interface LiveStream {
  /** Says that a topic may have changed; it is read soon, and sent when it has. */
  touch(topic: string): void;
  /** Answers with the stream. Throws STREAM_FULL. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  countClients(): number;
  /** Ends every stream; readers come back to the next process by themselves. */
  close(): void;
}

interface Client {
  readonly response: ServerResponse;
  /** Everything up to this sequence was written. */
  sent: number;
  blockedSince: number | undefined;
}

const reconnectMs = 3_000;
const retryAfterSeconds = 30;

/** Makes a stream without readers; touch every topic once, so that readers begin with the whole. */
export function createLiveStream(options: LiveStreamOptions): LiveStream {
  const { maxClients = 256, pauseMs = 250, heartbeatMs = 15_000, stallMs = 60_000 } = options;
  const epoch = randomBytes(6).toString('hex');
  const clients = new Set<Client>();
  /** In the order of their sequence. */
  const topics = new Map<string, { readonly sequence: number; readonly text: string; readonly frame: string }>();
  const touched = new Set<string>();
  let sequence = 0;
  let timer: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let closed = false;

  function update(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const topic of touched) {
      try {
        updateTopic(topic);
      } catch (error) {
        options.onBug(error);
      }
    }
    touched.clear();
    for (const client of clients) flush(client);
  }

  function updateTopic(topic: string): void {
    const message = options.read(topic);
    if (message === undefined) {
      topics.delete(topic);
      return;
    }
    const text = `event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`;
    if (topics.get(topic)?.text === text) return;
    sequence += 1;
    topics.delete(topic);
    topics.set(topic, { sequence, text, frame: `id: ${epoch}-${sequence}\n${text}` });
  }

  function flush(client: Client): void {
    if (client.blockedSince !== undefined) return;
    for (const message of topics.values()) {
      if (message.sequence <= client.sent) continue;
      client.sent = message.sequence;
      if (!client.response.write(message.frame)) {
        client.blockedSince = performance.now();
        return;
      }
    }
  }

  function beat(): void {
    for (const { response, blockedSince } of clients) {
      if (blockedSince === undefined) response.write(': still here\n\n');
      else if (performance.now() - blockedSince > stallMs) response.destroy();
    }
  }

  function findSent(lastEventId: string | undefined): number {
    const [given, number] = lastEventId?.split('-') ?? [];
    const sent = given === epoch ? Number(number) : 0;
    return Number.isSafeInteger(sent) && sent <= sequence ? sent : 0;
  }

  return {
    touch(topic) {
      if (closed) return;
      touched.add(topic);
      timer ??= setTimeout(update, pauseMs);
    },

    serve(request, response) {
      if (closed || clients.size >= maxClients) {
        throw new RegistryError('STREAM_FULL', 'too many follow this server live: ask again later', {
          details: { retryAfterSeconds },
        });
      }
      // Set before the head is written, so that the metrics can tell a stream from an answer.
      response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
      response.writeHead(200, {
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept',
        // A connection that would be kept beyond the end of the stream would hold up the stop of the server.
        Connection: 'close',
      });
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      const client: Client = {
        response,
        sent: findSent(request.headers['last-event-id']?.toString()),
        blockedSince: undefined,
      };
      update();
      clients.add(client);
      heartbeat ??= setInterval(beat, heartbeatMs).unref();
      response.on('drain', () => {
        client.blockedSince = undefined;
        flush(client);
      });
      response.on('close', () => clients.delete(client));
      response.write(`retry: ${reconnectMs}\n\n`);
      flush(client);
    },

    countClients: () => clients.size,

    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(heartbeat);
      for (const { response, blockedSince } of clients) {
        // Nobody waits for a reader that takes nothing.
        if (blockedSince === undefined) response.end();
        else response.destroy();
      }
    },
  };
}
