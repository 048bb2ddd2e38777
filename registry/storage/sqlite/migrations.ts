import type { Migration } from 'kysely';
import { catalogTables } from './migrations/0001-catalog-tables.ts';

/** Every migration by name, oldest first. Only ever appended to: one that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-catalog-tables': catalogTables,
};
