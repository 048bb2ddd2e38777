import { type Kysely, sql, type Transaction } from 'kysely';
import { compareText } from '../../findings.ts';
import type { Evaluation, EvaluationStore, VersionRecord } from '../types.ts';
import { compareVersionIds } from '../version-order.ts';
import type { CatalogDatabase, EvaluationRow } from './catalog-database.ts';
import { listHolders, raiseGenerations } from './generation.ts';
import { isSameRow, toEvaluation, toEvaluationRow, toVersionRecord } from './rows.ts';

/** The `evaluation` table as the port sees it. */
export function createEvaluationTable(database: Kysely<CatalogDatabase>): EvaluationStore {
  return {
    async findEvaluation(treeDigest, ruleSet) {
      const rows = await database
        .selectFrom('evaluation')
        .selectAll()
        .where('tree_digest', '=', treeDigest)
        .orderBy(sql`rowid`)
        .execute();
      const [kept] = keepOne(rows, ruleSet);
      return kept === undefined ? undefined : toEvaluation(kept);
    },

    async listEvaluations({ catalog, ruleSet }) {
      const rows = await database
        .selectFrom('evaluation')
        .selectAll()
        .where('tree_digest', 'in', (held) =>
          held.selectFrom('version').select('version.tree_digest').where('version.catalog', '=', catalog),
        )
        .orderBy(sql`rowid`)
        .execute();
      return keepOne(rows, ruleSet)
        .map(toEvaluation)
        .sort((left, right) => compareText(left.treeDigest, right.treeDigest));
    },

    async listUnevaluated(ruleSet) {
      const rows = await database
        .selectFrom('version')
        .selectAll()
        .where('tree_digest', 'not in', (seen) =>
          seen.selectFrom('evaluation').select('evaluation.tree_digest').where('evaluation.rule_set', '=', ruleSet),
        )
        .execute();
      const records = rows
        .map(toVersionRecord)
        .sort((left, right) => compareText(left.catalog, right.catalog) || compareVersionIds(left, right));
      const byContent = new Map<string, VersionRecord>();
      for (const record of records) {
        if (!byContent.has(record.treeDigest)) byContent.set(record.treeDigest, record);
      }
      return [...byContent.values()];
    },

    async saveEvaluation(evaluation) {
      await database.transaction().execute(async (transaction) => {
        if (!(await writeEvaluation(transaction, evaluation))) return;
        await raiseGenerations(transaction, await listHolders(transaction, evaluation.treeDigest));
      });
    },
  };
}

/** Of each content the row of the rule set, or else the last one; earlier releases of this program left several. */
function keepOne(rows: readonly EvaluationRow[], ruleSet: string): readonly EvaluationRow[] {
  const kept = new Map<string, EvaluationRow>();
  for (const row of rows) {
    if (kept.get(row.tree_digest)?.rule_set !== ruleSet) kept.set(row.tree_digest, row);
  }
  return [...kept.values()];
}

/** Writes an evaluation in place of what another rule set said; returns whether it said something new. */
export async function writeEvaluation(
  transaction: Transaction<CatalogDatabase>,
  evaluation: Evaluation,
): Promise<boolean> {
  const row = toEvaluationRow(evaluation);
  const stored = await transaction
    .selectFrom('evaluation')
    .selectAll()
    .where('tree_digest', '=', row.tree_digest)
    .where('rule_set', '=', row.rule_set)
    .executeTakeFirst();
  if (isSameRow(stored, row)) return false;
  await transaction.deleteFrom('evaluation').where('tree_digest', '=', row.tree_digest).execute();
  await transaction.replaceInto('evaluation').values(row).execute();
  return true;
}
