import { expect, test } from 'vitest';
import { createServerAddress, stripBasePath } from './public-address.ts';

test.each([
  [undefined, 'http://127.0.0.1:7770', '/c/official', 'http://127.0.0.1:7770/c/official'],
  ['https://addons.example.com', 'http://127.0.0.1:1', '/c/x', 'https://addons.example.com/c/x'],
  ['https://example.com/addons/', 'http://127.0.0.1:1', '/c/x', 'https://example.com/addons/c/x'],
])('public URL %s, listening at %s: %s is %s', (publicUrl, listening, path, expected) => {
  expect(createServerAddress({ publicUrl, listening }).absolute(path)).toBe(expected);
});

test.each([
  ['/c/x', '', '/c/x'],
  ['/addons/c/x', '/addons', '/c/x'],
  ['/addons', '/addons', '/'],
  ['/addonsx/c', '/addons', '/addonsx/c'],
  ['/c/x', '/addons', '/c/x'],
])('%s below "%s" is %s', (path, basePath, expected) => {
  expect(stripBasePath(path, basePath)).toBe(expected);
});
