import type { ValuesChecker } from '../../registry/catalog/values-check-types.ts';
import { isJsonObject } from '../../schemas/json.ts';
import { type ValuesCheckRequest, valuesCheckRequestSchema, valuesCheckSchema } from '../../schemas/values-check.ts';
import type { AddressLimit } from '../http/address-limit.ts';
import { json, type Route } from './route.ts';

export interface ValuesRouteOptions {
  readonly values: ValuesChecker;
  /** Asked before anything is rendered for whoever wants it. */
  readonly renderings: AddressLimit;
}

/** Whether values are still valid in another version. What is sent is kept nowhere: it may hold secrets. */
export function createValuesRoute({ values, renderings }: ValuesRouteOptions, addonPath: string): Route {
  return {
    method: 'post',
    path: `${addonPath}/values-check`,
    operationId: 'checkValues',
    summary:
      'Whether values of one version are still valid in another, what breaks and why, and what is rendered otherwise',
    body: valuesCheckRequestSchema,
    response: valuesCheckSchema,
    handle: async ({ path, body, client }) => {
      const { catalog = '', addon = '' } = path;
      // Checked by the schema of the route.
      const { from, to, for: line } = body as ValuesCheckRequest;
      // Each named version is rendered.
      for (const _side of from === undefined ? [to] : [from, to]) renderings.admit(client);
      const given = isJsonObject(body) ? body['parameters'] : undefined;
      const check = await values.checkValues({
        catalog,
        addon,
        to,
        parameters: isJsonObject(given) ? given : {},
        ...(from === undefined ? {} : { from }),
        ...(line === undefined ? {} : { line }),
      });
      return json(check, 'no-store');
    },
  };
}
