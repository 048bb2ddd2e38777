import { RegistryError, type RegistryErrorCode } from '../registry/errors.ts';

/** What a command ends with: 0 good, 1 findings or "no", 2 wrong usage, 3 trouble upstream or in the server. */
export type ExitCode = 0 | 1 | 2 | 3;

const exitCodes = {
  CATALOG_NOT_FOUND: 1,
  ADDON_NOT_FOUND: 1,
  VERSION_NOT_FOUND: 1,
  VERSION_QUARANTINED: 1,
  FILE_NOT_FOUND: 1,
  DEFINITION_NOT_FOUND: 1,
  SOURCE_NOT_FOUND: 1,
  RULE_NOT_FOUND: 1,
  LOCK_NOT_FOUND: 1,
  LOCK_RATE_EXCEEDED: 3,
  RATE_EXCEEDED: 3,
  INPUT_TOO_LARGE: 2,
  STREAM_FULL: 3,
  DEFINITION_REFUSED: 1,
  SCHEMA_NOT_FOUND: 1,
  BLOB_NOT_FOUND: 3,
  INPUT_INVALID: 2,
  CONFIG_INVALID: 2,
  UNAUTHORIZED: 3,
  FORBIDDEN: 3,
  SOURCE_UNAVAILABLE: 3,
  SOURCE_INVALID: 3,
  DATA_FOLDER_IN_USE: 3,
  DATA_FOLDER_UNUSABLE: 3,
  BLOB_CORRUPT: 3,
  ARCHIVE_INVALID: 1,
  ADDRESS_UNAVAILABLE: 3,
  NOT_RENDERABLE: 1,
  NOT_SOLVABLE: 1,
  GAVE_UP: 1,
  ENGINE_UNAVAILABLE: 3,
  ENGINE_BUSY: 3,
  SEARCH_UNAVAILABLE: 3,
} as const satisfies Record<RegistryErrorCode, ExitCode>;

/** The exit code of a command that an error ended. */
export function toExitCode(error: unknown): ExitCode {
  return error instanceof RegistryError ? exitCodes[error.code] : 3;
}
