import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { BoundedCache } from '../../bounded-cache.ts';
import { RegistryError } from '../../errors.ts';
import type { BlobStore, LineEvaluationStore, VersionReader } from '../../storage/types.ts';
import { preferLines } from '../choose-line.ts';
import { readStoredTree } from '../read-stored-tree.ts';
import type { VersionView } from '../types.ts';
import type { SearchContent, SearchSubject } from './search-documents.ts';
import { toPlainText } from './to-plain-text.ts';

export interface ContentReaderOptions {
  readonly store: Pick<VersionReader, 'findVersion'> & Pick<LineEvaluationStore, 'findFacts' | 'listDefinitions'>;
  readonly blobs: Pick<BlobStore, 'readBlob'>;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

const maxReadmeLength = 20_000;
/** A version is read again whenever a line has judged it; its readme stays the same. */
const cacheWeight = 2 * 1024 * 1024;

/** Returns a function that reads what of a version can be searched besides what lists show. */
export function createContentReader(
  options: ContentReaderOptions,
): (subject: Pick<SearchSubject, 'addon' | 'shown'>) => Promise<SearchContent> {
  const { store } = options;
  const readmes = new BoundedCache<string>({ maxWeight: cacheWeight });

  async function readReadme(addon: string, { catalog, key, digest }: VersionView): Promise<string> {
    const known = readmes.find(digest);
    if (known !== undefined) return known;
    const path = (await store.findVersion({ catalog, addon, key }))?.readmePath;
    const bytes = path === undefined ? undefined : await readFile(digest, path);
    const text = bytes === undefined ? '' : toPlainText(new TextDecoder().decode(bytes), maxReadmeLength);
    readmes.save(digest, text, (digest.length + text.length) * 2);
    return text;
  }

  /** A blob that is lost or torn is told where it is served; what else is known of the addon can be found all the same. */
  async function readFile(digest: VersionView['digest'], path: string): Promise<Uint8Array | undefined> {
    try {
      const { files } = await readStoredTree(options.blobs, digest);
      // What is past the bound is never looked at, so that a huge text costs no decoding.
      return files.find((file) => file.path === path)?.bytes.subarray(0, maxReadmeLength * 4);
    } catch (error) {
      if (error instanceof RegistryError) return undefined;
      throw error;
    }
  }

  return async ({ addon, shown }) => {
    const readme = await readReadme(addon.name, shown);
    const { treeDigest } = shown;
    for (const line of preferLines(options.lines)) {
      const facts = await store.findFacts({ treeDigest, line }, ['parameters', 'definitionParameters']);
      if (facts === undefined) continue;
      return { ...facts, definitions: await store.listDefinitions({ treeDigest, line }), readme };
    }
    return { definitions: [], parameters: [], definitionParameters: [], readme };
  };
}
