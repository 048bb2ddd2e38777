import { describe, expect, test } from 'vitest';
import { findRefusal, isNestedDeeper, maxNesting, maxQuestionBytes } from './question-limits.ts';

describe('nesting', () => {
  test.each([
    ['as deep as allowed', '{[({'.repeat(1), 4, false],
    ['one deeper', '{[({{', 4, true],
    ['closed again', '{}'.repeat(100), 1, false],
    ['deep in a later place', `${'{}'.repeat(100)}{{`, 1, true],
    ['stray brackets in prose, forgotten with the block around them', '{ // :( and :( }\n'.repeat(50), 3, false],
    ['closers that nothing opened', '}])'.repeat(100), 0, false],
    ['no brackets', 'a: 1', 0, false],
  ])('%s', (_what, text, limit, expected) => {
    expect(isNestedDeeper(text, limit)).toBe(expected);
  });

  test('millions of closers for hundreds of openers', () => {
    expect(isNestedDeeper(`${'{['.repeat(200)}${')'.repeat(4_000_000)}`, maxNesting)).toBe(false);
  });
});

describe('a question', () => {
  const file = (name: string, text: string) => ({ name, text });
  const deep = '['.repeat(maxNesting + 1);

  test.each([
    ['fine', { file: file('a.cue', 'a: [{}]') }, 100, undefined],
    ['too large', { file: file('a.cue', '') }, maxQuestionBytes + 1, 'size'],
    ['a file too deep', { file: file('a.cue', deep) }, 100, 'depth'],
    [
      'one of several files',
      { template: file('t.cue', ''), files: [file('a.cue', ''), file('b.cue', deep)] },
      100,
      'depth',
    ],
    ['a name that only looks deep', { file: file(deep, '') }, 100, undefined],
  ])('%s', (_what, request, bytes, reason) => {
    expect(findRefusal(request, Buffer.alloc(bytes))?.reason).toBe(reason);
  });

  test('is refused with the name of the file', () => {
    const refusal = findRefusal({ before: file('a.cue', ''), after: file('b.cue', deep) }, Buffer.alloc(1));
    expect(refusal?.message).toBe('b.cue: brackets are nested deeper than 500 levels');
  });
});
