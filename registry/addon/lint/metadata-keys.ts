/** Keys that the client reads from metadata.yaml, by the path of the map they stand in (`pkg/addon/type.go`, Meta); their letter case does not matter to it. */
export const metadataKeys: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '',
    [
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
  ],
  ['dependencies', ['name', 'version']],
  ['system', ['vela', 'kubernetes']],
  ['deployTo', ['disableControlPlane', 'runtimeCluster', 'runtime_cluster']],
]);

/** Tells whether the client knows a key of the map at a path. */
export function isKnownKey(path: string, key: string): boolean {
  const lower = key.toLowerCase();
  return metadataKeys.get(path)?.some((known) => known.toLowerCase() === lower) ?? true;
}
