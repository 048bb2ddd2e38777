/** The first `count` values in an order, without sorting the others: a heap whose top is the worst of the best. */
export function listBest(
  values: Uint32Array,
  order: (left: number, right: number) => number,
  count: number,
): readonly number[] {
  // A heap is no faster for most of them.
  if (count * 4 > values.length) return [...values].sort(order).slice(0, count);
  const heap: number[] = [];
  for (const value of values) {
    if (heap.length < count) {
      heap.push(value);
      moveUp(heap, order);
    } else if (order(value, heap[0] ?? value) < 0) {
      heap[0] = value;
      moveDown(heap, order);
    }
  }
  return heap.sort(order);
}

function moveUp(heap: number[], order: (left: number, right: number) => number): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const value = heap[at] ?? 0;
    const above = heap[parent] ?? 0;
    if (order(value, above) <= 0) return;
    heap[at] = above;
    heap[parent] = value;
    at = parent;
  }
}

function moveDown(heap: number[], order: (left: number, right: number) => number): void {
  let at = 0;
  while (2 * at + 1 < heap.length) {
    const left = 2 * at + 1;
    const right = left + 1;
    const worse = right < heap.length && order(heap[right] ?? 0, heap[left] ?? 0) > 0 ? right : left;
    const value = heap[at] ?? 0;
    const below = heap[worse] ?? 0;
    if (order(below, value) <= 0) return;
    heap[at] = below;
    heap[worse] = value;
    at = worse;
  }
}
