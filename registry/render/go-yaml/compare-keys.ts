/** Orders keys as goyaml.v2 does (`sorter.go`): letters by code point and behind everything else, runs of digits by their number. */
export function compareKeys(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [x = '', y = ''] = [a[index], b[index]];
    if (x === y) continue;
    const [letterX, letterY] = [isLetter(x), isLetter(y)];
    if (letterX && letterY) return comparePoints(x, y);
    if (letterX || letterY) return letterY ? -1 : 1;
    const base = x === '0' || y === '0' ? followsDigit(a, index) : 0n;
    const runX = readRun(a, index, base);
    const runY = readRun(b, index, base);
    if (runX.number !== runY.number) return runX.number < runY.number ? -1 : 1;
    if (runX.end !== runY.end) return runX.end - runY.end;
    return comparePoints(x, y);
  }
  return a.length - b.length;
}

/** A zero inside a number must not be taken for a leading one: both runs then begin with a one. */
function followsDigit(letters: readonly string[], index: number): bigint {
  for (let at = index - 1; at >= 0 && isDigit(letters[at] ?? ''); at -= 1) {
    if (letters[at] !== '0') return 1n;
  }
  return 0n;
}

function readRun(
  letters: readonly string[],
  from: number,
  base: bigint,
): { readonly number: bigint; readonly end: number } {
  let number = base;
  let end = from;
  for (; end < letters.length && isDigit(letters[end] ?? ''); end += 1) {
    number = BigInt.asIntN(64, number * 10n + BigInt((letters[end] ?? '').codePointAt(0) ?? 0) - 48n);
  }
  return { number, end };
}

function comparePoints(x: string, y: string): number {
  return (x.codePointAt(0) ?? 0) - (y.codePointAt(0) ?? 0);
}

function isLetter(letter: string): boolean {
  return /^\p{L}$/u.test(letter);
}

function isDigit(letter: string): boolean {
  return /^\p{Nd}$/u.test(letter);
}
