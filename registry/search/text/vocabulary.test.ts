import { expect, test } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

function vocabularyOf(...words: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

test.each([
  ['promethues', ['prometheus']],
  ['fluxdc', ['fluxcd']],
  ['terafrom', ['terraform']],
  ['rpometheus', ['prometheus']],
  ['kubernets', ['kubernetes']],
  ['grafna', ['grafana']],
  ['helmm', ['helm']],
  ['hlm', []],
  ['1234', []],
  ['xylophone', []],
  ['数据库存储', []],
])('near %s is %j', (word, near) => {
  const known = vocabularyOf('prometheus', 'fluxcd', 'terraform', 'kubernetes', 'grafana', 'helm', '1235', '数据库存');
  expect(known.listNear(word)).toEqual(near);
});

test('of words that are equally near the most frequent comes first, and one that is gone does not come', () => {
  const vocabulary = vocabularyOf('moment', 'foment', 'foment');
  expect(vocabulary.listNear('zoment')).toEqual(['foment', 'moment']);
  vocabulary.remove('foment');
  vocabulary.remove('foment');
  expect(vocabulary.countWord('foment')).toBe(0);
  expect(vocabulary.listNear('zoment')).toEqual(['moment']);
});

test('a beginning is near the beginnings of known words', () => {
  expect(vocabularyOf('prometheus', 'observability').listNearBeginnings('promteh')).toEqual(['prometh']);
  expect(vocabularyOf('prometheus', 'observability').listNearBeginnings('obsrva')).toEqual(['observa']);
  expect(vocabularyOf('prometheus').listNearBeginnings('prmt')).toEqual([]);
});
