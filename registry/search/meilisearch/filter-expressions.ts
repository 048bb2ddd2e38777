import { searchFacets } from '../matching/facet-column.ts';
import type { Alternative } from '../matching/plan-query.ts';
import type { SearchFacet, SearchQuery } from '../types.ts';

/** A value as it is kept for filters: the server compares without regard to case and accents, and quotes would end it. */
export function encodeValue(value: string): string {
  return value.replace(/[^a-z0-9/.-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** The value that was encoded. */
export function decodeValue(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('~', '%'));
}

/** Only documents, and of these the ones in all facets that narrow, those left out that are named. */
export function writeNarrowing(
  narrow: SearchQuery['narrow'] = {},
  leftOut: readonly SearchFacet[] = [],
): readonly string[] {
  const conditions = searchFacets.flatMap((facet) => {
    const values = leftOut.includes(facet) ? undefined : narrow[facet];
    return values === undefined ? [] : [writeIn(`facet.${facet}`, values.map(encodeValue))];
  });
  return ['record = "document"', ...conditions];
}

/** Documents that may have an asked word in one of these ways; beginnings, which no filter finds, only as `expand` lists them. */
export function writeAlternatives(
  alternatives: readonly Alternative[],
  expand: (beginning: string) => readonly string[] = () => [],
): string {
  const single = new Set<string>();
  const several = new Set<string>();
  for (const { term } of alternatives) {
    const certain = term.prefix ? term.words.slice(0, -1) : term.words;
    const lasts = term.prefix ? expand(term.words.at(-1) ?? '') : [];
    if (term.prefix && lasts.length === 0) continue;
    const conditions = certain.map((word) => writeIn('words', [word]));
    if (term.prefix) conditions.push(writeIn('words', lasts));
    if (conditions.length > 1) several.add(`(${joinAll(conditions)})`);
    else for (const word of term.prefix ? lasts : certain) single.add(word);
  }
  return `(${[writeIn('words', [...single]), ...several].join(' OR ')})`;
}

/** One of these values. They are folded words or encoded, so that no quote is among them. */
export function writeIn(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map((value) => `"${value}"`).join(', ')}]`;
}

/** All of these conditions. */
export function joinAll(conditions: readonly string[]): string {
  return conditions.join(' AND ');
}
