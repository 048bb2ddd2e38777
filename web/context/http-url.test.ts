import { describe, expect, it } from 'vitest';
import { findCommitUrl } from './commit-url.ts';
import { findHttpUrl } from './http-url.ts';

describe('findHttpUrl', () => {
  it.each([
    ['https://kubevela.io', 'https://kubevela.io/'],
    ['HTTP://Example.com/a b', 'http://example.com/a%20b'],
    ['https://x.y/"onclick="alert(1)', 'https://x.y/%22onclick=%22alert(1)'],
    ['javascript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['vbscript:x', undefined],
    ['ftp://x.y', undefined],
    ['//x.y', undefined],
    ['not a url', undefined],
    [undefined, undefined],
  ])('%j', (text, expected) => {
    expect(findHttpUrl(text)).toBe(expected);
  });
});

describe('findCommitUrl', () => {
  const commit = '217a86307e39d4a1c6f02d4da1b4b4a8f3a1b9f0';
  it.each([
    ['https://github.com/kubevela/catalog.git', commit, `https://github.com/kubevela/catalog/commit/${commit}`],
    ['https://gitlab.com/a/b/', commit, `https://gitlab.com/a/b/-/commit/${commit}`],
    ['https://user:secret@github.com/a/b', commit, `https://github.com/a/b/commit/${commit}`],
    ['https://git.example.com/a/b', commit, undefined],
    ['/srv/catalog.git', commit, undefined],
    ['https://github.com/a/b', 'v1.0.0', undefined],
  ])('%s %s', (repository, revision, expected) => {
    expect(findCommitUrl(repository, revision)).toBe(expected);
  });
});
