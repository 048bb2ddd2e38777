import type { Finding } from '../schemas/finding.ts';
import type { Conflict } from '../schemas/resolution.ts';

/** What can keep a request from being fulfilled. Closed: the table code to HTTP status is exhaustive by type. */
export type RegistryErrorCode =
  | 'CATALOG_NOT_FOUND'
  | 'ADDON_NOT_FOUND'
  | 'VERSION_NOT_FOUND'
  | 'VERSION_QUARANTINED'
  | 'FILE_NOT_FOUND'
  | 'DEFINITION_NOT_FOUND'
  | 'SOURCE_NOT_FOUND'
  | 'RULE_NOT_FOUND'
  | 'LOCK_NOT_FOUND'
  | 'LOCK_RATE_EXCEEDED'
  | 'RATE_EXCEEDED'
  | 'INPUT_TOO_LARGE'
  | 'STREAM_FULL'
  | 'DEFINITION_REFUSED'
  | 'SCHEMA_NOT_FOUND'
  | 'BLOB_NOT_FOUND'
  | 'INPUT_INVALID'
  | 'CONFIG_INVALID'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'SOURCE_UNAVAILABLE'
  | 'SOURCE_INVALID'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_UNUSABLE'
  | 'BLOB_CORRUPT'
  | 'ARCHIVE_INVALID'
  | 'ADDRESS_UNAVAILABLE'
  | 'NOT_RENDERABLE'
  | 'NOT_SOLVABLE'
  | 'GAVE_UP'
  | 'ENGINE_UNAVAILABLE'
  | 'ENGINE_BUSY'
  | 'SEARCH_UNAVAILABLE';

/** One fault of an input, addressed by JSON pointer. */
export interface InputFault {
  readonly pointer: string;
  readonly message: string;
}

export interface RegistryErrorOptions {
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  readonly faults?: readonly InputFault[];
  /** What is wrong with the content that keeps it from being fulfilled. */
  readonly findings?: readonly Finding[];
  /** Why no set of versions fits together, with NOT_SOLVABLE. */
  readonly conflict?: Conflict;
  readonly cause?: unknown;
}

/** A request cannot be fulfilled. The message says what, where and how to mend; it never holds a secret. */
export class RegistryError extends Error {
  readonly code: RegistryErrorCode;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly faults: readonly InputFault[];
  readonly findings: readonly Finding[];
  readonly conflict: Conflict | undefined;

  constructor(code: RegistryErrorCode, message: string, options: RegistryErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'RegistryError';
    this.code = code;
    this.details = options.details ?? {};
    this.faults = options.faults ?? [];
    this.findings = options.findings ?? [];
    this.conflict = options.conflict;
  }
}

/** No catalog has this name. */
export function catalogNotFound(catalog: string): RegistryError {
  return new RegistryError('CATALOG_NOT_FOUND', `no catalog is called "${catalog}"`, { details: { catalog } });
}

/** The catalog holds no addon of this name. */
export function addonNotFound(catalog: string, addon: string): RegistryError {
  return new RegistryError('ADDON_NOT_FOUND', `catalog "${catalog}" has no addon called "${addon}"`, {
    details: { catalog, addon },
  });
}

/** No catalog holds an addon of this name. */
export function addonNowhere(addon: string): RegistryError {
  return new RegistryError('ADDON_NOT_FOUND', `no catalog has an addon called "${addon}"`, { details: { addon } });
}

/** The addon has no such version. */
export function versionNotFound(catalog: string, addon: string, version: string): RegistryError {
  return new RegistryError(
    'VERSION_NOT_FOUND',
    `addon "${addon}" of catalog "${catalog}" has no version "${version}"`,
    {
      details: { catalog, addon, version },
    },
  );
}

/** The addon has versions, but none that may be chosen for whoever names none. */
export function noVersionListed(catalog: string, addon: string): RegistryError {
  return new RegistryError(
    'VERSION_NOT_FOUND',
    `every version of addon "${addon}" of catalog "${catalog}" is yanked or quarantined: name the one that is meant`,
    { details: { catalog, addon, version: 'latest' } },
  );
}

/** The version is there, but an administrator blocked what it holds. */
export function versionQuarantined(
  { catalog, addon, version }: { readonly catalog: string; readonly addon: string; readonly version: string },
  reason: string | undefined,
): RegistryError {
  return new RegistryError(
    'VERSION_QUARANTINED',
    `${addon} ${version} of catalog "${catalog}" is quarantined, and none of its files is served${reason === undefined ? '' : `: ${reason}`}`,
    { details: { catalog, addon, version } },
  );
}

/** The version holds no such file. */
export function fileNotFound(path: string): RegistryError {
  return new RegistryError('FILE_NOT_FOUND', `the package has no file "${path}"`, { details: { path } });
}

/** Nobody brings a definition of this kind and name, or not where it was looked for. */
export function definitionNotFound(kind: string, name: string, where = ''): RegistryError {
  return new RegistryError('DEFINITION_NOT_FOUND', `no definition of the kind "${kind}" is called "${name}"${where}`, {
    details: { kind, name },
  });
}

/** No lock with this id was ever kept here. */
export function lockNotFound(id: string): RegistryError {
  return new RegistryError('LOCK_NOT_FOUND', 'this server keeps no lock with this id', { details: { id } });
}

/** No source has this id (`<catalog>/<name>`). */
export function sourceNotFound(source: string): RegistryError {
  return new RegistryError('SOURCE_NOT_FOUND', `no source is called "${source}"`, { details: { source } });
}
