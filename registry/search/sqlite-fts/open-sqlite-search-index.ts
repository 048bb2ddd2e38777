import { setImmediate } from 'node:timers/promises';
import { loadSqliteDriver, type SqliteChoice } from '../../sqlite/sqlite-driver.ts';
import { requireSqliteVersion } from '../../sqlite/sqlite-version.ts';
import { answerQuery } from '../matching/answer-query.ts';
import { explainHit } from '../matching/explain-hit.ts';
import type { SearchBatch, SearchIndex } from '../types.ts';
import { isDamage, openSearchFile, removeSearchFile, searchFileUnavailable } from './open-search-file.ts';
import { loadWorkingIndex, type WorkingIndex } from './working-index.ts';

export interface OpenSqliteSearchIndexOptions {
  /** The file, in an existing folder; made anew when it is missing, damaged or of another form. */
  readonly path: string;
  /** Default `auto`. */
  readonly sqlite?: SqliteChoice;
}

// Between two groups others get their turn when so much time has gone.
const turnMs = 10;

/**
 * Opens a search index in a file of its own for this process alone. It is a projection: whoever opens it brings the groups that are not in it.
 * Throws SEARCH_UNAVAILABLE when the file cannot be used, DATA_FOLDER_UNUSABLE when there is no SQLite.
 */
export async function openSqliteSearchIndex(options: OpenSqliteSearchIndexOptions): Promise<SearchIndex> {
  const { path } = options;
  const driver = await loadSqliteDriver(options.sqlite ?? 'auto');
  requireSqliteVersion(driver.version, driver.name);
  let index = open();

  function open(): WorkingIndex {
    try {
      return loadWorkingIndex(openSearchFile(driver, path));
    } catch (error) {
      if (!isDamage(error)) throw searchFileUnavailable(path, error) ?? error;
      removeSearchFile(path);
      return loadWorkingIndex(openSearchFile(driver, path));
    }
  }

  /** Damage that shows later costs one answer: the index is empty then, and is filled like a new one. */
  function attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) {
        index.file.close();
        removeSearchFile(path);
        index = open();
      }
      throw searchFileUnavailable(path, error) ?? error;
    }
  }

  async function replaceAll(
    groups: readonly string[],
    toBatch: (group: string, at: number) => SearchBatch | undefined,
  ) {
    let since = performance.now();
    for (const [at, group] of groups.entries()) {
      attempt(() => index.replaceGroup(group, toBatch(group, at)));
      if (performance.now() - since < turnMs) continue;
      await setImmediate();
      since = performance.now();
    }
  }

  return {
    listGroups: async () => attempt(() => index.file.listGroups()),

    save: (batches) =>
      replaceAll(
        batches.map(({ group }) => group),
        (_, at) => batches[at],
      ),

    remove: (groups) => replaceAll(groups, () => undefined),

    search: async (query) =>
      attempt(() => {
        const { ordinals, plan, ...answer } = answerQuery(index.words, index.documents, query);
        const { file } = index;
        const hits = ordinals.flatMap((ordinal) => {
          const document = file.findDocument(ordinal);
          const words = query.explain === true ? file.findWords(ordinal) : undefined;
          return document === undefined
            ? []
            : [{ document, reasons: words === undefined ? [] : explainHit(plan, words) }];
        });
        return { ...answer, hits };
      }),

    close: async () => index.file.close(),
  };
}
