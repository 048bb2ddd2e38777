import { expect, it } from 'vitest';
import { lintAddon } from '../lint-addon.ts';
import { addonOf } from '../test-support/lint-input.ts';

it.each([
  ['schemas/trait-uischema-hello.yaml', 'a: [\n', 1],
  ['schemas/notes.md', '* a\n* b: `c`\n', 1],
  ['schemas/form.json', '{"a": ', 1],
  ['schemas/deep/form.cue', 'a: {\n', 1],
  ['schemas/picture.png', '\u0089PNG\u0000', 1],
  ['schemas/limits.txt', '- jsonKey: a\n  sort: .inf\n', 1],
  ['resources/limits.yaml', 'kind: ConfigMap\ndata: {a: .nan}\n', 1],
  ['schemas/.gitkeep', '', 0],
  ['schemas/form.json', '[{"jsonKey": "a"}]', 0],
  ['resources/notes.md', '* a\n* b: `c`\n', 0],
])('%s with %j', (file, text, count) => {
  const found = lintAddon(addonOf([{ file, text }])).filter(({ rule }) => rule === 'resource/invalid-yaml');
  expect(found.map(({ severity }) => severity)).toEqual(Array(count).fill('error'));
});
