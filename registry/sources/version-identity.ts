import { normalizeVersion } from '../version/normalize-version.ts';

/** What makes two entries of a source one version: the name, and the number without one leading `v`. */
export function toVersionIdentity(entry: { readonly name: string; readonly version: string }): string {
  return `${entry.name}\n${normalizeVersion(entry.version)}`;
}
