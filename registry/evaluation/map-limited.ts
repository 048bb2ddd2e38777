/** Maps items with at most `limit` calls under way, results in the order of the items; the first failure is thrown. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const iterator = items.entries();
  const work = async () => {
    for (const [index, item] of iterator) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
