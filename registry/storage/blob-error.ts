import type { Digest } from '../digest.ts';
import { RegistryError } from '../errors.ts';

/** No blob has this digest. */
export function blobNotFound(digest: Digest): RegistryError {
  return new RegistryError('BLOB_NOT_FOUND', `no blob is stored under ${digest}`, { details: { digest } });
}

/** The stored bytes are not those that the digest names: the disk or a person changed them. */
export function blobCorrupt(digest: Digest): RegistryError {
  return new RegistryError(
    'BLOB_CORRUPT',
    `the blob ${digest} was changed on disk and is not served; reading its source again brings it back`,
    { details: { digest } },
  );
}
