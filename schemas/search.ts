import { type Static, Type } from 'typebox';
import { definitionKindSchema } from './definition.ts';

/** What a search finds: an addon, an X-Definition of an addon, or a parameter of either. */
export const searchTypeSchema = Type.Enum(['addon', 'definition', 'parameter'], { $id: 'SearchType' });

/** One reason why something was found. */
export const searchReasonSchema = Type.Object(
  {
    field: Type.Enum(['name', 'title', 'tags', 'keywords', 'description', 'body']),
    word: Type.String({ description: 'the word of the document' }),
    asked: Type.String({ description: 'the word that was typed' }),
    by: Type.Enum(['exact', 'prefix', 'typo', 'synonym'], { description: 'how the two belong together' }),
  },
  { $id: 'SearchReason', additionalProperties: false },
);

/** How often a value stands among what was found, counted as if nothing were narrowed by such a value. */
export const searchFacetValueSchema = Type.Object(
  { value: Type.String(), count: Type.Integer() },
  { $id: 'SearchFacetValue', additionalProperties: false },
);

/** One thing that was found. */
export const searchItemSchema = Type.Object(
  {
    type: searchTypeSchema,
    catalog: Type.String(),
    addon: Type.String(),
    version: Type.String({
      description: 'the version that is shown: the newest stable one that is listed, else the newest',
    }),
    name: Type.String({ description: 'name of the addon or definition, or path of the parameter such as `a.b[].c`' }),
    definition: Type.Optional(
      Type.Object(
        { kind: definitionKindSchema, name: Type.String() },
        { additionalProperties: false, description: 'the definition, or the definition that has the parameter' },
      ),
    ),
    description: Type.String(),
    path: Type.String({ description: 'path of the page about it, without the base path of the server' }),
    reasons: Type.Array(searchReasonSchema),
  },
  { $id: 'SearchItem', additionalProperties: false },
);

/** What was found of one type, best first. */
export const searchGroupSchema = Type.Object(
  { type: searchTypeSchema, total: Type.Integer(), items: Type.Array(searchItemSchema) },
  { $id: 'SearchGroup', additionalProperties: false },
);

/** A typed filter such as `tag:gitops`, in the spelling of the catalogue. */
export const searchFilterSchema = Type.Object(
  { key: Type.String(), value: Type.String() },
  { $id: 'SearchFilter', additionalProperties: false },
);

/** A part of a question that was not understood and how it was taken, or a search that could not look everywhere. */
export const searchNoticeSchema = Type.Object(
  {
    code: Type.Enum(['unknown-filter', 'bad-filter-value', 'too-long', 'plain'], {
      description:
        'unknown-filter, bad-filter-value: taken as words; too-long: the rest was left out; plain: the search index is not there yet, so that only words that stand in names, descriptions and tags were found',
    }),
    text: Type.String({ description: 'in English' }),
    part: Type.Optional(Type.String({ description: 'what of the question it is about, as it was typed' })),
    suggestion: Type.Optional(Type.String({ description: 'what to write in the place of `part`' })),
  },
  { $id: 'SearchNotice', additionalProperties: false },
);

/** How the `q` of a list was understood; absent without `q`. */
export const understoodSearch = {
  filters: Type.Optional(Type.Array(searchFilterSchema, { description: 'typed filters of `q`' })),
  didYouMean: Type.Optional(Type.String({ description: 'another spelling of `q` that finds more' })),
  notices: Type.Optional(Type.Array(searchNoticeSchema)),
};

/** The answer to a search, grouped by type; equal questions to an equal catalogue give an equal order. */
export const searchResultsSchema = Type.Object(
  {
    q: Type.String({ description: 'as it was understood: words first, then filters, in one spelling' }),
    filters: Type.Array(searchFilterSchema),
    didYouMean: Type.Optional(Type.String({ description: 'another spelling that finds more' })),
    notices: Type.Array(searchNoticeSchema),
    groups: Type.Array(searchGroupSchema, {
      description: 'addons, definitions, parameters, in this order, each present when it was asked for',
    }),
  },
  { $id: 'SearchResults', additionalProperties: false },
);

export type SearchType = Static<typeof searchTypeSchema>;
export type SearchReason = Static<typeof searchReasonSchema>;
export type SearchFacetValue = Static<typeof searchFacetValueSchema>;
export type SearchFilter = Static<typeof searchFilterSchema>;
export type SearchNotice = Static<typeof searchNoticeSchema>;
export type SearchItem = Static<typeof searchItemSchema>;
export type SearchGroup = Static<typeof searchGroupSchema>;
export type SearchResults = Static<typeof searchResultsSchema>;
