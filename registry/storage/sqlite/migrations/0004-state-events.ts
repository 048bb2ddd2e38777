import { type Kysely, type Migration, sql } from 'kysely';

const statements = [
  `create table state_event (
    sequence integer primary key autoincrement,
    catalog text not null,
    addon text not null,
    version text,
    action text not null check (action in ('yank', 'unyank', 'deprecate', 'undeprecate', 'quarantine', 'release')),
    reason text not null,
    author text not null,
    at text not null,
    replacement text,
    check (version is not null or action in ('deprecate', 'undeprecate')),
    check (replacement is null or action = 'deprecate')
  ) strict`,
  `create index state_event_by_addon on state_event (catalog, addon, sequence)`,
  `create trigger state_event_is_kept before delete on state_event
   begin select raise(abort, 'the history is only added to'); end`,
  `create trigger state_event_is_unchanged before update on state_event
   begin select raise(abort, 'the history is only added to'); end`,
];

/** Who yanked, deprecated or quarantined what, when and why, and who took it back. */
export const stateEvents: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
