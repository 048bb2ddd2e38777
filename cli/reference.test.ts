import { expect, test } from 'vitest';
import { parseReference } from './reference.ts';

test.each([
  ['fluxcd', { kind: 'addon', addon: 'fluxcd' }],
  ['official/fluxcd', { kind: 'addon', catalog: 'official', addon: 'fluxcd' }],
  ['fluxcd@v1.2.0', { kind: 'addon', addon: 'fluxcd', version: 'v1.2.0' }],
  [
    'official/Kubeflow Pipeline@1.0.0',
    { kind: 'addon', catalog: 'official', addon: 'Kubeflow Pipeline', version: '1.0.0' },
  ],
  ['fluxcd@latest', { kind: 'addon', addon: 'fluxcd', version: 'latest' }],
  ['.', { kind: 'path', path: '.' }],
  ['..', { kind: 'path', path: '..' }],
  ['./fluxcd', { kind: 'path', path: './fluxcd' }],
  ['../fluxcd', { kind: 'path', path: '../fluxcd' }],
  ['/srv/fluxcd', { kind: 'path', path: '/srv/fluxcd' }],
  ['C:\\fluxcd', { kind: 'path', path: 'C:\\fluxcd' }],
  ['fluxcd-1.0.0.tgz', { kind: 'path', path: 'fluxcd-1.0.0.tgz' }],
  ['out/fluxcd.tar.gz', { kind: 'path', path: 'out/fluxcd.tar.gz' }],
])('%j is read', (text, reference) => {
  expect(parseReference(text)).toStrictEqual(reference);
});

test.each(['', '@1.0.0', 'a/b/c', 'official/', 'a@b@c'])('%j names nothing', (text) => {
  expect(() => parseReference(text)).toThrow(
    `"${text}" names nothing: it must be [catalog/]name[@version], or a path that begins with ./ or /`,
  );
});
