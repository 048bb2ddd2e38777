import { describe, expect, it } from 'vitest';
import type { FileRole } from '../../schemas/addon.ts';
import { classifyPath } from './layout.ts';

describe('classifyPath', () => {
  const cases: [path: string, role: FileRole, stray?: true][] = [
    ['metadata.yaml', 'metadata'],
    ['metadata.yaml.bak', 'metadata', true],
    ['Metadata.yaml', 'ignored'],
    ['README.md', 'readme'],
    ['README.md.zh', 'readme', true],
    ['readme.md', 'readme'],
    ['Readme.md', 'ignored'],
    ['readme_cn.md', 'ignored'],
    ['template.yaml', 'template'],
    ['template.cue', 'template'],
    ['template.cue.orig', 'template', true],
    ['parameter.cue', 'parameter'],
    ['NOTES.cue', 'notes'],
    ['resources/parameter.cue', 'parameter'],
    ['resources/parameter.cue.old', 'parameter', true],
    ['resources/sub/parameter.cue', 'ignored'],
    ['resources/a.cue', 'resource'],
    ['resources/a/b/c.yml', 'resource'],
    ['resources/a.yaml', 'resource'],
    ['resources/a.json', 'ignored'],
    ['resources/cue', 'ignored'],
    ['resources-old/a.cue', 'resource', true],
    ['resources.cue', 'resource', true],
    ['definitions/a.cue', 'definition'],
    ['definitions/a', 'ignored'],
    ['definitionsX/y.yaml', 'definition', true],
    ['schemas/anything', 'schema'],
    ['views/a.cue', 'view'],
    ['views/a.txt', 'ignored'],
    ['config-templates/a.cue', 'config-template'],
    ['config-templates/a.yaml', 'ignored'],
    ['godef/go.mod', 'godef'],
    ['Chart.yaml', 'chart'],
    ['charts/Chart.yaml', 'ignored'],
    ['a/metadata.yaml', 'ignored'],
    ['LICENSE', 'ignored'],
  ];

  it.each(cases)('%s is %s', (path, role, stray = undefined) => {
    const is = classifyPath(path, 'example');
    expect({ role: is.role, lost: is.lost }).toEqual({ role, lost: undefined });
    if (role !== 'ignored') expect(is.stray).toBe(stray === true);
  });

  it.each<[name: string, path: string, role: FileRole, lost: FileRole | undefined]>([
    ['res', 'resources/a.cue', 'ignored', 'resource'],
    ['resources', 'resources/a.cue', 'ignored', 'resource'],
    ['resources', 'resources/metadata.yaml', 'metadata', 'resource'],
    ['m', 'metadata.yaml', 'ignored', 'metadata'],
    ['readme', 'readme.md', 'ignored', 'readme'],
    ['readme', 'README.md', 'readme', undefined],
    ['god', 'godef/a.go', 'ignored', undefined],
    ['fluxcd', 'fluxcd/metadata.yaml', 'metadata', undefined],
    ['example', 'metadata.yaml', 'metadata', undefined],
  ])('in an addon called %s, %s is %s', (name, path, role, lost) => {
    expect(classifyPath(path, name)).toMatchObject({ role, lost });
  });
});
