import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createLiveStream, type LiveStream, type LiveStreamOptions } from './live-stream.ts';

interface House {
  readonly stream: LiveStream;
  readonly url: string;
  readonly port: number;
  readonly values: Map<string, unknown>;
}

const servers: Server[] = [];
const streams: LiveStream[] = [];

async function openHouse(options: Partial<LiveStreamOptions> = {}): Promise<House> {
  const values = new Map<string, unknown>();
  const stream = createLiveStream({
    read: (topic) => (values.has(topic) ? { event: 'value', data: { topic, value: values.get(topic) } } : undefined),
    onBug: (error) => {
      throw error;
    },
    pauseMs: 1,
    ...options,
  });
  const server = createServer((request, response) => {
    try {
      stream.serve(request, response);
    } catch {
      response.writeHead(503).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  streams.push(stream);
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return { stream, url: `http://127.0.0.1:${port}/`, port, values };
}

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function set(house: House, topic: string, value: unknown): void {
  house.values.set(topic, value);
  house.stream.touch(topic);
}

/** Follows a stream; `text()` is all that came. */
async function follow(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  let text = '';
  const ended = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk;
  })().catch(() => undefined);
  return { response, ended, text: () => text, ids: () => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id ?? '') };
}

test('a reader gets everything that is known, and then what changes', async () => {
  const house = await openHouse();
  set(house, 'a', 1);
  set(house, 'b', 1);
  await vi.waitFor(async () => expect((await follow(house.url)).response.status).toBe(200));
  const reader = await follow(house.url);
  await vi.waitFor(() => expect(reader.ids()).toHaveLength(2));
  set(house, 'a', 2);
  await vi.waitFor(() => expect(reader.ids()).toHaveLength(3));
  expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(reader.response.headers.get('x-accel-buffering')).toBe('no');
  expect(reader.text()).toMatch(/^retry: 3000\n\n/);
  expect(reader.text()).toContain('event: value\ndata: {"topic":"a","value":2}\n\n');
});

test('what did not change is not sent', async () => {
  const house = await openHouse();
  const reader = await follow(house.url);
  set(house, 'a', 1);
  await vi.waitFor(() => expect(reader.ids()).toHaveLength(1));
  house.stream.touch('a');
  set(house, 'b', 1);
  await vi.waitFor(() => expect(reader.ids()).toHaveLength(2));
  expect(reader.text().match(/"topic":"a"/g)).toHaveLength(1);
});

test('who comes back gets what changed since; an id of another process, or nonsense, gets everything', async () => {
  const house = await openHouse();
  set(house, 'a', 1);
  set(house, 'b', 1);
  const first = await follow(house.url);
  await vi.waitFor(() => expect(first.ids()).toHaveLength(2));
  const [, last = ''] = first.ids();
  set(house, 'b', 2);
  await vi.waitFor(() => expect(first.ids()).toHaveLength(3));
  const back = await follow(house.url, { 'last-event-id': last });
  const other = await follow(house.url, { 'last-event-id': '000000000000-2' });
  const beyond = await follow(house.url, { 'last-event-id': last.replace(/-.*/, '-999') });
  await vi.waitFor(() => expect(beyond.ids()).toHaveLength(2));
  expect(back.text()).toContain('"topic":"b","value":2');
  expect(back.ids()).toHaveLength(1);
  expect(other.ids()).toHaveLength(2);
});

test('a reader that takes nothing costs one message a topic, and is let go after a while', async () => {
  const house = await openHouse({ heartbeatMs: 50, stallMs: 200 });
  const socket: Socket = connect(house.port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await vi.waitFor(() => expect(house.stream.countClients()).toBe(1));
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const big = 'x'.repeat(100_000);
  // 400 MB, if every message were kept for the reader.
  for (let round = 0; round < 400; round += 1) {
    for (let topic = 0; topic < 10; topic += 1) set(house, `t${topic}`, `${round} ${big}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before;
  expect(grown).toBeLessThan(150_000_000);
  await vi.waitFor(() => expect(house.stream.countClients()).toBe(0), { timeout: 5_000 });
  socket.destroy();
});

test('a reader that was slow ends with the newest of every topic', async () => {
  const house = await openHouse();
  const socket: Socket = connect(house.port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  await vi.waitFor(() => expect(house.stream.countClients()).toBe(1));
  const big = 'x'.repeat(300_000);
  for (let round = 1; round <= 60; round += 1) {
    set(house, 'big', `round-${round}-${big}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.resume();
  await vi.waitFor(() => expect(text).toContain('round-60-'), { timeout: 5_000 });
  expect(text.match(/round-\d+-/g)?.length).toBeLessThan(60);
  socket.destroy();
});

test('there are so many readers and no more', async () => {
  const house = await openHouse({ maxClients: 2 });
  const readers = [await follow(house.url), await follow(house.url)];
  expect((await fetch(house.url)).status).toBe(503);
  house.stream.close();
  await Promise.all(readers.map(({ ended }) => ended));
});

test('closing ends every stream at once', async () => {
  const house = await openHouse();
  const reader = await follow(house.url);
  house.stream.close();
  await reader.ended;
  expect((await fetch(house.url)).status).toBe(503);
});

test('a heartbeat keeps a quiet stream open', async () => {
  const house = await openHouse({ heartbeatMs: 20 });
  const reader = await follow(house.url);
  await vi.waitFor(() => expect(reader.text().match(/^: still here$/gm)?.length).toBeGreaterThan(1));
});
