import { expect, test } from 'vitest';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import { admitsLine, listReleases } from './admits-line.ts';

const lines = releaseLineSchema.enum;

test('the releases of a line run up to its newest', () => {
  expect(listReleases('1.9')).toHaveLength(14);
  expect(listReleases('1.10').slice(-2)).toEqual(['1.10.8', '1.10.9']);
  expect(listReleases('1.11')).toEqual(['1.11.0-alpha.1', '1.11.0-alpha.2', '1.11.0-alpha.3', '1.11.0-alpha.4']);
});

test.each([
  [undefined, '1.9 1.10 1.11'],
  ['', '1.9 1.10 1.11'],
  ['>=1.5', '1.9 1.10 1.11'],
  ['>=v1.5.0', '1.9 1.10 1.11'],
  ['>=1.9.5', '1.9 1.10 1.11'],
  ['<1.9.5', '1.9'],
  ['>=1.10.0', '1.10 1.11'],
  ['>=1.10.30', '1.10 1.11'],
  ['~1.9.0', '1.9'],
  ['^1.10', '1.10 1.11'],
  ['>1.9.13, <1.10.0', ''],
  ['>=1.9.1 <1.9.2 || 1.11.x', '1.9 1.11'],
  ['>=1.11.0-alpha.3', '1.11'],
  ['>=1.11.0-beta.1', '1.11'],
  ['>=1.11.0', '1.11'],
  ['>= 1.11.0', '1.11'],
  ['1.8.x', ''],
  ['not a constraint', ''],
])('%j lets in %j', (vela, admitted) => {
  const requirements = vela === undefined ? {} : { vela };
  expect(lines.filter((line) => admitsLine(requirements, line)).join(' ')).toBe(admitted);
});
