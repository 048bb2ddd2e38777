import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RegistryError } from '../../registry/errors.ts';
import type { SecretReference } from '../../schemas/config.ts';

export interface ReadSecretOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A relative `file` starts here. */
  readonly folder: string;
}

/** Reads a secret where it is kept; a file's last line break does not count. Throws CONFIG_INVALID that names the place and nothing of the content. */
export async function readSecret(reference: SecretReference, options: ReadSecretOptions): Promise<string> {
  if ('env' in reference) {
    const value = options.environment[reference.env];
    if (value !== undefined && value !== '') return value;
    throw new RegistryError('CONFIG_INVALID', `the secret { env: ${reference.env} } is missing: set that variable`);
  }
  const path = resolve(options.folder, reference.file);
  try {
    return (await readFile(path, 'utf8')).replace(/\r?\n$/, '');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new RegistryError('CONFIG_INVALID', `the secret { file: ${path} } cannot be read${reason}`, { cause });
  }
}
