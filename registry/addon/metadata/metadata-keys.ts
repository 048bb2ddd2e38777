/** The keys of metadata.yaml that the client knows, for each mapping in it (`pkg/addon/type.go`, Meta and what hangs on it). */
export const metadataKeys = {
  root: [
    'name',
    'version',
    'description',
    'icon',
    'url',
    'tags',
    'uxPlugins',
    'deployTo',
    'dependencies',
    'needNamespace',
    'invisible',
    'system',
    'annotations',
  ],
  deployTo: ['runtime_cluster', 'disableControlPlane', 'runtimeCluster'],
  dependencies: ['name', 'version'],
  system: ['vela', 'kubernetes'],
} as const;

/**
 * Finds the known key that a written one stands for: the exact one, else one that differs in letter case only,
 * because Go's encoding/json matches so (U+017F counts as s and U+212A as k).
 */
export function findKnownKey<Key extends string>(known: readonly Key[], written: string): Key | undefined {
  return known.find((key) => key === written) ?? known.find((key) => toFolded(key) === toFolded(written));
}

function toFolded(key: string): string {
  return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}
