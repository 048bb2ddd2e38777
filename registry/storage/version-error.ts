import type { VersionId } from './types.ts';

/** A bug: a version that is stored already must not be saved again. */
export function versionAlreadyStored(id: VersionId): Error {
  return new Error(`version ${id.catalog}/${id.addon}@${id.key} is stored already and is never overwritten`);
}

/** A bug: only a stored version can be replaced or observed. */
export function versionNotStored(id: VersionId): Error {
  return new Error(`version ${id.catalog}/${id.addon}@${id.key} is not stored`);
}
