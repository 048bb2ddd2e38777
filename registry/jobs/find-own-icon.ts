import type { TreeReader } from '../catalog/create-tree-reader.ts';
import type { VersionView } from '../catalog/types.ts';
import { RegistryError } from '../errors.ts';
import { maxIconBytes, readIcon } from '../icons/read-icon.ts';
import type { Icon, IconReading } from '../icons/types.ts';
import type { VersionReader } from '../storage/types.ts';

export interface FindOwnIconOptions {
  readonly store: Pick<VersionReader, 'findVersion'>;
  readonly trees: TreeReader;
}

/** Reads the icon that a version brings itself: a `data:` URL in its metadata, or a file of its folder. */
export async function findOwnIcon(
  { store, trees }: FindOwnIconOptions,
  { addon, version }: { readonly addon: string; readonly version: VersionView },
): Promise<IconReading<Icon>> {
  const record = await store.findVersion({ catalog: version.catalog, addon, key: version.key });
  const text = record?.metadata.icon ?? '';
  if (record === undefined || text === '') return { ok: false, refusal: 'missing-file', again: false };
  if (/^data:/i.test(text)) {
    const bytes = readDataUrl(text);
    return bytes === undefined ? { ok: false, refusal: 'no-picture', again: false } : readIcon(bytes);
  }
  const path = text.replace(/^\.\//, '');
  const file = record.files.find((each) => each.path === path);
  if (file === undefined) return { ok: false, refusal: 'missing-file', again: false };
  if (file.sizeBytes > maxIconBytes) return { ok: false, refusal: 'too-large', again: false };
  try {
    const tree = await trees.readTree(record.digest);
    const bytes = tree.files.find((each) => each.path === path)?.bytes;
    return bytes === undefined ? { ok: false, refusal: 'missing-file', again: false } : readIcon(bytes);
  } catch (error) {
    // A rotten archive is told of where its bytes are asked for.
    if (error instanceof RegistryError) return { ok: false, refusal: 'missing-file', again: false };
    throw error;
  }
}

/** RFC 2397: the type that it names is not believed. */
function readDataUrl(url: string): Uint8Array | undefined {
  const comma = url.indexOf(',');
  if (comma === -1 || url.length > maxIconBytes * 2) return undefined;
  const data = url.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(url.slice(0, comma))) return Buffer.from(data, 'base64');
  try {
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}
