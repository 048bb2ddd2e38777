import { type Kysely, Migrator, sql } from 'kysely';
import { RegistryError } from '../../errors.ts';
import type { CatalogDatabase } from './catalog-database.ts';
import { migrations } from './migrations.ts';

/** Brings the tables to the newest form, each step whole or not at all. Throws DATA_FOLDER_UNUSABLE when a newer program wrote them. */
export async function migrate(database: Kysely<CatalogDatabase>, folder: string): Promise<void> {
  const unknown = (await listApplied(database)).filter((name) => migrations[name] === undefined);
  if (unknown.length > 0) {
    throw new RegistryError(
      'DATA_FOLDER_UNUSABLE',
      `the data folder ${folder} was written by a newer release of chandlery (it has ${unknown.join(', ')}). Run that release, or name another folder with --data or CHANDLERY_DATA`,
      { details: { folder } },
    );
  }
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function listApplied(database: Kysely<CatalogDatabase>): Promise<readonly string[]> {
  const tables = await sql`select name from sqlite_master where name = 'kysely_migration'`.execute(database);
  if (tables.rows.length === 0) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database);
  return applied.rows.map((row) => row.name);
}
