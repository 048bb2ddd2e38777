import type { Searcher } from '../../registry/catalog/types.ts';
import { findNearestWord } from '../../registry/nearest-word.ts';
import { type SearchItem, type SearchReason, searchTypeSchema } from '../../schemas/search.ts';
import type { FixtureVersion } from './fixture-catalog.ts';
import type { FixtureDefinition } from './fixture-definitions.ts';

interface FixtureSearchOptions {
  readonly versions: readonly FixtureVersion[];
  readonly definitions: readonly FixtureDefinition[];
}

/** Finds what has all the words in its name or description, a word that nothing has by its nearest; for pages that show what a search answers. */
export function createFixtureSearcher(options: FixtureSearchOptions): Searcher {
  const items = listItems(options);
  const known = new Set(items.flatMap(({ name }) => [name.toLowerCase(), ...toWords(name)]));
  return {
    async search({ q, catalog, types = searchTypeSchema.enum, limit = 10 }) {
      const asked = toWords(q.slice(0, 200));
      const meant = asked.map((word) =>
        items.some((item) => textOf(item).includes(word)) ? word : (findNearestWord(word, known) ?? word),
      );
      const wrong = meant.some((word, index) => word !== asked[index]);
      const found = items.filter(
        (item) =>
          (catalog === undefined || item.catalog === catalog) &&
          meant.length > 0 &&
          meant.every((word) => textOf(item).includes(word)),
      );
      return {
        q,
        filters: [],
        ...(wrong ? { didYouMean: meant.join(' ') } : {}),
        notices:
          q.length > 200
            ? [{ code: 'too-long', text: 'cut' }]
            : /^nothing:/.test(q)
              ? [{ code: 'unknown-filter', text: 'unknown', part: q, suggestion: 'kind:trait' }]
              : [],
        groups: types.map((type) => {
          const own = found.filter((item) => item.type === type);
          return {
            type,
            total: own.length,
            items: own.slice(0, limit).map((item) => ({ ...item, reasons: toReasons(asked, meant) })),
          };
        }),
      };
    },
  };
}

function toReasons(asked: readonly string[], meant: readonly string[]): SearchReason[] {
  return meant.map((word, index) => {
    const typed = asked[index] ?? word;
    return { field: 'name', word, asked: typed, by: word === typed ? 'exact' : 'typo' };
  });
}

function textOf({ name, description }: SearchItem): string {
  return `${name} ${description}`.toLowerCase();
}

function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function listItems({ versions, definitions }: FixtureSearchOptions): readonly SearchItem[] {
  const newest = new Map<string, FixtureVersion>();
  for (const version of versions) {
    const key = `${version.catalog ?? 'official'}/${version.name}`;
    if (!newest.has(key) && !version.prerelease) newest.set(key, version);
  }
  const addons = [...newest.values()].map((fixture) => {
    const { catalog = 'official', name, version = '1.0.0', metadata } = fixture;
    return { fixture, place: { catalog, addon: name, version, reasons: [] }, description: metadata?.description ?? '' };
  });
  return [
    ...addons.map(({ place, description }) => ({
      ...place,
      type: 'addon' as const,
      name: place.addon,
      description,
      path: `/addons/${place.catalog}/${encodeURIComponent(place.addon)}`,
    })),
    ...definitions.map(({ catalog = 'official', addon, versions: [version = '1.0.0'], document }) => ({
      type: 'definition' as const,
      catalog,
      addon,
      version,
      name: document.name,
      definition: { kind: document.kind, name: document.name },
      description: document.description ?? '',
      path: `/definitions/${document.kind}/${encodeURIComponent(document.name)}`,
      reasons: [],
    })),
    ...addons.flatMap(({ fixture, place }) =>
      (fixture.parameters ?? []).map(({ name, usage = '' }) => ({
        ...place,
        type: 'parameter' as const,
        name,
        description: usage,
        path: `/addons/${place.catalog}/${place.addon}/v/${place.version}/parameters#p-${name}`,
      })),
    ),
  ];
}
