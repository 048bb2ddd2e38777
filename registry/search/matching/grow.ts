/** Returns the array, or a copy of at least twice its size, so that it has room for so many. */
export function grow(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  if (size <= array.length) return array;
  const larger = new Uint32Array(Math.max(size, array.length * 2, 64));
  larger.set(array);
  return larger;
}
