import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxConstraintLength, parseConstraint } from './parse-constraint.ts';
import { toCanonicalText } from './parse-version.ts';

describe('parseConstraint', () => {
  it.each([
    ['1.2.3', '=1.2.3'],
    ['>= 1.2, <2', '>=1.2.0/patch & <2.0.0/minor'],
    ['>=1.2<2', undefined],
    ['>=1 <2', '>=1.0.0/minor & <2.0.0/minor'],
    ['1 , 2', '=1.0.0/minor & =2.0.0/minor'],
    ['\t>=1.2.3\n', '>=1.2.3'],
    ['>=1.2.3-alpha || <2', '>=1.2.3-alpha | <2.0.0/minor'],
    ['=>1.2.3||=<1.0.0', '>=1.2.3 | <=1.0.0'],
    ['~>1.2.3', '~1.2.3'],
    ['^v1.x.5-rc', '^1.0.0-rc/minor'],
    ['*', '=0.0.0/major'],
    ['X.2.3', '=0.0.0/major'],
    ['1.2.*+b', '=1.2.0/patch'],
    ['1.2.3+b', '=1.2.3+b'],
    ['1.2 - 2.3.4', '>=1.2.0/patch & <=2.3.4'],
    ['1 - 2 || 3\t-\t4', '>=1.0.0/minor & <=2.0.0/minor | >=3.0.0/minor & <=4.0.0/minor'],
    ['1.0||2.0 - 3.0', '>=1.0.0/patch | =2.0.0/patch & <=3.0.0/patch'],
    ['1.2.1-1.5.0', '=1.2.1-1.5.0'],
    ['18446744073709551615', '=18446744073709551615.0.0/minor'],
  ])('reads %j as %s', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  it.each([
    ['', 'improper constraint: '],
    [' ', 'improper constraint:  '],
    ['||', 'improper constraint: '],
    ['>=1 ||', 'improper constraint: '],
    ['1.2.1, ', 'improper constraint: 1.2.1, '],
    [',1', 'improper constraint: ,1'],
    ['1,,2', 'improper constraint: 1,,2'],
    ['==1', 'improper constraint: ==1'],
    ['> =1', 'improper constraint: > =1'],
    ['>=', 'improper constraint: >='],
    ['>=1.2.3.4', 'improper constraint: >=1.2.3.4'],
    ['>=1.a', 'improper constraint: >=1.a'],
    ['>=1.2.', 'improper constraint: >=1.2.'],
    ['>=1;<2', 'improper constraint: >=1;<2'],
    ['>=1\u00a0<2', 'improper constraint: >=1\u00a0<2'],
    ['>=1\v<2', 'improper constraint: >=1\v<2'],
    ['≥1', 'improper constraint: ≥1'],
    ['1 -2', 'improper constraint: 1 -2'],
    ['1.2.3.4 - 5', 'improper constraint: 1.>= 2.3.4, <= 5 '],
    ['latex - 1', 'improper constraint: late>= x, <= 1 '],
    ['1|2', 'constraint Parser Error'],
    ['1xx', 'constraint Parser Error'],
    ['1.2.3-01', 'constraint Parser Error'],
    ['18446744073709551616', 'constraint Parser Error'],
  ])('refuses %j: %j', (text, error) => {
    expect(parseConstraint(text)).toEqual({ ok: false, error });
  });

  it('does not care where white space stands around operators and commas', () => {
    const space = fc.constantFrom('', ' ', '\t', '\n ', '  ');
    fc.assert(
      fc.property(space, space, space, space, (a, b, c, d) => {
        expect(print(`${a}>=${b}1.2.3${c},${d}<${a}2${b}`)).toBe('>=1.2.3 & <2.0.0/minor');
      }),
    );
  });

  it('refuses a text beyond its limit', () => {
    expect(print('1 '.repeat(maxConstraintLength / 2))).toBeDefined();
    expect(parseConstraint('1'.repeat(maxConstraintLength + 1))).toEqual({
      ok: false,
      error: `constraint is longer than ${maxConstraintLength} characters`,
    });
  });
});

function print(text: string): string | undefined {
  const constraint = parseConstraint(text);
  if (!constraint.ok) return undefined;
  return constraint.value
    .map((comparators) =>
      comparators
        .map(({ operator, version, wildcard }) => {
          return `${operator}${toCanonicalText(version)}${wildcard === undefined ? '' : `/${wildcard}`}`;
        })
        .join(' & '),
    )
    .join(' | ');
}
