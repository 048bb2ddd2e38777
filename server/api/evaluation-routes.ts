import { Type } from 'typebox';
import type { EvaluatedReference, EvaluationReader } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import { versionEffectsSchema, versionParametersSchema } from '../../schemas/version-parts.ts';
import { json, type Route, type RouteInput } from './route.ts';

const lineQuerySchema = Type.Object({ for: Type.Optional(releaseLineSchema) }, { additionalProperties: false });
const schemaQuerySchema = Type.Object(
  {
    for: Type.Optional(releaseLineSchema),
    format: Type.Optional(Type.Enum(['openapi', 'json-schema'], { description: 'default openapi' })),
  },
  { additionalProperties: false },
);

/** What release lines say of one version. */
export function createEvaluationRoutes(reader: EvaluationReader, versionPath: string): readonly Route[] {
  return [
    {
      method: 'get',
      path: `${versionPath}/effects`,
      operationId: 'getEffects',
      summary: 'What enabling does to the cluster, the dangerous first',
      query: lineQuerySchema,
      response: versionEffectsSchema,
      handle: async (input) => json(await reader.getEffects(toReference(input))),
    },
    {
      method: 'get',
      path: `${versionPath}/parameters`,
      operationId: 'getParameters',
      summary: 'The parameters that the addon itself takes, as a tree',
      query: lineQuerySchema,
      response: versionParametersSchema,
      handle: async (input) => json(await reader.getParameters(toReference(input))),
    },
    {
      method: 'get',
      path: `${versionPath}/schema`,
      operationId: 'getParameterSchema',
      summary: 'The schema of the parameters: OpenAPI as KubeVela makes it, or JSON Schema 2020-12',
      query: schemaQuerySchema,
      response: Type.Object({}),
      handle: async (input) => {
        const form = input.query['format'] === 'json-schema' ? 'json-schema' : 'openapi';
        const schema = await reader.findParameterSchema(toReference(input), form);
        if (schema !== undefined) return json(schema);
        throw new RegistryError(
          'SCHEMA_NOT_FOUND',
          'this version takes no parameters, or none that can be described; see its findings',
        );
      },
    },
  ];
}

function toReference({ path, query }: RouteInput): EvaluatedReference {
  const { catalog = '', addon = '', version = '' } = path;
  const line = releaseLineSchema.enum.find((each) => each === query['for']);
  return { catalog, addon, version, ...(line === undefined ? {} : { line }) };
}
