import { type Kysely, type Migration, sql } from 'kysely';

const statements = [
  `create table version (
    catalog text not null,
    addon text not null,
    key text not null,
    version text not null,
    tree_digest text not null,
    digest text not null,
    size_bytes integer not null check (size_bytes >= 0),
    published text not null,
    source text not null,
    revision text not null,
    directory text not null,
    content_id text not null,
    metadata text not null check (json_valid(metadata)),
    files text not null check (json_valid(files)),
    readme_path text,
    primary key (catalog, addon, key)
  ) strict`,
  `create index version_by_tree on version (tree_digest, catalog)`,
  `create trigger version_is_immutable before update on version
   begin select raise(abort, 'a version is immutable'); end`,

  `create table observation (
    catalog text not null,
    addon text not null,
    key text not null,
    contents text not null check (json_valid(contents)),
    findings text not null check (json_valid(findings)),
    primary key (catalog, addon, key),
    foreign key (catalog, addon, key) references version (catalog, addon, key) on delete cascade
  ) strict`,

  `create table evaluation (
    tree_digest text not null,
    rule_set text not null,
    findings text not null check (json_valid(findings)),
    primary key (tree_digest, rule_set)
  ) strict`,

  `create table source_state (
    source text not null primary key,
    catalog text not null,
    condition text not null check (condition in ('pending', 'ok', 'stale', 'unreachable')),
    revision text,
    last_run text,
    last_success text,
    message text,
    findings text not null check (json_valid(findings))
  ) strict`,

  `create table adoption (
    id integer primary key autoincrement,
    source text not null,
    revision text not null,
    recorded text not null
  ) strict`,
  `create index adoption_by_source on adoption (source, id)`,
  `create trigger adoption_is_kept before delete on adoption
   begin select raise(abort, 'adoptions are only added'); end`,
  `create trigger adoption_is_unchanged before update on adoption
   begin select raise(abort, 'adoptions are only added'); end`,

  `create table generation (
    catalog text not null primary key,
    value integer not null
  ) strict`,
];

/** The first tables: versions and what is said of them, sources, adoptions, generations. */
export const catalogTables: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
