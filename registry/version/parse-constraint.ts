import { identifiersSource, spaceClass } from './grammar.ts';
import { parseVersion, type Version } from './parse-version.ts';
import { failure, type Result, success } from './result.ts';

/** What a comparator asks for. `=` with a wildcard behaves like `~`. */
export type Operator = '=' | '!=' | '>' | '<' | '>=' | '<=' | '~' | '^';

/**
 * One comparison. `wildcard` is the first segment that was left out or written as `x`, `X` or `*`; it and those after
 * it are 0 in `version`.
 */
export interface Comparator {
  readonly operator: Operator;
  readonly version: Version;
  readonly wildcard: 'major' | 'minor' | 'patch' | undefined;
}

/** Alternatives, at least one of which must have all its comparators met. */
export type Constraint = readonly (readonly Comparator[])[];

/**
 * Longer constraints are refused (the client has no limit), so that nobody's metadata can make the reading of it
 * costly.
 */
export const maxConstraintLength = 4096;

const operators = new Map<string, Operator>([
  ['', '='],
  ['=', '='],
  ['!=', '!='],
  ['>', '>'],
  ['<', '<'],
  ['>=', '>='],
  ['=>', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['~', '~'],
  ['~>', '~'],
  ['^', '^'],
]);

// The bar is in the class because it is in the client's: `1|2` is well formed and fails only when it is read as a version.
const segment = '[0-9|xX*]+';
const tail = `(?:-${identifiersSource})?(?:\\+${identifiersSource})?`;
const operand = `v?${segment}(?:\\.${segment})?(?:\\.${segment})?${tail}`;
const rangePattern = new RegExp(
  `${spaceClass}*(${operand})${spaceClass}+-${spaceClass}+(${operand})${spaceClass}*`,
  'g',
);
const comparatorPattern = new RegExp(
  `(?:([=!<>~^]+)${spaceClass}*)?` +
    `(v?(${segment})(?:\\.(${segment}))?(?:\\.(${segment}))?(-${identifiersSource})?(?:\\+${identifiersSource})?)`,
  'y',
);
const gapPattern = new RegExp(`${spaceClass}*(,?)${spaceClass}*`, 'y');
const leadingSpacePattern = new RegExp(`^${spaceClass}*`);

interface Token {
  readonly operator: Operator;
  readonly text: string;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** With its hyphen; empty when there is none. */
  readonly prerelease: string;
}

/**
 * Reads a constraint as Masterminds semver v3.2.1 `NewConstraint` does, with its errors: comma or space is AND, `||`
 * is OR, `1.2 - 2.3` is a closed range, segments may be wildcards. The empty text is no constraint and fails.
 */
export function parseConstraint(text: string): Result<Constraint> {
  if (text.length > maxConstraintLength) return failure(`constraint is longer than ${maxConstraintLength} characters`);
  const alternatives: Comparator[][] = [];
  for (const alternative of rewriteRanges(text).split('||')) {
    const tokens = findTokens(alternative);
    if (tokens === undefined) return failure(`improper constraint: ${alternative}`);
    const comparators: Comparator[] = [];
    for (const token of tokens) {
      const comparator = findComparator(token);
      if (comparator === undefined) return failure('constraint Parser Error');
      comparators.push(comparator);
    }
    alternatives.push(comparators);
  }
  return success(alternatives);
}

/** Each range found replaces the first text that looks like it, which need not be the place where it was found. */
function rewriteRanges(text: string): string {
  let rewritten = text;
  for (const [range, from, to] of text.matchAll(rangePattern)) {
    rewritten = rewritten.replace(range, () => `>= ${from}, <= ${to} `);
  }
  return rewritten;
}

/**
 * Splits one alternative into comparators: a gap between two of them is white space, or one comma with or without it.
 */
function findTokens(alternative: string): Token[] | undefined {
  const tokens: Token[] = [];
  let position = leadingSpacePattern.exec(alternative)?.[0].length ?? 0;
  for (;;) {
    const token = findToken(alternative, position);
    if (token === undefined) return undefined;
    tokens.push(token);
    gapPattern.lastIndex = comparatorPattern.lastIndex;
    const [gap = '', comma = ''] = gapPattern.exec(alternative) ?? [];
    position = gapPattern.lastIndex;
    if (position === alternative.length && comma === '') return tokens;
    if (gap === '') return undefined;
  }
}

function findToken(alternative: string, position: number): Token | undefined {
  comparatorPattern.lastIndex = position;
  const match = comparatorPattern.exec(alternative);
  if (match === null) return undefined;
  const [, sign = '', text = '', major = '', minor = '', patch = '', prerelease = ''] = match;
  const operator = operators.get(sign);
  return operator === undefined ? undefined : { operator, text, major, minor, patch, prerelease };
}

/**
 * Undefined when the operand is well formed and still no version: `1|2`, `1.2xx`, a segment beyond 64 bits, a
 * pre-release of `01`.
 */
function findComparator({ operator, text, major, minor, patch, prerelease }: Token): Comparator | undefined {
  let wildcard: Comparator['wildcard'];
  let bound = text;
  if (isWildcard(major)) {
    wildcard = 'major';
    bound = `0.0.0${prerelease}`;
  } else if (isWildcard(minor)) {
    wildcard = 'minor';
    bound = `${major}.0.0${prerelease}`;
  } else if (isWildcard(patch)) {
    wildcard = 'patch';
    bound = `${major}.${minor}.0${prerelease}`;
  }
  const version = parseVersion(bound);
  return version.ok ? { operator, version: version.value, wildcard } : undefined;
}

function isWildcard(segmentText: string): boolean {
  return ['', 'x', 'X', '*'].includes(segmentText);
}
