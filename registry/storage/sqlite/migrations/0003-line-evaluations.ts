import { type Kysely, type Migration, sql } from 'kysely';

// What lists read stands first and small, so that a row's big texts stay unread on their pages.
const statements = [
  `create table line_evaluation (
    tree_digest text not null,
    line text not null,
    rule_set text not null,
    render text not null check (render in ('works', 'needs-parameters', 'refused')),
    required text not null check (json_valid(required)),
    reason text,
    finding_marks text not null,
    minimum_vela text,
    findings text not null check (json_valid(findings)),
    effects text not null check (json_valid(effects)),
    uses text not null check (json_valid(uses)),
    links text not null check (json_valid(links)),
    parameters text not null check (json_valid(parameters)),
    parameter_schema text check (json_valid(parameter_schema)),
    primary key (tree_digest, line)
  ) strict`,

  `create table definition (
    tree_digest text not null,
    line text not null,
    position integer not null,
    kind text not null,
    name text not null,
    file text not null,
    form text not null,
    api_version text not null,
    schematic text not null,
    alias text,
    description text not null,
    deprecated integer not null,
    version text,
    applies_to text not null check (json_valid(applies_to)),
    conflicts_with text not null check (json_valid(conflicts_with)),
    imports text not null check (json_valid(imports)),
    digest text not null,
    primary key (tree_digest, line, position),
    foreign key (tree_digest, line) references line_evaluation (tree_digest, line) on delete cascade
  ) strict`,
];

/** What release lines say of contents, and the definitions they found there. */
export const lineEvaluations: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
