import { expect, test } from 'vitest';
import { parseGitTree } from './parse-git-tree.ts';

const hash = '0123456789abcdef0123456789abcdef01234567';

function tree(...entries: readonly [mode: string, name: string][]): Buffer {
  return Buffer.concat(
    entries.map(([mode, name]) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(hash, 'hex')])),
  );
}

test.each([
  ['100644', 'file'],
  ['100664', 'file'],
  ['100755', 'executable'],
  ['40000', 'folder'],
  ['120000', 'link'],
  ['160000', 'submodule'],
  ['100600', 'unknown'],
])('mode %s is a %s', (mode, kind) => {
  expect(parseGitTree(tree([mode, 'a b\u00e9']), 20)).toEqual([{ kind, name: 'a b\u00e9', objectId: hash }]);
});

test('an empty tree has no entries, and order is kept', () => {
  expect(parseGitTree(new Uint8Array(), 20)).toEqual([]);
  expect(parseGitTree(tree(['100644', 'b'], ['40000', 'a']), 20).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('a torn tree is refused wherever it is torn', () => {
  const whole = tree(['100644', 'metadata.yaml']);
  for (let length = 1; length < whole.length; length += 1) {
    expect(() => parseGitTree(whole.subarray(0, length), 20)).toThrow('torn');
  }
});
