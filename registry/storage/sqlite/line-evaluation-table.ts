import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { Digest } from '../../digest.ts';
import { compareText } from '../../findings.ts';
import { compareDefinitionEntries, compareLines, compareQuestions } from '../evaluation-order.ts';
import type { LineEvaluationRecord, LineEvaluationStore, StoredFacts } from '../types.ts';
import type { CatalogDatabase } from './catalog-database.ts';
import { listHolders, raiseGenerations } from './generation.ts';
import {
  entryColumns,
  factColumns,
  readFact,
  toDefinitionEntry,
  toDefinitionFacts,
  toDefinitionRow,
  toLineEvaluationRow,
  toLineVerdict,
  verdictColumns,
} from './line-evaluation-rows.ts';
import { isSameRow } from './rows.ts';

/** The `line_evaluation` and `definition` tables as the port sees them. */
export function createLineEvaluationTable(database: Kysely<CatalogDatabase>): LineEvaluationStore {
  return {
    async listVerdicts({ catalog }) {
      const rows = await database
        .selectFrom('line_evaluation')
        .select(verdictColumns)
        .where('tree_digest', 'in', (held) =>
          held.selectFrom('version').select('version.tree_digest').where('version.catalog', '=', catalog),
        )
        .execute();
      return rows
        .map(toLineVerdict)
        .sort((left, right) => compareText(left.treeDigest, right.treeDigest) || compareLines(left.line, right.line));
    },

    async listLineFindings(treeDigest) {
      const rows = await database
        .selectFrom('line_evaluation')
        .select(['line', 'findings'])
        .where('tree_digest', '=', treeDigest)
        .execute();
      return rows
        .map(({ line, findings }) => ({ line, findings: JSON.parse(findings) }))
        .sort((left, right) => compareLines(left.line, right.line));
    },

    findFacts: (id, parts) => findFacts(database, id, parts),

    async listDefinitions({ treeDigest, line }) {
      const rows = await database
        .selectFrom('definition')
        .selectAll()
        .where('tree_digest', '=', treeDigest)
        .where('line', '=', line)
        .orderBy('position')
        .execute();
      return rows.map(toDefinitionFacts);
    },

    async listDefinitionEntries({ catalog, lines }) {
      const rank = sql<number>`case line ${sql.join(
        lines.map((line, index) => sql`when ${line} then ${index}`),
        sql` `,
      )} end`;
      const rows = await database
        .selectFrom('definition')
        // SQLite takes the other columns from the row that has the minimum.
        .select([...entryColumns, 'tree_digest', sql<number>`min(${rank})`.as('rank')])
        .where('tree_digest', 'in', (held) =>
          held.selectFrom('version').select('version.tree_digest').where('version.catalog', '=', catalog),
        )
        .where('line', 'in', lines)
        .groupBy(['tree_digest', 'kind', 'name', 'file'])
        .execute();
      return rows.map(toDefinitionEntry).sort(compareDefinitionEntries);
    },

    async listQuestions(rules) {
      const versions = await database
        .selectFrom('version')
        .select(['catalog', 'addon', 'key', 'tree_digest', 'published'])
        .execute();
      const judged = await database.selectFrom('line_evaluation').select(['tree_digest', 'line', 'rule_set']).execute();
      const ruleSets = new Map<string, string>();
      for (const row of judged) ruleSets.set(`${row.line} ${row.tree_digest}`, row.rule_set);
      const byContent = new Map<string, ReturnType<typeof toQuestion>>();
      for (const row of versions) {
        const question = toQuestion(row);
        const known = byContent.get(row.tree_digest);
        if (known === undefined || compareQuestions(question, known) < 0) byContent.set(row.tree_digest, question);
      }
      const questions = [...byContent.values()].map((question) => ({
        ...question,
        lines: rules
          .filter(({ line, ruleSet }) => ruleSets.get(`${line} ${question.treeDigest}`) !== ruleSet)
          .map(({ line }) => line),
      }));
      return questions
        .filter(({ lines }) => lines.length > 0)
        .sort(compareQuestions)
        .map(({ published, ...question }) => question);
    },

    async saveLineEvaluations(records) {
      await database.transaction().execute(async (transaction) => {
        const holders: string[] = [];
        for (const record of records) {
          if (await writeLineEvaluation(transaction, record)) {
            holders.push(...(await listHolders(transaction, record.treeDigest)));
          }
        }
        await raiseGenerations(transaction, holders);
      });
    },

    async pruneLineEvaluations(lines) {
      const gone = await database
        .deleteFrom('line_evaluation')
        .where((row) =>
          row.or([
            row('line', 'not in', lines),
            row('tree_digest', 'not in', row.selectFrom('version').select('version.tree_digest')),
          ]),
        )
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

function toQuestion(row: {
  readonly catalog: string;
  readonly addon: string;
  readonly key: string;
  readonly tree_digest: Digest;
  readonly published: string;
}) {
  const { catalog, addon, key, published } = row;
  return { catalog, addon, key, treeDigest: row.tree_digest, published };
}

async function findFacts<Part extends keyof StoredFacts>(
  database: Kysely<CatalogDatabase>,
  { treeDigest, line }: { readonly treeDigest: Digest; readonly line: ReleaseLine },
  parts: readonly Part[],
): Promise<Pick<StoredFacts, Part> | undefined> {
  const row = await database
    .selectFrom('line_evaluation')
    .select(['line', ...parts.map((part) => factColumns[part])])
    .where('tree_digest', '=', treeDigest)
    .where('line', '=', line)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const columns = new Map<string, unknown>(Object.entries(row));
  const facts = parts
    .map((part) => [part, readFact(part, columns.get(factColumns[part]))] as const)
    .filter(([, value]) => value !== undefined);
  // Each part has just been read from the column that it was written to.
  return Object.fromEntries(facts) as Pick<StoredFacts, Part>;
}

// SQLite takes 32 766 values in one statement, and a definition has 17.
const rowsPerInsert = 500;

/** Writes what a line says of a content; returns whether it is news for lists. */
async function writeLineEvaluation(
  transaction: Transaction<CatalogDatabase>,
  record: LineEvaluationRecord,
): Promise<boolean> {
  const row = toLineEvaluationRow(record);
  const { tree_digest, line } = row;
  const stored = await transaction
    .selectFrom('line_evaluation')
    .selectAll()
    .where('tree_digest', '=', tree_digest)
    .where('line', '=', line)
    .executeTakeFirst();
  const definitions = record.evaluation.facts.definitions.map((facts, position) =>
    toDefinitionRow({ tree_digest, line, position }, facts),
  );
  if (isSameRow(stored, row) && (await hasDefinitions(transaction, row, definitions))) return false;
  // Replacing the row takes its definitions along.
  await transaction.replaceInto('line_evaluation').values(row).execute();
  for (let start = 0; start < definitions.length; start += rowsPerInsert) {
    await transaction
      .insertInto('definition')
      .values(definitions.slice(start, start + rowsPerInsert))
      .execute();
  }
  return true;
}

async function hasDefinitions(
  transaction: Transaction<CatalogDatabase>,
  { tree_digest, line }: { readonly tree_digest: Digest; readonly line: ReleaseLine },
  wanted: readonly object[],
): Promise<boolean> {
  const stored = await transaction
    .selectFrom('definition')
    .selectAll()
    .where('tree_digest', '=', tree_digest)
    .where('line', '=', line)
    .orderBy('position')
    .execute();
  return stored.length === wanted.length && wanted.every((row, index) => isSameRow(stored[index], row));
}
