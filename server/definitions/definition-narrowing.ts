import type { DefinitionReference } from '../../registry/catalog/definition-types.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { DefinitionPlace } from '../../schemas/definition-catalogue.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';

/** What a query may narrow a definition by. */
export type DefinitionNarrowing = Omit<DefinitionReference, 'kind' | 'name'>;

/** Reads `?catalog=&addon=&version=&for=`; other parameters are passed over. Throws INPUT_INVALID for a line that does not exist. */
export function parseNarrowing(query: URLSearchParams): DefinitionNarrowing {
  const wanted = query.get('for');
  const line = releaseLineSchema.enum.find((each) => each === wanted);
  if (wanted !== null && line === undefined) {
    throw new RegistryError('INPUT_INVALID', `for must be one of ${releaseLineSchema.enum.join(', ')}`);
  }
  const [catalog, addon, version] = ['catalog', 'addon', 'version'].map((name) => query.get(name) ?? undefined);
  return {
    ...(catalog === undefined ? {} : { catalog }),
    ...(addon === undefined ? {} : { addon }),
    ...(version === undefined ? {} : { version }),
    ...(line === undefined ? {} : { line }),
  };
}

/** The query that names exactly this version's definition. */
export function toNarrowingQuery({ catalog, addon, version }: DefinitionPlace): string {
  return new URLSearchParams({ catalog, addon, version }).toString();
}
