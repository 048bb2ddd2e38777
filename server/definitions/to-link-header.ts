import type { DefinitionFile } from '../../registry/catalog/definition-types.ts';
import { toNarrowingQuery } from './definition-narrowing.ts';

const maxAlternates = 20;

/** The `Link` header (RFC 8288) of a definition: `canonical` names the very version that is served, `alternate` those of other addons. */
export function toLinkHeader(url: string, { shown, others }: Pick<DefinitionFile, 'shown' | 'others'>): string {
  const toLink = (place: typeof shown, relation: string) =>
    `<${url}?${toNarrowingQuery(place)}>; rel="${relation}"; title*=UTF-8''${encodeURIComponent(`${place.catalog}/${place.addon} ${place.version}`)}`;
  return [
    toLink(shown, 'canonical'),
    ...others.slice(0, maxAlternates).map((place) => toLink(place, 'alternate')),
  ].join(', ');
}
