import { describe, expect, test } from 'vitest';
import { parseBranch, parseSourcePath, parseTagGlob } from './git-reference.ts';

describe('branches', () => {
  test.each(['main', 'release/1.0', 'feature-x', 'v1.0', '你好', 'a@b'])('%s is one', (branch) => {
    expect(parseBranch(branch)).toBe(branch);
  });

  test.each([
    '',
    '-x',
    '--upload-pack=id',
    'a b',
    'a\nb',
    'a\0b',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b',
    'a\\b',
    'a@{0}',
    '@',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.',
    'a.lock',
    'a.lock/b',
  ])('%j is none', (branch) => {
    expect(() => parseBranch(branch)).toThrow(expect.objectContaining({ code: 'SOURCE_INVALID' }));
  });
});

describe('paths', () => {
  test.each([
    ['addons', 'addons'],
    ['./addons/', 'addons'],
    ['a/b', 'a/b'],
    ['.', ''],
    ['./', ''],
    ['a b', 'a b'],
    ['a:b', 'a:b'],
  ])('%j is %j', (path, parsed) => {
    expect(parseSourcePath(path)).toBe(parsed);
  });

  test.each([
    ['', 'is empty'],
    ['/etc', 'absolute'],
    ['..', 'leaves the repository'],
    ['../..', 'leaves the repository'],
    ['a/../b', 'leaves the repository'],
    ['-x', 'starts with'],
    ['a\nb', 'line break'],
    ['a\0b', 'line break'],
    ['a\\b', 'backslash'],
    ['a//b', 'empty folder name'],
  ])('%j %s', (path, reason) => {
    expect(() => parseSourcePath(path)).toThrow(reason);
    expect(() => parseSourcePath(path)).toThrow(expect.objectContaining({ code: 'SOURCE_INVALID' }));
  });
});

describe('tags', () => {
  test.each([
    ['v*', 'v1.0.0', true],
    ['v*', '1.0.0', false],
    ['v*', 'v1/x', false],
    ['*', '', true],
    ['v1.?', 'v1.2', true],
    ['v1.?', 'v1.20', false],
    ['v[0-9]*', 'v2', true],
    ['v[0-9]*', 'vx', false],
    ['v[!a]', 'vb', true],
    ['v[!a]', 'va', false],
    ['addons/*/v*', 'addons/fluxcd/v1', true],
    ['*-release-*', 'a-release-b-release-c', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['v1.0', 'v1x0', false],
    ['[', '[', true],
  ])('%s selects %s: %s', (glob, tag, selected) => {
    expect(parseTagGlob(glob)(tag)).toBe(selected);
  });

  test('a hostile glob costs no more than its length allows', () => {
    const startedAt = performance.now();
    expect(parseTagGlob(`${'a*'.repeat(200)}b`)('a'.repeat(5_000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test.each(['', 'a\nb'])('%j selects nothing', (glob) => {
    expect(() => parseTagGlob(glob)).toThrow(expect.objectContaining({ code: 'SOURCE_INVALID' }));
  });
});
