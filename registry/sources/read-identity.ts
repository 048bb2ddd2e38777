import type { PackageLimits } from '../addon/limits.ts';
import { findMetadataEntry, type MetadataDocument } from '../addon/metadata/metadata-document.ts';
import { readMetadata } from '../addon/metadata/read-metadata.ts';

/** Name and version of an addon as the author wrote them, or why metadata.yaml does not tell them. */
export type IdentityReading =
  | { readonly name: string; readonly version: string }
  | { readonly fault: string; readonly line: number; readonly column: number };

export interface ReadIdentityOptions {
  /** The folder that metadata.yaml stands in; an absent name falls back to it. */
  readonly directory: string;
  readonly limits: PackageLimits;
}

/**
 * Reads name and version from metadata.yaml. A version that the client cannot load for another reason, such as a key of the wrong
 * type, is told all the same: it exists, and whoever reads it whole says what is wrong.
 */
export function readIdentity(bytes: Uint8Array, { directory, limits }: ReadIdentityOptions): IdentityReading {
  const { metadata, document, findings } = readMetadata(bytes, { limits });
  const name = metadata?.name ?? findText(document, 'name');
  const version = metadata?.version ?? findText(document, 'version');
  if (name !== undefined && version !== undefined) return { name: name === '' ? directory : name, version };
  const finding = findings.find(({ severity }) => severity === 'error');
  return { fault: finding?.message ?? 'it is empty', line: finding?.line ?? 1, column: finding?.column ?? 1 };
}

/** A scalar as it is written; '' when the mapping does not have the key, undefined when there is no such text. */
function findText(document: MetadataDocument | undefined, key: string): string | undefined {
  if (document === undefined || document.root.kind !== 'mapping') return undefined;
  const value = findMetadataEntry(document, key)?.value;
  if (value === undefined) return '';
  if (value.kind !== 'scalar') return undefined;
  return value.source ?? (value.value === null ? '' : String(value.value));
}
