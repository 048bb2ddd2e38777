import type { AddonMetadata } from '../../schemas/addon.ts';
import { classifyPath } from '../addon/layout.ts';
import { defaultPackageLimits } from '../addon/limits.ts';
import { findKnownKey } from '../addon/metadata/metadata-keys.ts';
import { readYaml } from '../addon/metadata/read-yaml.ts';
import { toClientText } from '../addon/metadata/resolve-scalar.ts';
import type { FileTree } from '../addon/types.ts';
import { compareText } from '../findings.ts';

/** The metadata with name and version as the client reads them: `version: 1.0` without quotes is `1`. */
export function readClientMetadata(tree: FileTree, metadata: AddonMetadata): AddonMetadata {
  const read = { name: metadata.name, version: metadata.version };
  for (const { path, bytes } of tree.files) {
    if (classifyPath(path, undefined).role !== 'metadata') continue;
    const reading = readYaml(new TextDecoder().decode(bytes), defaultPackageLimits);
    if (!reading.ok || reading.root.kind !== 'mapping') continue;
    for (const [written, node] of [...reading.root.values].sort(([a], [b]) => compareText(a, b))) {
      const key = findKnownKey(['name', 'version'] as const, written);
      if (key !== undefined && node.kind === 'scalar' && node.value !== null) read[key] = toClientText(node.value);
    }
  }
  return { ...metadata, ...read };
}
