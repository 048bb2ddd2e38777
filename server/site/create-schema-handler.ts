import type { RequestHandler } from 'express';
import { generatedSchemas } from '../../schemas/generated-schemas.ts';

const suffix = '.schema.json';

/** Serves `/schemas/<name>.schema.json`, which the first line of a YAML file may name for its editor. */
export function createSchemaHandler(): RequestHandler<{ file: string }> {
  return (request, response, next) => {
    const { file } = request.params;
    const name = file.endsWith(suffix) ? file.slice(0, -suffix.length) : '';
    if (!Object.hasOwn(generatedSchemas, name)) return next();
    response
      .set({ 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' })
      .type('application/schema+json')
      .send(
        `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...generatedSchemas[name] }, null, 2)}\n`,
      );
  };
}
