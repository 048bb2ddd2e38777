import type { Kysely, Transaction } from 'kysely';
import type { VersionEntry, VersionId, VersionObservation, VersionReader, VersionWriter } from '../types.ts';
import { versionAlreadyStored, versionNotStored } from '../version-error.ts';
import { compareVersionIds } from '../version-order.ts';
import type { CatalogDatabase } from './catalog-database.ts';
import { writeEvaluation } from './evaluation-table.ts';
import { listHolders, raiseGenerations } from './generation.ts';
import { isSameRow, toObservation, toObservationRow, toVersionRecord, toVersionRow, versionKey } from './rows.ts';

type Change = Transaction<CatalogDatabase>;

/** The `version` and `observation` tables as the port sees them. */
export function createVersionTable(database: Kysely<CatalogDatabase>): VersionReader & VersionWriter {
  return {
    async findVersion(id) {
      const row = await findRow(database, id);
      return row === undefined ? undefined : toVersionRecord(row);
    },

    async listVersions({ catalog, addon }) {
      const wanted = database.selectFrom('version').selectAll().where('catalog', '=', catalog);
      const rows = await (addon === undefined ? wanted : wanted.where('addon', '=', addon)).execute();
      return rows.map(toVersionRecord).sort(compareVersionIds);
    },

    async findObservation(id) {
      const row = await findObservationRow(database, id);
      return row === undefined ? undefined : toObservation(row);
    },

    async listObservations({ catalog, addon }) {
      const wanted = database.selectFrom('observation').selectAll().where('catalog', '=', catalog);
      const rows = await (addon === undefined ? wanted : wanted.where('addon', '=', addon)).execute();
      return rows.map(toObservation).sort(compareVersionIds);
    },

    async saveVersion(entry) {
      await database.transaction().execute(async (change) => {
        if ((await findRow(change, entry.record)) !== undefined) throw versionAlreadyStored(entry.record);
        await insertEntry(change, entry);
      });
    },

    async replaceVersion(entry) {
      await database.transaction().execute(async (change) => {
        const stored = await findRow(change, entry.record);
        if (stored === undefined) throw versionNotStored(entry.record);
        if (isSameRow(stored, toVersionRow(entry.record))) {
          await updateRemarks(change, entry);
          return;
        }
        await deleteRow(change, entry.record);
        await insertEntry(change, entry);
      });
    },

    async removeVersion(id) {
      await database.transaction().execute(async (change) => {
        if ((await findRow(change, id)) === undefined) return;
        await deleteRow(change, id);
        await raiseGenerations(change, [id.catalog]);
      });
    },

    async saveObservation(observation) {
      await database.transaction().execute(async (change) => {
        if ((await findRow(change, observation)) === undefined) throw versionNotStored(observation);
        if (await writeObservation(change, observation)) await raiseGenerations(change, [observation.catalog]);
      });
    },
  };
}

async function insertEntry(change: Change, { record, observation, evaluation }: VersionEntry): Promise<void> {
  await change.insertInto('version').values(toVersionRow(record)).execute();
  await writeObservation(change, observation);
  const holders = (await writeEvaluation(change, evaluation)) ? await listHolders(change, evaluation.treeDigest) : [];
  await raiseGenerations(change, [record.catalog, ...holders]);
}

/** Writes what is said of a version that itself stays as it is. */
async function updateRemarks(change: Change, { observation, evaluation }: VersionEntry): Promise<void> {
  const observed = await writeObservation(change, observation);
  const evaluated = await writeEvaluation(change, evaluation);
  const holders = evaluated ? await listHolders(change, evaluation.treeDigest) : [];
  await raiseGenerations(change, [...(observed ? [observation.catalog] : []), ...holders]);
}

async function writeObservation(change: Change, observation: VersionObservation): Promise<boolean> {
  const row = toObservationRow(observation);
  if (isSameRow(await findObservationRow(change, observation), row)) return false;
  await change.replaceInto('observation').values(row).execute();
  return true;
}

async function deleteRow(change: Change, id: VersionId): Promise<void> {
  const { catalog, addon, key } = versionKey(id);
  await change
    .deleteFrom('version')
    .where('catalog', '=', catalog)
    .where('addon', '=', addon)
    .where('key', '=', key)
    .execute();
}

function findRow(database: Kysely<CatalogDatabase>, { catalog, addon, key }: VersionId) {
  return database
    .selectFrom('version')
    .selectAll()
    .where('catalog', '=', catalog)
    .where('addon', '=', addon)
    .where('key', '=', key)
    .executeTakeFirst();
}

function findObservationRow(database: Kysely<CatalogDatabase>, { catalog, addon, key }: VersionId) {
  return database
    .selectFrom('observation')
    .selectAll()
    .where('catalog', '=', catalog)
    .where('addon', '=', addon)
    .where('key', '=', key)
    .executeTakeFirst();
}
