import type { Kysely } from 'kysely';
import type { NewStateEvent, StateEvent } from '../../../schemas/version-state.ts';
import { changesState, foldStateEvents } from '../../state/fold-state-events.ts';
import type { StateStore } from '../types.ts';
import type { CatalogDatabase, StateEventRow } from './catalog-database.ts';
import { raiseGenerations } from './generation.ts';

type Row = Omit<StateEventRow, 'sequence'>;

/** The `state_event` table as the port sees it. */
export function createStateEventTable(database: Kysely<CatalogDatabase>): StateStore {
  return {
    async appendStateEvent(event) {
      return database.transaction().execute(async (change) => {
        const before = await selectEvents(change, { catalog: event.catalog, addon: event.name });
        if (!changesState(foldStateEvents(before), event)) return undefined;
        const { sequence } = await change
          .insertInto('state_event')
          .values(toRow(event))
          .returning('sequence')
          .executeTakeFirstOrThrow();
        await raiseGenerations(change, [event.catalog]);
        return { ...event, sequence };
      });
    },

    listStateEvents: (filter) => selectEvents(database, filter),
  };
}

async function selectEvents(
  database: Kysely<CatalogDatabase>,
  { catalog, addon }: { readonly catalog: string; readonly addon?: string },
): Promise<readonly StateEvent[]> {
  const wanted = database.selectFrom('state_event').selectAll().where('catalog', '=', catalog).orderBy('sequence');
  const rows = await (addon === undefined ? wanted : wanted.where('addon', '=', addon)).execute();
  return rows.map(({ sequence, version, replacement, addon: name, ...row }) => ({
    sequence,
    name,
    ...row,
    ...(version === null ? {} : { version }),
    ...(replacement === null ? {} : { replacement }),
  }));
}

function toRow({ catalog, name, version, action, reason, author, at, replacement }: NewStateEvent): Row {
  return {
    catalog,
    addon: name,
    version: version ?? null,
    action,
    reason,
    author,
    at,
    replacement: replacement ?? null,
  };
}
