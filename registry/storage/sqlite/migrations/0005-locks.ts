import { type Kysely, type Migration, sql } from 'kysely';

/** Decided sets of versions, by the digest of their content; rows are only ever added. */
export const locks: Migration = {
  async up(database: Kysely<unknown>) {
    await sql
      .raw(
        `create table lock (
          id text not null primary key,
          created text not null,
          content text not null check (json_valid(content)),
          entries text not null check (json_valid(entries))
        ) strict`,
      )
      .execute(database);
  },
};
