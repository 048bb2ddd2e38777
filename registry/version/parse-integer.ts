import { failure, type Result, success } from './result.ts';

// The greatest values of the types that Go's functions of these names return.
const integerLimits = {
  ParseInt: 2n ** 63n - 1n,
  ParseUint: 2n ** 64n - 1n,
} as const;

/**
 * Reads a text of decimal digits; fails in the words of Go's strconv when it exceeds the type that the named function
 * returns.
 */
export function parseInteger(digits: string, goFunction: keyof typeof integerLimits): Result<bigint> {
  const significant = digits.replace(/^0+(?=\d)/, '');
  // No limit has more than twenty digits; longer texts are refused before the conversion, whose cost grows with the square of their length.
  const value = significant.length > 20 ? undefined : BigInt(significant);
  if (value === undefined || value > integerLimits[goFunction]) {
    return failure(`strconv.${goFunction}: parsing "${digits}": value out of range`);
  }
  return success(value);
}
