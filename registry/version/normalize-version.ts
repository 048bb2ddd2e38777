/**
 * The key that identifies a version in a catalog: the author's text without one leading `v` (KubeVela's
 * `IgnoreVPrefix`).
 */
export function normalizeVersion(text: string): string {
  return text.startsWith('v') ? text.slice(1) : text;
}
