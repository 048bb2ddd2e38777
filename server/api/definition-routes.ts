import { Type } from 'typebox';
import type {
  DefinitionQuery,
  DefinitionReader,
  DefinitionReference,
} from '../../registry/catalog/definition-types.ts';
import { definitionNotFound, RegistryError } from '../../registry/errors.ts';
import { definitionKindSchema } from '../../schemas/definition.ts';
import {
  definitionDetailSchema,
  definitionHistorySchema,
  definitionPageSchema,
} from '../../schemas/definition-catalogue.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import { json, type Route, type RouteInput } from './route.ts';
import { searchTextSchema } from './search-route.ts';

const text = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

const listQuerySchema = Type.Object(
  {
    q: Type.Optional(searchTextSchema),
    kind: Type.Optional(definitionKindSchema),
    catalog: text('only what this catalog brings'),
    addon: text('only what this addon brings'),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

const ownerQuery = { catalog: text('default: the first that has it'), addon: text('default: the first that has it') };

const oneQuerySchema = Type.Object(
  {
    ...ownerQuery,
    version: text('default: the newest stable one that has it'),
    for: Type.Optional(releaseLineSchema),
  },
  { additionalProperties: false },
);

const schemaQuerySchema = Type.Object(
  {
    ...oneQuerySchema.properties,
    format: Type.Optional(Type.Enum(['openapi', 'json-schema'], { description: 'default openapi' })),
  },
  { additionalProperties: false },
);

const historyQuerySchema = Type.Object(ownerQuery, { additionalProperties: false });

/** X-Definitions over all catalogs. */
export function createDefinitionRoutes(reader: DefinitionReader): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/definitions',
      operationId: 'listDefinitions',
      summary: 'X-Definitions of all catalogs, narrowed and paged, with their owners',
      query: listQuerySchema,
      response: definitionPageSchema,
      // Checked against the schema above.
      handle: async ({ query }) => json(await reader.listDefinitions(query as DefinitionQuery)),
    },
    {
      method: 'get',
      path: '/definitions/{kind}/{name}',
      operationId: 'getDefinition',
      summary: 'One X-Definition as a version and a release line have it, and everybody who brings one of that name',
      query: oneQuerySchema,
      response: definitionDetailSchema,
      handle: async (input) => json(await reader.getDefinition(toReference(input))),
    },
    {
      method: 'get',
      path: '/definitions/{kind}/{name}/schema',
      operationId: 'getDefinitionSchema',
      summary: 'The schema of the parameters of an X-Definition: OpenAPI as KubeVela makes it, or JSON Schema 2020-12',
      query: schemaQuerySchema,
      response: Type.Object({}),
      handle: async (input) => {
        const { document } = await reader.getDefinition(toReference(input));
        const schema = input.query['format'] === 'json-schema' ? document?.jsonSchema : document?.openApi;
        if (schema !== undefined) return json(schema);
        throw new RegistryError('SCHEMA_NOT_FOUND', 'this definition has no parameters that can be described');
      },
    },
    {
      method: 'get',
      path: '/definitions/{kind}/{name}/history',
      operationId: 'getDefinitionHistory',
      summary: 'The versions of one addon at which the text of an X-Definition changed',
      query: historyQuerySchema,
      response: definitionHistorySchema,
      handle: async (input) => json(await reader.getDefinitionHistory(toReference(input))),
    },
  ];
}

function toReference({ path, query }: RouteInput): DefinitionReference {
  const { kind: kindText = '', name = '' } = path;
  const kind = definitionKindSchema.enum.find((each) => each === kindText);
  if (kind === undefined) throw definitionNotFound(kindText, name);
  const { catalog, addon, version } = query;
  const line = releaseLineSchema.enum.find((each) => each === query['for']);
  return {
    kind,
    name,
    ...(catalog === undefined ? {} : { catalog: String(catalog) }),
    ...(addon === undefined ? {} : { addon: String(addon) }),
    ...(version === undefined ? {} : { version: String(version) }),
    ...(line === undefined ? {} : { line }),
  };
}
