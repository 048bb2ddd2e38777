import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RegistryError } from '../registry/errors.ts';

/** Writes a file whole or not at all, in place of one that is there. Throws INPUT_INVALID when that cannot be done. */
export async function writeWholeFile(
  { workingFolder, path }: { readonly workingFolder: string; readonly path: string },
  bytes: Uint8Array,
): Promise<void> {
  const target = resolve(workingFolder, path);
  const temporary = `${target}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new RegistryError('INPUT_INVALID', `${path} cannot be written (${reason})`, { cause });
  }
}
