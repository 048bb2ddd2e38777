import { type Kysely, type Migration, sql } from 'kysely';

/** What was read of a source in its last run; null of a run before this column makes the next one read anew. */
export const sourceSettings: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`alter table source_state add column settings text`.execute(database);
  },
};
