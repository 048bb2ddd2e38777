import { MirrorDamaged } from './git-error.ts';
import { type ObjectReply, openObjectChannel } from './object-channel.ts';
import { type GitTreeEntry, parseGitTree } from './parse-git-tree.ts';
import type { GitContext } from './run-git.ts';

export type ObjectDescription = Pick<ObjectReply, 'objectId' | 'type' | 'sizeBytes'>;

/** Reads objects of a mirror. Every method throws MirrorDamaged for an object that should be there and is not. */
export interface ObjectReader {
  /** Says what names mean (`<commit>:<path>`, `<commit>^{tree}`); undefined where they mean nothing. */
  findObjects(names: readonly string[]): Promise<readonly (ObjectDescription | undefined)[]>;
  /** Says how large objects are. */
  describeObjects(objectIds: readonly string[]): Promise<readonly ObjectDescription[]>;
  /** Reads objects whole; ask for their sizes first. */
  readObjects(objectIds: readonly string[]): Promise<readonly Uint8Array[]>;
  /** Reads tree objects; undefined for one that is larger than any sane folder. */
  readTrees(objectIds: readonly string[]): Promise<readonly (readonly GitTreeEntry[] | undefined)[]>;
  close(): void;
}

/** About 100 000 entries. */
const maxTreeBytes = 8 * 1024 * 1024;

/** Opens the objects of a mirror: two processes that end with `close()`. */
export function openObjectReader(context: GitContext): ObjectReader {
  const descriptions = openObjectChannel(context, '--batch-check');
  const contents = openObjectChannel(context, '--batch');

  async function describeObjects(objectIds: readonly string[]): Promise<readonly ObjectDescription[]> {
    return requireAll(objectIds, await descriptions.request(objectIds));
  }

  async function readObjects(objectIds: readonly string[]): Promise<readonly Uint8Array[]> {
    const replies = requireAll(objectIds, await contents.request(objectIds));
    return replies.map(({ bytes }) => bytes ?? new Uint8Array());
  }

  return {
    findObjects: (names) => descriptions.request(names),
    describeObjects,
    readObjects,
    async readTrees(objectIds) {
      const described = await describeObjects(objectIds);
      const sane = described.filter(({ type, sizeBytes }) => type === 'tree' && sizeBytes <= maxTreeBytes);
      const saneIds = sane.map(({ objectId }) => objectId);
      const bytes = await readObjects(saneIds);
      const trees = new Map(saneIds.map((objectId, index) => [objectId, toEntries(bytes[index], objectId)]));
      return objectIds.map((objectId) => trees.get(objectId));
    },
    close() {
      descriptions.close();
      contents.close();
    },
  };
}

function toEntries(bytes: Uint8Array | undefined, objectId: string): readonly GitTreeEntry[] {
  try {
    return parseGitTree(bytes ?? new Uint8Array(), objectId.length / 2);
  } catch (cause) {
    throw new MirrorDamaged(`tree ${objectId} cannot be read`, { cause });
  }
}

function requireAll<T>(objectIds: readonly string[], replies: readonly (T | undefined)[]): readonly T[] {
  return replies.map((reply, index) => {
    if (reply === undefined) throw new MirrorDamaged(`object ${objectIds[index] ?? ''} is missing`);
    return reply;
  });
}
