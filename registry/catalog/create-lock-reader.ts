import type { Digest } from '../digest.ts';
import { isDigest } from '../digest.ts';
import { lockNotFound } from '../errors.ts';
import type { BlobStore, LockRecord, LockStore, StateStore } from '../storage/types.ts';
import { freeArchiveName } from './archive-name.ts';
import { checkLock } from './check-lock.ts';
import { findCurrentState } from './find-current-state.ts';
import type { LockedVersion, LockReader, LockRegistry, LockRegistryReader } from './lock-types.ts';
import { toLock } from './to-lock.ts';
import type { CatalogViews, PublicAddress } from './types.ts';

export interface LockReaderOptions {
  readonly store: Pick<LockStore, 'findLock'> & Pick<StateStore, 'listStateEvents'>;
  readonly blobs: Pick<BlobStore, 'hasBlob'>;
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly address: PublicAddress;
}

/** Reads locks and says what became of them. */
export function createLockReader(options: LockReaderOptions): LockReader & LockRegistryReader {
  const { store, address } = options;

  async function getRecord(text: string): Promise<LockRecord> {
    const record = await findRecord(text);
    if (record === undefined) throw lockNotFound(text);
    return record;
  }

  async function findRecord(text: string): Promise<LockRecord | undefined> {
    const id = text.replace(/^sha256:/, '');
    return /^[0-9a-f]{64}$/.test(id) ? store.findLock(id) : undefined;
  }

  return {
    getLock: async (id) => toLock(await getRecord(id), address),
    async findLockRegistry(id) {
      const record = await findRecord(id);
      return record === undefined ? undefined : toLockRegistry(record);
    },
    findMemberState: (member) => findCurrentState(store, member),
    checkLock: (content, asked) => checkLock(options, content, asked),
    async checkStoredLock(id, asked) {
      return checkLock(options, (await getRecord(id)).content, asked);
    },
  };
}

function toLockRegistry({ id, content, entries }: LockRecord): LockRegistry {
  const known = new Map(entries.map((entry) => [entry.name, entry]));
  const byFileName = new Map<string, LockedVersion>();
  for (const member of content.members) {
    const entry = known.get(member.name);
    if (entry === undefined) throw new Error(`lock ${id} was stored without an entry for ${member.name}`);
    const digest = toDigest(member.digest);
    const fileName = freeArchiveName({ addon: member.name, version: member.version, digest }, byFileName);
    byFileName.set(fileName, {
      catalog: member.catalog,
      name: member.name,
      version: member.version,
      description: entry.description,
      icon: entry.icon,
      url: entry.url,
      tags: entry.tags,
      requirements: member.requirements,
      dependencies: member.dependencies,
      digest,
      sizeBytes: entry.sizeBytes,
      published: entry.published,
      fileName,
    });
  }
  return { id, versions: [...byFileName.values()], byFileName };
}

function toDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Error(`a lock was stored with the digest "${text}"`);
}
