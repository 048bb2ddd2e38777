import { type Kysely, type Migration, sql } from 'kysely';

/** Paths and meanings of the parameters of definitions, for the search; what was judged before says nothing of them until it is judged again. */
export const definitionParameters: Migration = {
  async up(database: Kysely<unknown>) {
    await sql
      .raw(
        `alter table line_evaluation
          add column definition_parameters text not null default '[]' check (json_valid(definition_parameters))`,
      )
      .execute(database);
  },
};
