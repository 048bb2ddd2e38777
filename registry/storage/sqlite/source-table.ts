import type { Kysely } from 'kysely';
import { compareText } from '../../findings.ts';
import type { SourceStore } from '../types.ts';
import type { CatalogDatabase } from './catalog-database.ts';
import { toSourceRecord, toSourceStateRow } from './rows.ts';

/** The `source_state` and `adoption` tables as the port sees them. */
export function createSourceTable(database: Kysely<CatalogDatabase>): SourceStore {
  return {
    async listSources() {
      const rows = await database.selectFrom('source_state').selectAll().execute();
      return rows.map(toSourceRecord).sort((left, right) => compareText(left.source, right.source));
    },

    async findSource(source) {
      const row = await database.selectFrom('source_state').selectAll().where('source', '=', source).executeTakeFirst();
      return row === undefined ? undefined : toSourceRecord(row);
    },

    async saveSource(record) {
      await database.replaceInto('source_state').values(toSourceStateRow(record)).execute();
    },

    async findAdoption(source) {
      const row = await database
        .selectFrom('adoption')
        .selectAll()
        .where('source', '=', source)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { source: row.source, revision: row.revision, recorded: row.recorded };
    },

    async saveAdoption({ source, revision, recorded }) {
      await database.insertInto('adoption').values({ source, revision, recorded }).execute();
    },
  };
}
