import { compareUtf8 } from './utf8-order.ts';

/** Orders paths as a walk through folders meets them: names are compared one by one, so `sub/x` stands before `sub.cue`. */
export function compareWalked(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')];
  for (const [index, name] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareUtf8(name, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
