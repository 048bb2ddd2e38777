import { Type } from 'typebox';
import type { Searcher, SearchQuestion } from '../../registry/catalog/types.ts';
import { searchResultsSchema, searchTypeSchema } from '../../schemas/search.ts';
import { json, type Route } from './route.ts';

/** What somebody types into a search: any text. What is too long is cut, and the answer says so. */
export const searchTextSchema = Type.String({
  description:
    'words, and filters such as `provides:trait`, `kind:trait`, `type:definition`, `tag:gitops`, `catalog:official`, `addon:fluxcd`, `definition:helm`, `vela:1.10`, `works:1.10`, `kubernetes:1.29` or `is:deprecated`; the last word may be the beginning of one, and what is not understood is taken as words',
});

// A name may stand in a schema once.
const typeSchema = Type.Enum(searchTypeSchema.enum);

const querySchema = Type.Object(
  {
    q: Type.Optional(searchTextSchema),
    type: Type.Optional(
      Type.Union([Type.Array(typeSchema, { maxItems: 3 }), typeSchema], {
        description: 'may be repeated; default: all',
      }),
    ),
    catalog: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'items of each group; default 10' })),
  },
  { additionalProperties: false },
);

/** `GET /search`: addons, definitions and parameters at once. */
export function createSearchRoute(searcher: Searcher): Route {
  return {
    method: 'get',
    path: '/search',
    operationId: 'search',
    summary: 'Addons, X-Definitions and parameters that fit what somebody types, best first',
    query: querySchema,
    response: searchResultsSchema,
    handle: async ({ query }) => {
      // Checked against the schema above.
      const {
        q = '',
        type,
        ...rest
      } = query as Omit<SearchQuestion, 'types' | 'q'> & {
        readonly q?: string;
        readonly type?: NonNullable<SearchQuestion['types']>[number] | NonNullable<SearchQuestion['types']>;
      };
      const types = typeof type === 'string' ? [type] : type;
      return json(await searcher.search({ q, ...rest, ...(types === undefined ? {} : { types }) }));
    },
  };
}
