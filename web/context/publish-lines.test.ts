import { expect, test } from 'vitest';
import { toBranchLines, toCheckLines, toCommitLines, toReadLines } from './publish-lines.ts';

test('lines for a source name its repository, its commit and its folder as words of a shell', () => {
  const place = { source: 'team/my repo', url: 'https://example.com/a b', revision: 'abc123', folder: "it's/addons" };
  expect([...toBranchLines(place), ...toCheckLines(place), ...toCommitLines(place)]).toEqual([
    "git clone 'https://example.com/a b' addons-of-source",
    'cd addons-of-source',
    'git switch --create my-addon abc123',
    "chandlery check 'it'\\''s/addons/my-addon'",
    "chandlery pack 'it'\\''s/addons/my-addon' --output ../my-addon.tgz",
    "git add 'it'\\''s/addons/my-addon'",
    "git commit --signoff --message 'feat: my-addon 1.0.0'",
    'git push --set-upstream origin my-addon',
  ]);
  expect(toReadLines(place, 'https://addons.example.com/registry')).toEqual([
    "chandlery source sync 'team/my repo' --server https://addons.example.com/registry",
    'chandlery show team/my-addon --server https://addons.example.com/registry',
  ]);
});

test('addons at the root of a repository have a folder there, and a source that was never read gives no commit', () => {
  const place = { source: 'team/repo', url: 'https://example.com/repo', folder: '' };
  expect(toBranchLines(place).at(-1)).toBe('git switch --create my-addon');
  expect(toCheckLines(place)[0]).toBe('chandlery check my-addon');
});
