import { expect, test } from 'vitest';
import { listSynonyms } from './synonyms.ts';
import { listWordForms } from './word-forms.ts';

test.each([
  ['k8s', 'kubernetes'],
  ['kubernetes', 'k8s'],
  ['objectstorage', 's3'],
  ['s3', 'object storage'],
  ['监控', 'monitoring'],
])('who asks for %s also means %s', (asked, meant) => {
  expect(listSynonyms(asked)).toContain(meant);
});

test.each(['constructor', '__proto__', 'toString', ''])('%j means nothing else', (asked) => {
  expect(listSynonyms(asked)).toEqual([]);
});

test.each([
  ['scales', 'scale'],
  ['scale', 'scaling'],
  ['scaling', 'scale'],
  ['policies', 'policy'],
  ['policy', 'policies'],
  ['databases', 'database'],
])('%s is also written %s', (word, form) => {
  expect(listWordForms(word)).toContain(form);
});

test.each(['k8s', 'aws', '数据库', 'helm2'])('%s has no other form', (word) => {
  expect(listWordForms(word)).toEqual([]);
});
