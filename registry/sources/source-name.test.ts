import { expect, test } from 'vitest';
import { toSourceNames } from './source-name.ts';

test.each([
  ['https://github.com/kubevela/catalog', 'catalog'],
  ['https://github.com/kubevela/catalog.git', 'catalog'],
  ['https://host/group/My_Addons/', 'my-addons'],
  ['git@github.com:kubevela/catalog.git', 'catalog'],
  ['git@host:catalog.git', 'catalog'],
  ['../corpus/kubevela-catalog-verified.bundle', 'kubevela-catalog-verified'],
  ['.', 'git'],
  ['https://host/%E4%BD%A0', 'e4-bd-a0'],
  ['你好', 'git'],
  [`https://host/${'x'.repeat(80)}`, 'x'.repeat(63)],
  [`https://host/${'x'.repeat(62)}-y`, 'x'.repeat(62)],
])('%s is called %s', (url, name) => {
  expect(toSourceNames([{ type: 'git', url }])).toEqual([name]);
  expect(name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
});

test('a given name is kept, a folder names a local source, equal names are numbered', () => {
  expect(
    toSourceNames([
      { type: 'local', path: './addons' },
      { type: 'git', url: 'https://a/addons' },
      { type: 'git', url: 'https://b/addons.git' },
      { type: 'git', url: 'https://c/other', name: 'addons-2' },
    ]),
  ).toEqual(['addons', 'addons-3', 'addons-4', 'addons-2']);
});
