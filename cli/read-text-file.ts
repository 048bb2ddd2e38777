import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RegistryError } from '../registry/errors.ts';

/** Reads a text file that a person named. Throws INPUT_INVALID when that cannot be done. */
export async function readTextFile({
  workingFolder,
  path,
}: {
  readonly workingFolder: string;
  readonly path: string;
}): Promise<string> {
  try {
    return await readFile(resolve(workingFolder, path), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new RegistryError('INPUT_INVALID', `${path} ${reason}`, { cause });
  }
}
