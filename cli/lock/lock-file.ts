import { RegistryError } from '../../registry/errors.ts';
import { type LockReading, parseLockYaml, type ReadLock } from '../../registry/resolve/lock/parse-lock-yaml.ts';
import { toLockYaml } from '../../registry/resolve/lock/to-lock-yaml.ts';
import type { LockContent } from '../../schemas/lock.ts';
import type { CatalogContext } from '../command-context.ts';

/** What commands that work with a lock file are given. */
export interface LockContext extends CatalogContext {
  /** Throws INPUT_INVALID when the file cannot be read. */
  readText(path: string): Promise<string>;
  /** Writes a file whole or not at all. Throws INPUT_INVALID. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

/** The file that is meant when nobody names one. */
export const defaultLockFile = 'chandlery.lock';

/** Reads a lock file that must be whole. Throws INPUT_INVALID with every fault as `file:line:column: what`. */
export async function readLockFile(context: Pick<LockContext, 'readText'>, path: string): Promise<ReadLock> {
  const reading = parseLockYaml(await context.readText(path));
  if (reading.ok) return reading;
  throw new RegistryError('INPUT_INVALID', listFaults(path, reading).join('\n'));
}

/** The faults of a lock file as `file:line:column: what`. */
export function listFaults(path: string, reading: LockReading): readonly string[] {
  if (reading.ok) return [];
  return reading.faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

/** Writes a lock file in place of one that is there. */
export function writeLockFile(
  context: Pick<LockContext, 'writeFile'>,
  path: string,
  content: LockContent,
): Promise<void> {
  return context.writeFile(path, Buffer.from(toLockYaml(content)));
}
