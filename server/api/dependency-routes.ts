import { Type } from 'typebox';
import type { DependencyReader, DependencyReference } from '../../registry/catalog/dependency-types.ts';
import { dependencyGraphSchema, dependentListSchema, graphDirectionSchema } from '../../schemas/dependency-graph.ts';
import { languageSchema } from '../../schemas/language.ts';
import { json, type Route, type RouteInput } from './route.ts';

const clusterProperties = {
  vela: Type.Optional(
    Type.String({ maxLength: 64, description: 'version of KubeVela, such as 1.10.9; absent: not looked at' }),
  ),
};

const graphQuerySchema = Type.Object(
  {
    direction: Type.Optional(graphDirectionSchema),
    depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'steps away; absent: all' })),
    ...clusterProperties,
    kubernetes: Type.Optional(
      Type.String({ maxLength: 64, description: 'version of Kubernetes; absent: not looked at' }),
    ),
    lang: Type.Optional(languageSchema),
  },
  { additionalProperties: false },
);

/** What one version needs, and who needs it. */
export function createDependencyRoutes(reader: DependencyReader, versionPath: string): readonly Route[] {
  return [
    {
      method: 'get',
      path: `${versionPath}/dependencies`,
      operationId: 'getDependencies',
      summary: 'What a version needs with the versions that fit together, or who needs it, as a graph',
      query: graphQuerySchema,
      response: dependencyGraphSchema,
      handle: async (input) => {
        const { query, prefersLanguage } = input;
        const languages = languageSchema.enum;
        const named = query['lang'] ?? prefersLanguage(languages);
        const direction = graphDirectionSchema.enum.find((each) => each === query['direction']);
        const { depth, kubernetes } = query;
        const question = {
          ...toReference(input),
          ...(direction === undefined ? {} : { direction }),
          ...(typeof depth === 'number' ? { depth } : {}),
          ...(typeof kubernetes === 'string' ? { kubernetes } : {}),
        };
        return json(
          await reader.getDependencyGraph(question, { lang: languages.find((each) => each === named) ?? 'en' }),
        );
      },
    },
    {
      method: 'get',
      path: `${versionPath}/dependents`,
      operationId: 'listDependents',
      summary: 'Addons that need this one, by the range that they ask for',
      query: Type.Object(clusterProperties, { additionalProperties: false }),
      response: dependentListSchema,
      handle: async (input) => json({ items: await reader.listDependents(toReference(input)) }),
    },
  ];
}

function toReference({ path, query }: RouteInput): DependencyReference {
  const { catalog = '', addon = '', version = '' } = path;
  const { vela } = query;
  return { catalog, addon, version, ...(typeof vela === 'string' ? { vela } : {}) };
}
