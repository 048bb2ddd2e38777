import type { JsonValue } from '../../../../schemas/json.ts';

const comparison = /^(>=|<=|>|<|!=)\s*(-?[0-9][0-9_]*(?:\.[0-9]+)?|"[^"\\]*")$/;
const pattern = /^(=~|!~)\s*"((?:[^"\\]|\\.)*)"$/;

/** Longest text that a pattern is tried on: what is asked for is a hint, and the engine knows. */
const maxPatternText = 256;
const maxPattern = 200;

/** Whether a value meets a condition of CUE such as `>0` or `=~"^a"`; undefined for a condition that is not read here. */
export function meetsConstraint(value: JsonValue, constraint: string): boolean | undefined {
  const text = constraint.trim();
  const compared = comparison.exec(text);
  if (compared !== null) return compare(value, compared[1] ?? '', compared[2] ?? '');
  const matched = pattern.exec(text);
  if (matched === null || typeof value !== 'string') return undefined;
  const [, operator, expression = ''] = matched;
  const found = findPattern(value, expression);
  return found === undefined ? undefined : found === (operator === '=~');
}

function compare(value: JsonValue, operator: string, text: string): boolean | undefined {
  const operand = text.startsWith('"') ? text.slice(1, -1) : Number(text.replaceAll('_', ''));
  if (typeof value === 'number' && typeof operand === 'number') return compareOrdered(value, operator, operand);
  if (typeof value === 'string' && typeof operand === 'string') return compareOrdered(value, operator, operand);
  // Values of another type differ from it, and are in no order with it.
  return operator === '!=' ? true : undefined;
}

function compareOrdered<Value extends number | string>(value: Value, operator: string, operand: Value): boolean {
  switch (operator) {
    case '>=':
      return value >= operand;
    case '<=':
      return value <= operand;
    case '>':
      return value > operand;
    case '<':
      return value < operand;
    default:
      return value !== operand;
  }
}

/** Plain patterns mean the same in Go and here; those that could take long or mean something else are left to the engine. */
function findPattern(value: string, expression: string): boolean | undefined {
  if (expression.length > maxPattern || value.length > maxPatternText) return undefined;
  if (/[(\\|]|[*+}?][*+?{]/.test(expression) || (expression.match(/[*+{]/g) ?? []).length > 2) return undefined;
  try {
    return new RegExp(expression, 'u').test(value);
  } catch {
    return undefined;
  }
}
