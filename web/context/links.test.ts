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
    [
      'findings of a line',
      createLinks('').version({ ...awkward, version: '1' }, 'findings', '1.11'),
      '/addons/official/Kubeflow%20Pipeline/v/1/findings?for=1.11',
    ],
    [
      'bundle',
      createLinks('/a').bundle(awkward, { line: '1.10' }),
      '/a/c/official/addons/Kubeflow%20Pipeline/1.0.0%2Bb%2F%C3%A4/bundle.yaml?flavor=apply&for=1.10',
    ],
    [
      'bundle with dependencies',
      createLinks('').bundle({ catalog: 'a', name: 'b', version: '1' }, { line: '1.10', dependencies: 'include' }),
      '/c/a/addons/b/1/bundle.yaml?flavor=apply&for=1.10&dependencies=include',
    ],
    ['plan of nothing', createLinks('/a').plan(), '/a/plan'],
    [
      'plan',
      createLinks('/a').plan({
        want: [
          { name: 'x', range: '>=1' },
          { name: 'y', catalog: 'c' },
        ],
        vela: '1.10.9',
      }),
      '/a/plan?want=x%40%3E%3D1&want=c%2Fy&vela=1.10.9',
    ],
    ['definitions', createLinks('').definitions({ kind: 'trait', q: 'a b' }), '/definitions?kind=trait&q=a+b'],
    [
      'definition',
      createLinks('').definition('workflow-step', 'a/b', { addon: 'x y', for: '1.9' }),
      '/definitions/workflow-step/a%2Fb?addon=x+y&for=1.9',
    ],
    [
      'file of a definition',
      createLinks('').definitionFile({ kind: 'trait', name: 'gateway', form: 'cue' }),
      '/definitions/trait/gateway.cue',
    ],
    // vela takes the form from how the whole address ends, and the name from its last segment.
    [
      'file of a definition of one version',
      createLinks('').definitionFile({ kind: 'trait', name: 'gateway', form: 'yaml' }, { version: '1.0.0' }),
      '/definitions/trait/gateway.yaml?version=1.0.0&/gateway.yaml',
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
