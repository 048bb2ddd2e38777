import type { IncomingMessage, ServerResponse } from 'node:http';
import { BoundedCache } from '../../registry/bounded-cache.ts';
import type { LockedVersion, LockRegistry, LockRegistryReader } from '../../registry/catalog/lock-types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { type ByteImage, createByteImage, sendByteImage } from '../http/byte-image.ts';
import type { ArchiveSender } from './create-archive-sender.ts';
import type { RequestTarget } from './create-helm-routes.ts';
import { newestOf, toIndexDocument } from './index-document.ts';
import { decodeSegment, finishAnswer, refuseMethod, toGone } from './raw-answers.ts';
import { sendText } from './send-text.ts';

export interface LockRoutesOptions {
  readonly locks: LockRegistryReader;
  readonly sendArchive: ArchiveSender;
  readonly onBug: (error: unknown) => void;
}

/** Locks as registries, in front of everything else. */
export interface LockRoutes {
  /** Answers a request for a document below `/lock/` and returns true, or leaves it alone and returns false. */
  handle(request: IncomingMessage, response: ServerResponse, target: RequestTarget): boolean;
}

interface ServedLock {
  readonly registry: LockRegistry;
  readonly index: ByteImage;
}

const cacheBytes = 32 * 1024 * 1024;
const immutable = 'public, max-age=31536000, immutable';
/** What a lock weighs beside the bytes of its index. */
const bytesPerMember = 1024;

/** Serves `/lock/<id>/index.yaml`, with exactly one version of each addon, and the archives beside it by their digests. Queries mean nothing here. */
export function createLockRoutes({ locks, sendArchive, onBug }: LockRoutesOptions): LockRoutes {
  const reading = new Map<string, Promise<ServedLock | undefined>>();
  const served = new BoundedCache<ServedLock>({ maxWeight: cacheBytes });

  /** Many may ask for one lock at the same moment. */
  function readLock(id: string): Promise<ServedLock | undefined> {
    const known = reading.get(id);
    if (known !== undefined) return known;
    const started = makeLock(id).finally(() => reading.delete(id));
    reading.set(id, started);
    return started;
  }

  async function makeLock(id: string): Promise<ServedLock | undefined> {
    const registry = await locks.findLockRegistry(id);
    if (registry === undefined) return undefined;
    const lock = { registry, index: await createLockIndex(registry) };
    const { identity, gzip, br } = lock.index;
    const indexBytes = identity.body.byteLength + gzip.body.byteLength + br.body.byteLength;
    served.save(registry.id, lock, indexBytes + registry.versions.length * bytesPerMember);
    return lock;
  }

  async function sendMember(request: IncomingMessage, response: ServerResponse, version: LockedVersion): Promise<void> {
    const { state, reason } = await locks.findMemberState(version);
    if (state === 'quarantined') return sendText(response, toGone(version.version, reason));
    try {
      await sendArchive(request, response, { ...version, mutable: false });
    } catch (error) {
      if (!(error instanceof RegistryError) || response.headersSent) throw error;
      onBug(error);
      sendText(response, {
        status: 500,
        text: `the bytes of ${version.name} ${version.version} (${version.digest}) are not on this server any more, or are damaged`,
        headers: ['Cache-Control', 'no-store'],
      });
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse, file: string, lock: ServedLock) {
    if (file === 'index.yaml') return sendByteImage(request, response, lock.index);
    const version = lock.registry.byFileName.get(decodeSegment(file));
    if (version !== undefined) return sendMember(request, response, version);
    return sendText(response, { status: 404, text: 'no such archive; index.yaml beside it lists them' });
  }

  async function answerUnknown(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    file: string,
  ): Promise<void> {
    const lock = await readLock(id);
    if (lock !== undefined) return answer(request, response, file, lock);
    sendText(response, {
      status: 404,
      text: 'this server keeps no lock with this id',
      headers: ['Cache-Control', 'no-store'],
    });
  }

  return {
    handle(request, response, { path }) {
      if (!path.startsWith('/lock/')) return false;
      const [segment = '', file = '', ...rest] = path.slice('/lock/'.length).split('/');
      if (file === '' || rest.length > 0) return false;
      if (refuseMethod(request, response)) return true;
      const id = segment.replace(/^sha256(?::|%3[Aa])/, '');
      const lock = served.find(id);
      const work =
        lock === undefined ? answerUnknown(request, response, id, file) : answer(request, response, file, lock);
      finishAnswer(response, work ?? undefined, onBug);
      return true;
    },
  };
}

function createLockIndex({ versions }: LockRegistry): Promise<ByteImage> {
  const addons = versions.map((version) => ({
    name: version.name,
    versions: [{ ...version, state: 'active' as const }],
  }));
  return createByteImage(toIndexDocument({ addons }), {
    contentType: 'application/x-yaml; charset=utf-8',
    cacheControl: immutable,
    lastModified: newestOf(addons),
  });
}
