import { Type } from 'typebox';
import type { StateHistoryReader } from '../../registry/catalog/types.ts';
import type { StateChangeRequest, VersionStateChanger } from '../../registry/publish/types.ts';
import { isJsonObject } from '../../schemas/json.ts';
import {
  addonStateRequestSchema,
  stateActionSchema,
  stateChangeSchema,
  stateHistoryPageSchema,
  versionStateRequestSchema,
} from '../../schemas/version-state.ts';
import { json, type Route, type RouteInput } from './route.ts';

const addonPath = '/catalogs/{catalog}/addons/{addon}';

const historyQuerySchema = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

/** Yanking, deprecating and quarantining, and the history of it. */
export function createStateRoutes(states: VersionStateChanger & StateHistoryReader): readonly Route[] {
  return [
    {
      method: 'post',
      path: `${addonPath}/versions/{version}/state`,
      operationId: 'changeVersionState',
      summary: 'Yank, deprecate or quarantine one version, or take that back',
      body: versionStateRequestSchema,
      response: stateChangeSchema,
      admin: true,
      handle: async (input) => {
        const { version = '' } = input.path;
        return json(await states.changeState({ ...toRequest(input), version }));
      },
    },
    {
      method: 'post',
      path: `${addonPath}/state`,
      operationId: 'changeAddonState',
      summary: 'Deprecate every version of an addon, also those to come, or take that back',
      body: addonStateRequestSchema,
      response: stateChangeSchema,
      admin: true,
      handle: async (input) => json(await states.changeState(toRequest(input))),
    },
    {
      method: 'get',
      path: `${addonPath}/history`,
      operationId: 'listStateHistory',
      summary: 'Who yanked, deprecated or quarantined what of an addon, and took it back, newest first',
      query: historyQuerySchema,
      response: stateHistoryPageSchema,
      handle: async ({ path, query }) => {
        const { catalog = '', addon = '' } = path;
        const { limit, cursor } = query;
        return json(
          await states.listStateHistory({
            catalog,
            addon,
            ...(typeof limit === 'number' ? { limit } : {}),
            ...(typeof cursor === 'string' ? { cursor } : {}),
          }),
        );
      },
    },
  ];
}

/** The body is checked by the schema of the route already. */
function toRequest({ path, body }: RouteInput): StateChangeRequest {
  const { catalog = '', addon = '' } = path;
  const fields = isJsonObject(body) ? body : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
  const action = stateActionSchema.enum.find((each) => each === fields['action']);
  if (action === undefined) throw new Error('the schema of the route lets no other action in');
  const replacement = text('replacement');
  return {
    catalog,
    addon,
    action,
    reason: text('reason') ?? '',
    author: text('author') ?? 'admin',
    ...(replacement === undefined ? {} : { replacement }),
  };
}
