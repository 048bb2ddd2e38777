/** Reads a column that holds a number; 0 when the row has none. */
export function readNumber(row: unknown, column: string): number {
  return Number(readColumn(row, column) ?? 0);
}

/** Reads a column that holds text; empty when the row has none. */
export function readText(row: unknown, column: string): string {
  return String(readColumn(row, column) ?? '');
}

function readColumn(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? Object.getOwnPropertyDescriptor(row, column)?.value : undefined;
}

/** Reads ascending numbers that are written with commas between them. */
export function readNumbers(list: string): Uint32Array {
  if (list === '') return new Uint32Array(0);
  let count = 1;
  for (let at = list.indexOf(','); at !== -1; at = list.indexOf(',', at + 1)) count += 1;
  const numbers = new Uint32Array(count);
  let number = 0;
  let position = 0;
  for (let at = 0; at < list.length; at += 1) {
    const digit = list.charCodeAt(at) - 48;
    // Nothing but digits and commas is written there.
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers[position] = number;
      position += 1;
      number = 0;
    }
  }
  numbers[position] = number;
  return numbers;
}
