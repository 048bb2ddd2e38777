import type { TSchema } from 'typebox';
import { problemSchema } from '../../schemas/rest.ts';
import type { Route } from './route.ts';

export interface OpenApiOptions {
  readonly routes: readonly Route[];
  readonly version: string;
  readonly url: string;
}

/** The OpenAPI 3.1 document of a list of routes; schemas with an `$id` become components. */
export function toOpenApi({ routes, version, url }: OpenApiOptions): Record<string, unknown> {
  const components = new Map<string, unknown>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace('*}', '}');
    paths[path] = { ...paths[path], [route.method]: toOperation(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chandlery',
      version,
      description: 'Addon registry and X-Definition marketplace for KubeVela',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([left], [right]) => (left < right ? -1 : 1))),
      securitySchemes: { admin: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function toOperation(route: Route, components: Map<string, unknown>): Record<string, unknown> {
  const content =
    route.response === 'bytes'
      ? Object.fromEntries((route.mediaTypes ?? ['application/octet-stream']).map((type) => [type, {}]))
      : { 'application/json': { schema: toComponent(route.response, components) } };
  const problem = { 'application/problem+json': { schema: toComponent(problemSchema, components) } };
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [...pathParameters(route.path), ...queryParameters(route)],
    ...(route.body === undefined ? {} : { requestBody: { content: toRequestContent(route, route.body, components) } }),
    ...(route.admin === true ? { security: [{ admin: [] }] } : {}),
    responses: {
      '200': {
        description: 'The answer',
        content: {
          ...content,
          ...(route.streams === undefined ? {} : { [route.streams]: { schema: { type: 'string' } } }),
        },
      },
      ...(route.bytesWhenMissing === true
        ? { '404': { description: 'There is no such thing', content: { ...content, ...problem } } }
        : {}),
      default: { description: 'Why not', content: problem },
    },
  };
}

function toRequestContent(
  { textBody }: Route,
  body: NonNullable<Route['body']>,
  components: Map<string, unknown>,
): Record<string, unknown> {
  const schemas = ('length' in body ? body : [body]).map((schema) => toComponent(schema, components));
  return {
    'application/json': { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } },
    ...(textBody === undefined ? {} : { [textBody]: { schema: { type: 'string' } } }),
  };
}

function pathParameters(path: string): unknown[] {
  return [...path.matchAll(/\{([a-z]+)\*?\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route): unknown[] {
  return Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(query?.required?.includes(name) === true ? { required: true } : {}),
    schema,
  }));
}

/** Puts schemas that have a name among the components and refers to them. */
function toComponent(schema: TSchema, components: Map<string, unknown>): unknown {
  return hoist(JSON.parse(JSON.stringify(schema)), components);
}

function hoist(node: unknown, components: Map<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((each) => hoist(each, components));
  if (typeof node !== 'object' || node === null) return node;
  const { $id, $defs, ...rest } = node as Record<string, unknown>;
  // Schemas that refer to themselves come as a group of names, with a reference to one of them.
  for (const [name, schema] of Object.entries($defs ?? {})) hoist({ ...schema, $id: name }, components);
  const copy = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === '$ref' ? toReference(value) : hoist(value, components)]),
  );
  if (typeof $id !== 'string') return copy;
  components.set($id, copy);
  return { $ref: toReference($id) };
}

function toReference(name: unknown): string {
  return `#/components/schemas/${String(name)}`;
}
