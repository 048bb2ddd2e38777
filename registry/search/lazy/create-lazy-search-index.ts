import type { SearchIndex } from '../types.ts';

/** An index that is opened when it is first used, so that nobody waits for it before; what could not be opened is tried again at the next use. */
export function createLazySearchIndex(open: () => Promise<SearchIndex>): SearchIndex {
  let opening: Promise<SearchIndex> | undefined;

  function get(): Promise<SearchIndex> {
    if (opening !== undefined) return opening;
    const attempt = open();
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = undefined;
    });
    return attempt;
  }

  return {
    listGroups: async () => (await get()).listGroups(),
    save: async (batches) => (await get()).save(batches),
    remove: async (groups) => (await get()).remove(groups),
    search: async (query) => (await get()).search(query),
    async close() {
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}
