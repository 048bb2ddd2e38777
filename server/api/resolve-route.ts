import { Type } from 'typebox';
import type { Planner } from '../../registry/catalog/types.ts';
import { languageSchema } from '../../schemas/language.ts';
import { planSchema, type ResolveRequest, resolveRequestSchema } from '../../schemas/resolution.ts';
import { json, type Route } from './route.ts';

/** Decides a set of versions; a set that does not fit together is a 422 with the conflict. */
export function createResolveRoute(planner: Planner): Route {
  return {
    method: 'post',
    path: '/resolve',
    operationId: 'resolve',
    summary:
      'Which versions are installed together, in which order and why; or why nothing fits, as a problem with `conflict`',
    query: Type.Object({ lang: Type.Optional(languageSchema) }, { additionalProperties: false }),
    body: resolveRequestSchema,
    response: planSchema,
    handle: async ({ query, body, prefersLanguage }) => {
      const languages = languageSchema.enum;
      const named = query['lang'] ?? prefersLanguage(languages);
      const lang = languages.find((each) => each === named) ?? 'en';
      // Checked by the schema of the route.
      return json(await planner.resolve(body as ResolveRequest, { lang }));
    },
  };
}
