import type { Migration } from 'kysely';
import { catalogTables } from './migrations/0001-catalog-tables.ts';
import { sourceSettings } from './migrations/0002-source-settings.ts';
import { lineEvaluations } from './migrations/0003-line-evaluations.ts';
import { stateEvents } from './migrations/0004-state-events.ts';
import { locks } from './migrations/0005-locks.ts';
import { definitionParameters } from './migrations/0006-definition-parameters.ts';

/** Every migration by name, oldest first. Only ever appended to: one that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-catalog-tables': catalogTables,
  '0002-source-settings': sourceSettings,
  '0003-line-evaluations': lineEvaluations,
  '0004-state-events': stateEvents,
  '0005-locks': locks,
  '0006-definition-parameters': definitionParameters,
};
