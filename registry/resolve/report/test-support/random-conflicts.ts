import fc from 'fast-check';
import type { TestCatalog, TestVersion } from '../../test-support/create-test-universe.ts';
import type { ConflictCase } from './explain-case.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const ranges = ['', '', '>=1.0.0', '<2.0.0', '>=2.0.0', '1.1.0', '~1.1', '>=9', '^1.0.0-0', '1.0.0 || 2.0.0', 'none'];
const versions = ['1.0.0', '1.1.0', 'v1.2.0', '2.0.0', '2.1.0-rc.1', '3.0.0'];
const systems = ['>=1.10', '<1.10', '>=1.9.0', '>=1.10.0-dev.1'];

const version: fc.Arbitrary<TestVersion> = fc.record(
  {
    needs: fc.dictionary(fc.constantFrom(...names, 'f'), fc.constantFrom(...ranges), { maxKeys: 3 }),
    vela: fc.constantFrom(...systems),
    kubernetes: fc.constantFrom('>=1.27', '<1.30'),
    state: fc.constantFrom('active', 'active', 'active', 'deprecated', 'yanked', 'quarantined'),
    uses: fc.subarray(['helm'], { maxLength: 1 }),
    brings: fc.subarray(['helm'], { maxLength: 1 }),
  },
  { requiredKeys: ['needs'] },
);

const addons = fc.dictionary(
  fc.constantFrom(...names),
  fc.dictionary(fc.constantFrom(...versions), version, { minKeys: 1, maxKeys: 4 }),
  { minKeys: 3, maxKeys: 5 },
);

const catalogs: fc.Arbitrary<Record<string, TestCatalog>> = fc.record({
  official: fc.record({ addons }),
  team: fc.record({ addons, dependsOn: fc.subarray(['official']) }),
});

/** Small worlds with requests, many of which cannot be met. */
export const randomCases: fc.Arbitrary<ConflictCase> = catalogs.chain((found) => {
  const known = [...new Set(Object.values(found).flatMap(({ addons: each }) => Object.keys(each)))];
  const want = fc
    .tuple(fc.constantFrom(...known), fc.constantFrom('', '', ' >=1.0.0', ' >=2.0.0', ' <2.0.0', ' 1.1.0'))
    .map(([name, range]) => `${name}${range}`);
  const installed = fc
    .tuple(fc.constantFrom(...known), fc.constantFrom(...versions, '0.9.0'))
    .map(([name, text]) => `${name} ${text}`);
  return fc.record({
    title: fc.constant('random'),
    catalogs: fc.constant(found),
    want: fc.uniqueArray(want, { minLength: 1, maxLength: 3 }),
    installed: fc.uniqueArray(installed, { maxLength: 2, selector: (text) => text.split(' ')[0] }),
    request: fc.record({ vela: fc.constantFrom('1.9.11', '1.10.9'), kubernetes: fc.constant('1.26.3') }),
  });
});
