import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RegistryError } from '../../registry/errors.ts';
import { parseLocatedYaml, type YamlFault, type YamlPath } from '../../registry/located-yaml/parse-located-yaml.ts';
import type { Config } from '../../schemas/config.ts';
import { checkConfig } from './check-config.ts';
import { validateConfig } from './validate-config.ts';

/** A configuration file that was read and found good. */
export interface ConfigFile {
  /** As it was named. */
  readonly name: string;
  /** Absolute path that relative paths in the file start from. */
  readonly folder: string;
  readonly config: Config;
  /** The line in which a setting stands. */
  lineOf(path: YamlPath): number;
}

export interface ReadConfigFileOptions {
  readonly name: string;
  readonly workingFolder: string;
  /** Who named the file, for the message when it cannot be read; undefined = nobody, it may be missing. */
  readonly namedBy: string | undefined;
}

/** Reads and checks a configuration file; undefined when nobody named it and it is not there. Throws CONFIG_INVALID with every fault as `file:line:column: what`. */
export async function readConfigFile(options: ReadConfigFileOptions): Promise<ConfigFile | undefined> {
  const { name, workingFolder, namedBy } = options;
  const path = resolve(workingFolder, name);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (namedBy === undefined && code === 'ENOENT') return undefined;
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'permission is denied' }[code];
    const who = namedBy === undefined ? '' : `, which ${namedBy} names,`;
    throw new RegistryError('CONFIG_INVALID', `the configuration ${name}${who} cannot be read: ${reason ?? code}`, {
      cause,
    });
  }
  const parsing = parseLocatedYaml(text);
  if ('faults' in parsing) throw configInvalid(name, parsing.faults);
  const validation = validateConfig(parsing.document);
  if ('faults' in validation) throw configInvalid(name, validation.faults);
  const faults = checkConfig(validation.config, parsing.document);
  if (faults.length > 0) throw configInvalid(name, faults);
  return {
    name,
    folder: dirname(path),
    config: validation.config,
    lineOf: (part) => parsing.document.locateKey(part).line,
  };
}

function configInvalid(name: string, faults: readonly YamlFault[]): RegistryError {
  const lines = faults.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
  return new RegistryError('CONFIG_INVALID', lines.join('\n'), {
    faults: faults.map(({ path, message }) => ({ pointer: toPointer(path), message })),
  });
}

function toPointer(path: YamlPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
