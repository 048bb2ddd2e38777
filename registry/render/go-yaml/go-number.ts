const [leastInteger, mostInteger] = [-(2 ** 63), 2 ** 64];

/** Writes a number as it comes out of Go's JSON and YAML: integers of 64 bits as such, all else in the shortest `%g` form. */
export function toGoNumber(value: number): string {
  if (Object.is(value, -0)) return '0';
  if (Number.isInteger(value) && value >= leastInteger && value < mostInteger) return BigInt(value).toString();
  const [mantissa = '0', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return toDecimal(value, { mantissa, exponent });
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function toDecimal(
  value: number,
  { mantissa, exponent }: { readonly mantissa: string; readonly exponent: number },
): string {
  const digits = mantissa.replace(/[-.]/g, '').length;
  return value.toFixed(Math.max(0, digits - 1 - exponent));
}
