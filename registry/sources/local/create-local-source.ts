import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LocalSourceConfig } from '../../../schemas/config.ts';
import { defaultPackageLimits, type PackageLimits } from '../../addon/limits.ts';
import { digestOf } from '../../digest.ts';
import { RegistryError } from '../../errors.ts';
import type { Source } from '../types.ts';
import { type FolderListing, listFolder, TooManyEntries } from './list-folder.ts';
import { openLocalSnapshot } from './open-local-snapshot.ts';

export interface LocalSourceOptions {
  /** `<catalog>/<name>`. */
  readonly id: string;
  readonly config: LocalSourceConfig;
  /** A relative path in the configuration starts here. */
  readonly configFolder: string;
  readonly packageLimits?: PackageLimits;
  /** Entries of the whole folder: more are taken for a wrong path. */
  readonly maxEntries?: number;
}

/**
 * Makes a source that reads a folder of addons on this machine, or a folder that is one. Links are never followed, `.git` is skipped.
 * Never throws: a folder that is missing or may not be read is reported by the first call.
 */
export function createLocalSource(options: LocalSourceOptions): Source {
  const { config, id, packageLimits: limits = defaultPackageLimits, maxEntries = 100_000 } = options;

  function invalid(what: string, cause?: unknown): RegistryError {
    return new RegistryError('SOURCE_INVALID', `source "${id}" (${config.path}): ${what}`, {
      details: { source: id, location: config.path },
      cause,
    });
  }

  async function list(signal: AbortSignal): Promise<FolderListing> {
    signal.throwIfAborted();
    try {
      const folder = await realpath(resolve(options.configFolder, config.path));
      if (!(await stat(folder)).isDirectory()) throw invalid('it is no folder; name the folder that holds the addons');
      // One level for the addons' own folders, and one to tell what is too deep.
      const entries = await listFolder(folder, { maxEntries, maxDepth: limits.maxDepth + 1, signal });
      const lines = entries.map(({ path, kind, stamp }) => JSON.stringify([path, kind, stamp]));
      return { folder, entries, revision: digestOf(lines.join('\n')) };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof RegistryError) throw error;
      if (error instanceof TooManyEntries)
        throw invalid(`it holds ${error.message}; is this the folder of addons?`, error);
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw invalid(code === 'ENOENT' ? 'there is no such folder' : `the folder cannot be read (${code})`, error);
    }
  }

  return {
    id,
    type: 'local',
    location: config.path,
    folder: '',
    settings: digestOf(config.path),
    mutable: config.sealed !== true,
    async findRevision(signal) {
      return (await list(signal)).revision;
    },
    async openSnapshot({ signal }) {
      return await openLocalSnapshot(await list(signal), { id, location: config.path, limits, signal });
    },
  };
}
