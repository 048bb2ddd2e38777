import { expect, it } from 'vitest';
import { findMetadataEntry } from './metadata-document.ts';
import { readMetadata } from './read-metadata.ts';

const text = `name: example
Version: 1.0.0
colour: {of: sky}
deployTo:
  control_plane: true
dependencies:
- name: fluxcd
  optional: true
dependencies: []
annotations: {a: b}
invisible: "wrong type"
`;

it('lists every key with its place, whether the client knows it and whether it counts', () => {
  const { document } = readMetadata(new TextEncoder().encode(text));
  const entries = document?.entries.map(({ path, position, known, overridden }) => {
    return `${position.line}:${position.column} ${path.join('.')}${known ? '' : ' unknown'}${overridden ? ' overridden' : ''}`;
  });
  expect(entries).toEqual([
    '1:1 name',
    '2:1 Version',
    '3:1 colour unknown',
    '4:1 deployTo',
    '5:3 deployTo.control_plane unknown',
    '6:1 dependencies overridden',
    '7:3 dependencies.0.name',
    '8:3 dependencies.0.optional unknown',
    '9:1 dependencies',
    '10:1 annotations',
    '10:15 annotations.a',
    '11:1 invisible',
  ]);
});

it('finds the last entry of a name', () => {
  const { document } = readMetadata(new TextEncoder().encode(text));
  if (document === undefined) throw new Error('the text is YAML');
  expect(findMetadataEntry(document, 'dependencies')?.position.line).toBe(9);
  expect(findMetadataEntry(document, 'deployTo', 'control_plane')?.position.line).toBe(5);
  expect(findMetadataEntry(document, 'version')).toBeUndefined();
});
