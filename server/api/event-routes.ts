import { Type } from 'typebox';
import type { ChangeReader } from '../../registry/catalog/types.ts';
import { changePageSchema } from '../../schemas/change.ts';
import type { LiveStream } from '../http/live-stream.ts';
import { json, type Route } from './route.ts';

export interface EventRoutesOptions {
  readonly changes: ChangeReader;
  readonly live: Pick<LiveStream, 'serve'>;
}

const eventStream = 'text/event-stream';

const changeQuerySchema = Type.Object(
  {
    catalog: Type.Optional(Type.String({ maxLength: 100 })),
    addon: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 800 })),
  },
  { additionalProperties: false },
);

/** What happened, as a list or as it happens. */
export function createEventRoutes({ changes, live }: EventRoutesOptions): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/events',
      operationId: 'listEvents',
      summary:
        'What was published, yanked, deprecated or quarantined, newest first; as text/event-stream how sources, evaluation and catalogs fare from now on',
      query: changeQuerySchema,
      response: changePageSchema,
      streams: eventStream,
      handle: async ({ query, prefers }) => {
        if (prefers(['application/json', eventStream]) === eventStream) return { kind: 'stream', serve: live.serve };
        const { catalog, addon, limit, cursor } = query;
        const page = await changes.listChanges({
          ...(typeof catalog === 'string' ? { catalog } : {}),
          ...(typeof addon === 'string' ? { addon } : {}),
          ...(typeof limit === 'number' ? { limit } : {}),
          ...(typeof cursor === 'string' ? { cursor } : {}),
        });
        return { ...json(page), vary: 'Accept' };
      },
    },
  ];
}
