import { describe, expect, it } from 'vitest';
import { createLinks } from './links.ts';

const awkward = { catalog: 'official', name: 'Kubeflow Pipeline', version: '1.0.0+b/ä' };

describe('createLinks', () => {
  it.each([
    ['home', createLinks('').home(), '/'],
    ['list', createLinks('').addons(), '/addons'],
    ['narrowed list', createLinks('').addons({ q: 'a&b', catalog: '', tag: 'x y' }), '/addons?q=a%26b&tag=x+y'],
    ['addon', createLinks('').addon('official', 'Kubeflow Pipeline'), '/addons/official/Kubeflow%20Pipeline'],
    [
      'version',
      createLinks('').version(awkward, 'files'),
      '/addons/official/Kubeflow%20Pipeline/v/1.0.0%2Bb%2F%C3%A4/files',
    ],
    [
      'file',
      createLinks('').file({ ...awkward, version: '1' }, 'a b/c#d?.cue', 12),
      '/addons/official/Kubeflow%20Pipeline/v/1/files/a%20b/c%23d%3F.cue#L12',
    ],
    ['rule', createLinks('').rule('metadata/unknown-key'), '/rules/metadata/unknown-key'],
    ['half a surrogate pair', createLinks('').addon('c', 'a\uD800'), '/addons/c/a%EF%BF%BD'],
    ['home below a path', createLinks('/a/b').home(), '/a/b/'],
    ['asset below a path', createLinks('/a/b').asset('site.css'), '/a/b/assets/site.css'],
    ['version below a path', createLinks('/a').version({ catalog: 'c', name: 'n', version: '1' }), '/a/addons/c/n/v/1'],
  ])('%s', (_name, link, expected) => {
    expect(link).toBe(expected);
  });
});
