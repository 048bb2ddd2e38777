import { describe, expect, it } from 'vitest';
import { digestOf } from '../digest.ts';
import { defaultPackageLimits } from './limits.ts';
import { readAddon } from './read-addon.ts';
import { makeTree } from './test-support/tree-builder.ts';
import { treeDigestOf } from './tree-digest.ts';

const metadata = 'name: example\nversion: 1.0.0\n';

function rulesOf(files: Readonly<Record<string, string>>): string[] {
  return readAddon(makeTree(files)).findings.map(({ rule, severity, file }) => `${severity} ${rule} ${file}`);
}

describe('readAddon', () => {
  it('reads metadata, files with their roles, the readme and the tree digest', () => {
    const tree = makeTree({ 'metadata.yaml': metadata, 'README.md': '# hi\n', 'views/v.cue': 'status: 1\n', x: '' });
    const addon = readAddon(tree);
    expect(addon.metadata).toMatchObject({ name: 'example', version: '1.0.0' });
    expect(addon.files.map(({ path, role }) => [path, role])).toEqual([
      ['README.md', 'readme'],
      ['metadata.yaml', 'metadata'],
      ['views/v.cue', 'view'],
      ['x', 'ignored'],
    ]);
    expect(addon.files[0]).toEqual({
      path: 'README.md',
      mode: '0644',
      sizeBytes: 5,
      digest: digestOf('# hi\n'),
      role: 'readme',
    });
    expect(addon.readme).toEqual({ path: 'README.md', text: '# hi\n' });
    expect(addon.treeDigest).toBe(treeDigestOf(tree));
    expect(addon.findings).toEqual([]);
  });

  it.each([
    [{ 'README.md': 'upper', 'readme.md': 'lower' }, 'README.md'],
    [{ 'readme.md': 'lower' }, 'readme.md'],
    [{ 'Readme.md': 'mixed', 'README.md.zh': 'stray' }, undefined],
  ])('shows of %j the readme %s', (files, path) => {
    expect(readAddon(makeTree(files)).readme?.path).toBe(path);
  });

  it('does not show a readme beyond the limit, and names the limit', () => {
    const limits = { ...defaultPackageLimits, maxReadmeBytes: 4 };
    const read = (text: string) => readAddon(makeTree({ 'metadata.yaml': metadata, 'README.md': text }), { limits });
    expect(read('1234').readme?.text).toBe('1234');
    expect(read('12345').readme).toBeUndefined();
    expect(read('12345').findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('limit maxReadmeBytes'),
    ]);
  });

  it('says what is missing', () => {
    expect(rulesOf({ 'README.md': 'x' })).toEqual(['error metadata/missing metadata.yaml']);
    expect(rulesOf({ 'Metadata.yaml': metadata })).toEqual(['error metadata/missing metadata.yaml']);
    expect(rulesOf({ 'metadata.yaml': '' })).toEqual(['error metadata/empty metadata.yaml']);
  });

  it('reads stray metadata upon the real one, as the client does, and reports it', () => {
    const files = {
      'metadata.yaml': `${metadata}description: d\n`,
      'metadata.yaml.bak': 'name: stray\nversion: 9.9.9\n',
    };
    expect(readAddon(makeTree(files)).metadata).toMatchObject({ name: 'stray', version: '9.9.9', description: 'd' });
    expect(rulesOf(files)).toEqual(['warning package/stray-match metadata.yaml.bak']);
  });

  it('reports stray files that the client reads, and no others', () => {
    expect(rulesOf({ 'metadata.yaml': metadata, 'resources-old/a.cue': '', 'resources-old/a.md': '' })).toEqual([
      'warning package/stray-match resources-old/a.cue',
    ]);
  });

  it('reports an addon name that hides files', () => {
    const files = { 'metadata.yaml': 'name: def\nversion: 1.0.0\n', 'definitions/a.cue': '', 'resources/a.cue': '' };
    const addon = readAddon(makeTree(files));
    expect(addon.files.find(({ path }) => path === 'definitions/a.cue')?.role).toBe('ignored');
    expect(rulesOf(files)).toEqual(['error package/reserved-name metadata.yaml']);
    expect(addon.findings[0]?.message).toContain('definitions/a.cue');
  });

  it.each([
    ['example', []],
    ['other', ['package/other-top-folder']],
  ])('judges the folder inside ./ of an archive: %s', (nestedTop, rules) => {
    const { findings } = readAddon(makeTree({ 'metadata.yaml': metadata }), { nestedTop });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
