import { expect, test } from 'vitest';
import { createFindingMaker } from './findings.ts';

const createSample = createFindingMaker([
  { id: 'sample/advised', severity: 'warning', fix: 'Mend it.' },
  { id: 'sample/plain', severity: 'info' },
]);

test('a finding repeats severity and advice of its rule, and points at line 1 without a place', () => {
  expect(createSample('sample/advised', { message: 'broken' })).toEqual({
    rule: 'sample/advised',
    severity: 'warning',
    file: '',
    line: 1,
    column: 1,
    message: 'broken',
    fix: 'Mend it.',
    doc: '/rules/sample/advised',
  });
  expect(createSample('sample/plain', { message: 'odd' })).not.toHaveProperty('fix');
});

test('a place may say it better than its rule', () => {
  const finding = createSample('sample/advised', {
    message: 'broken',
    file: 'a',
    line: 2,
    severity: 'error',
    fix: 'So.',
  });
  expect(finding).toMatchObject({ file: 'a', line: 2, severity: 'error', fix: 'So.' });
});
