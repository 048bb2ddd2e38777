import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { toShellWord } from './shell-word.ts';

describe('toShellWord', () => {
  it.each([
    ['official/fluxcd', 'official/fluxcd'],
    ['http://127.0.0.1:7770/c/official', 'http://127.0.0.1:7770/c/official'],
    ['1.0.0+build', '1.0.0+build'],
    ['official/Kubeflow Pipeline', "'official/Kubeflow Pipeline'"],
    ["it's", "'it'\\''s'"],
    ['$(reboot)', "'$(reboot)'"],
    ['-x', "'-x'"],
    ['', "''"],
  ])('%j', (text, expected) => {
    expect(toShellWord(text)).toBe(expected);
  });

  it.each(['a b', '`id`', '$HOME', '"', "'", '\\', 'a;b', 'a\nb', '*', '~', '!x', '{a,b}', '#', 'a|b'])(
    'reaches a program unchanged: %j',
    (text) => {
      expect(execFileSync('sh', ['-c', `printf %s ${toShellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    },
  );
});
