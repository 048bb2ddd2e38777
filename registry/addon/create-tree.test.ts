import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTree, type RawEntry } from './create-tree.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';

function entry(path: string, changes: Partial<RawEntry> = {}): RawEntry {
  return { path, type: 'file', mode: 0o644, bytes: new Uint8Array(), ...changes };
}

function read(entries: readonly RawEntry[], limits?: PackageLimits) {
  const { tree, findings } = createTree(entries, limits);
  return { paths: tree.files.map(({ path }) => path), findings: findings.map(({ rule, file }) => `${rule} ${file}`) };
}

describe('createTree', () => {
  it('sorts by UTF-8 bytes, whatever the order of the input', () => {
    const paths = ['B', 'a', 'a-b', 'a/b', 'a0', '\u00e9', '\uffee', '\u{1f600}'];
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
        expect(read(shuffled.map((path) => entry(path === 'a' ? 'a.' : path))).paths).toEqual([
          'B',
          'a-b',
          'a.',
          'a/b',
          'a0',
          '\u00e9',
          '\uffee',
          '\u{1f600}',
        ]);
      }),
    );
  });

  it.each([
    [0o644, '0644'],
    [0o100644, '0644'],
    [0o755, '0755'],
    [0o100755, '0755'],
    [0o700, '0755'],
    [0o611, '0644'],
  ])('keeps of mode %o whether the owner may execute', (mode, expected) => {
    expect(createTree([entry('a', { mode })]).tree.files[0]?.mode).toBe(expected);
  });

  it.each([
    ['', 'package/unsafe-path '],
    ['/a', 'package/unsafe-path /a'],
    ['a/../b', 'package/unsafe-path a/../b'],
    ['..', 'package/unsafe-path ..'],
    ['./a', 'package/unsafe-path ./a'],
    ['a//b', 'package/unsafe-path a//b'],
    ['a/', 'package/unsafe-path a/'],
    ['a\\b', 'package/unsafe-path a\\b'],
    ['C:a', 'package/unsafe-path C:a'],
    ['a\0b', 'package/unprintable-path a\\u0000b'],
    ['a\nb', 'package/unprintable-path a\\u000ab'],
    ['a\u0085b', 'package/unprintable-path a\\u0085b'],
    ['a\u202eb', 'package/unprintable-path a\\u202eb'],
    ['a\ufffdb', 'package/unprintable-path a\\ufffdb'],
    ['a\ud800b', 'package/unprintable-path a\\ud800b'],
    ['.git/config', 'package/git-folder .git/config'],
    ['a/.Git', 'package/git-folder a/.Git'],
    ['.git./x', 'package/git-folder .git./x'],
    ['GIT~1/x', 'package/git-folder GIT~1/x'],
    ['.g\u200cit/x', 'package/git-folder .g\u200cit/x'],
  ])('refuses the path %j and reads on', (path, finding) => {
    expect(read([entry(path), entry('ok')])).toEqual({ paths: ['ok'], findings: [finding] });
  });

  it.each(['.gitignore', '.github/x', '...', 'a b', '-x', '\u00fc', 'a.git/x', '.helmignore'])(
    'accepts the path %j',
    (path) => {
      expect(read([entry(path)])).toEqual({ paths: [path], findings: [] });
    },
  );

  it.each<[RawEntry['type'], string]>([
    ['symlink', 'package/link'],
    ['hardlink', 'package/link'],
    ['device', 'package/special-file'],
    ['fifo', 'package/special-file'],
    ['sparse', 'package/special-file'],
    ['other', 'package/special-file'],
    ['submodule', 'package/submodule'],
  ])('refuses a %s', (type, rule) => {
    expect(read([entry('README.md', { type }), entry('ok')])).toEqual({
      paths: ['ok'],
      findings: [`${rule} README.md`],
    });
  });

  it('reads the first of two entries with one path', () => {
    const { tree, findings } = createTree([
      entry('a', { bytes: Uint8Array.of(1) }),
      entry('a', { bytes: Uint8Array.of(2) }),
    ]);
    expect(tree.files).toEqual([{ path: 'a', mode: '0644', bytes: Uint8Array.of(1) }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['package/duplicate-path']);
  });

  it.each([
    [[entry('a'), entry('a/b')], ['a/b']],
    [[entry('a/b/c'), entry('a/b')], ['a/b/c']],
    [[entry('a', { type: 'directory' }), entry('a')], []],
  ])('refuses a file that is a folder too', (entries, paths) => {
    const read_ = read(entries);
    expect(read_.paths).toEqual(paths);
    expect(read_.findings).toHaveLength(1);
    expect(read_.findings[0]).toMatch(/^package\/file-and-folder /);
  });

  it('reports paths that differ in letter case only, and keeps both', () => {
    expect(read([entry('a/X'), entry('a/x'), entry('\u00c9'), entry('e\u0301')])).toEqual({
      paths: ['a/X', 'a/x', 'e\u0301', '\u00c9'],
      findings: ['package/case-collision a/x', 'package/case-collision \u00c9'],
    });
  });

  it('lets folders be, with and without a slash at the end', () => {
    expect(read([entry('a/', { type: 'directory' }), entry('a', { type: 'directory' }), entry('a/b')])).toEqual({
      paths: ['a/b'],
      findings: [],
    });
  });
});

describe('limits', () => {
  const cases: [limit: keyof PackageLimits, value: number, within: RawEntry[], beyond: RawEntry[], rule: string][] = [
    ['maxDepth', 3, [entry('a/b/c')], [entry('a/b/c/d')], 'package/path-too-long'],
    ['maxPathBytes', 6, [entry('\u00e9\u00e9ab')], [entry('\u00e9\u00e9abc')], 'package/path-too-long'],
    [
      'maxFileBytes',
      4,
      [entry('a', { bytes: new Uint8Array(4) })],
      [entry('a', { bytes: new Uint8Array(5) })],
      'package/file-too-large',
    ],
    [
      'maxExpandedBytes',
      4,
      [entry('a', { bytes: new Uint8Array(4) })],
      [entry('a', { bytes: new Uint8Array(3) }), entry('b', { bytes: new Uint8Array(2) })],
      'package/too-large',
    ],
    [
      'maxEntries',
      2,
      [entry('a'), entry('b')],
      [entry('a'), entry('b', { type: 'symlink' }), entry('c')],
      'package/too-many-files',
    ],
  ];

  it.each(cases)('%s is named in the finding', (limit, value, within, beyond, rule) => {
    const limits = { ...defaultPackageLimits, [limit]: value };
    expect(createTree(within, limits).findings).toEqual([]);
    const finding = createTree(beyond, limits).findings.find((found) => found.rule === rule);
    expect(finding?.severity).toBe('error');
    expect(finding?.message).toContain(`${value} `);
    expect(finding?.message).toContain(`limit ${limit}`);
  });

  it('stops asking for entries once the package is too large', () => {
    let asked = 0;
    function* endless(): Generator<RawEntry> {
      for (;;) yield entry(`f${asked++}`);
    }
    createTree(endless());
    expect(asked).toBe(defaultPackageLimits.maxEntries + 1);
  });
});
