import type { AddonMetadata } from '../../schemas/addon.ts';
import { digestOf } from '../digest.ts';
import { writeGzip } from './archive/gzip-writer.ts';
import { writeTar } from './archive/tar-writer.ts';
import { toChartYaml } from './chart-yaml.ts';
import { treeDigestOf } from './tree-digest.ts';
import type { AddonArchive, FileTree } from './types.ts';
import { compareWalked } from './walk-order.ts';

/**
 * Packs a tree into its canonical archive: `<top>/Chart.yaml` written from the metadata, then the files in the order in which Helm packs a folder,
 * because clients render them in the order of the archive.
 * Equal trees and metadata give equal bytes on every machine, Node version and run. A Chart.yaml in the tree is replaced.
 */
export function packAddon(tree: FileTree, metadata: AddonMetadata): AddonArchive {
  const top = toTopFolder(metadata.name);
  const chart = new TextEncoder().encode(toChartYaml(metadata));
  const files = tree.files
    .filter(({ path }) => path !== 'Chart.yaml')
    .sort((left, right) => compareWalked(left.path, right.path));
  const bytes = writeGzip(
    writeTar([
      { path: `${top}/Chart.yaml`, mode: '0644', bytes: chart },
      ...files.map((file) => ({ ...file, path: `${top}/${file.path}` })),
    ]),
  );
  return { bytes, digest: digestOf(bytes), treeDigest: treeDigestOf(tree) };
}

/** The addon's name where it is a plain folder name, else one made of it; clients strip this part of the path. */
function toTopFolder(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  return plain === '' || plain === 'Chart.yaml' ? 'addon' : plain.slice(0, 100);
}
