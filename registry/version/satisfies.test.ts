import { describe, expect, it } from 'vitest';
import { parseConstraint } from './parse-constraint.ts';
import { parseVersion } from './parse-version.ts';
import { satisfies } from './satisfies.ts';

/** Constraint, versions that meet it, versions that do not. */
const table: readonly (readonly [string, string, string])[] = [
  ['1.2.3', '1.2.3 v1.2.3 1.2.3+b', '1.2.4 1.2.3-rc'],
  ['1.2.3-rc', '1.2.3-rc', '1.2.3 1.2.3-rc.1'],
  ['1.2', '1.2.0 1.2.9', '1.3.0 1.2.1-rc'],
  ['1.x', '1.0.0 1.9.9', '0.9.9 2.0.0'],
  ['*', '0.0.0 1.2.3', '1.2.3-rc'],
  ['*-0', '0.0.0 1.2.3 1.2.3-rc', ''],
  ['!=1.2.3', '1.2.4 1.2.3-rc 1.3.0-rc', '1.2.3 1.2.3+b'],
  ['!=1.2', '1.3.0 2.2.0', '1.2.0 1.2.9 1.3.0-rc'],
  ['!=1.2.x-rc', '1.3.0 1.2.0 1.2.5-beta', '1.2.0-rc 1.2.9-rc'],
  ['!=1.x', '0.9.0 2.0.0', '1.0.0 1.9.9 2.0.0-rc'],
  ['!=*', '0.0.1 0.1.0 1.0.0', '0.0.0 1.0.0-rc'],
  ['>1.2.3', '1.2.4 2.0.0', '1.2.3 1.2.4-rc'],
  ['>1.2', '1.3.0 2.0.0', '1.2.9 1.1.0'],
  ['>1', '2.0.0', '1.9.9 0.9.9'],
  ['>*', '0.0.1 1.0.0', '0.0.0'],
  ['<1.2', '1.1.9', '1.2.0 1.2.0-rc'],
  ['<1.2.0-rc', '1.2.0-beta 1.1.9', '1.2.0-rc 1.2.0'],
  ['>=1.2', '1.2.0 1.2.1', '1.1.9 2.0.0-rc'],
  ['>=1.2.0-0', '1.2.0-alpha 1.2.0 1.3.0-rc', '1.1.9'],
  ['<=1.2.3', '1.2.3 1.2.3+b', '1.2.4'],
  ['<=1.2', '1.2.9 1.1.0 0.9.0', '1.3.0 2.0.0'],
  ['<=1', '1.9.9 0.1.0', '2.0.0'],
  ['<=*', '0.0.0 0.0.9', '0.1.0 1.0.0'],
  ['~1.2.3', '1.2.3 1.2.9', '1.3.0 1.2.2 2.2.3'],
  ['~1.2', '1.2.0 1.2.9', '1.3.0'],
  ['~1', '1.0.0 1.9.9', '2.0.0'],
  ['~0', '0.0.0 0.9.0', '1.0.0'],
  ['~0.0', '0.0.9', '0.1.0'],
  ['~0.0.0', '0.0.0 0.1.0 9.9.9', ''],
  ['~*', '0.0.0 9.9.9', '9.9.9-rc'],
  ['~1.2.3-rc', '1.2.3-rc 1.2.4-beta 1.2.3', '1.2.3-beta 1.3.0-rc'],
  ['^1.2.3', '1.2.3 1.9.0', '1.2.2 2.0.0 0.9.0'],
  ['^0.2.3', '0.2.3 0.2.9', '0.3.0 0.2.2 1.0.0'],
  ['^0.2', '0.2.0 0.2.9', '0.3.0'],
  ['^0.0.3', '0.0.3', '0.0.4 0.1.0 0.0.2'],
  ['^0.0.x', '0.0.0 0.0.9', '0.1.0'],
  ['^0.0', '0.0.9', '0.1.0'],
  ['^0', '0.0.0 0.9.9', '1.0.0'],
  ['^*', '0.0.0', '0.0.1 0.1.0 1.0.0'],
  ['^1.2.0-rc', '1.2.0-rc 1.9.0-beta 1.9.0', '1.2.0-beta 2.0.0-rc'],
  ['1.2 - 2.3', '1.2.0 2.3.9', '1.1.9 2.4.0'],
  ['1.2.3 - 2.3.4', '1.2.3 2.3.4', '1.2.2 2.3.5'],
  ['>=1.2 <1.4 || ^3', '1.2.0 1.3.9 3.5.0', '1.4.0 2.0.0 4.0.0'],
  ['>=1.2.3-alpha || <2', '1.2.3-alpha 1.0.0 5.0.0', '1.2.2-alpha'],
  ['>=1.0.0-0 <2.0.0', '1.5.0', '1.5.0-rc'],
];

describe('satisfies', () => {
  it.each(table)('%s is met by [%s], not by [%s]', (constraint, inside, outside) => {
    expect(toTexts(inside).filter((text) => !isMet(text, constraint))).toEqual([]);
    expect(toTexts(outside).filter((text) => isMet(text, constraint))).toEqual([]);
  });
});

function toTexts(line: string): string[] {
  return line.split(' ').filter((text) => text !== '');
}

function isMet(versionText: string, constraintText: string): boolean {
  const version = parseVersion(versionText);
  const constraint = parseConstraint(constraintText);
  if (!version.ok || !constraint.ok) throw new Error(`${versionText} or ${constraintText} cannot be read`);
  return satisfies(version.value, constraint.value);
}
