import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AddonMetadata } from '../../schemas/addon.ts';
import { toChartYaml } from './chart-yaml.ts';
import { createTree } from './create-tree.ts';
import { createEmptyMetadata } from './metadata/decode-metadata.ts';
import { packAddon } from './pack-addon.ts';
import { readArchive } from './read-archive.ts';
import { makeTree } from './test-support/tree-builder.ts';
import { treeDigestOf } from './tree-digest.ts';
import type { FileTree } from './types.ts';

const metadata: AddonMetadata = {
  ...createEmptyMetadata(),
  name: 'example',
  version: '1.10',
  description: 'An "example": yes\nand no',
  url: 'https://example.com/',
  icon: 'https://example.com/icon.svg',
  tags: ['yes', '1.0'],
  system: { vela: '>=v1.9.0', kubernetes: '>=1.27.0-0' },
};

const tree = makeTree({
  'metadata.yaml': 'name: example\nversion: "1.10"\n',
  'template.cue': 'package main\noutput: {}\n',
  'resources/\u00fcber.cue': 'a: 1\n',
  [`resources/${'d'.repeat(150)}.cue`]: 'b: 2\n',
  'definitions/t.yaml': 'kind: TraitDefinition\n'.repeat(500),
});

function readBack(archive: Uint8Array): FileTree {
  const reading = readArchive(archive);
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  expect(reading.reading.findings).toEqual([]);
  return reading.reading.tree;
}

describe('packAddon', () => {
  // These digests are the promise itself. A change here changes every archive of every catalog: it needs an ADR.
  it('gives these very bytes', () => {
    const archive = packAddon(tree, metadata);
    expect(archive.treeDigest).toBe('sha256:a33692c866e7d7417622b13bd56ab540ba5920a5f91b783ce3e7d9cca0146524');
    expect(archive.digest).toBe('sha256:87006d43de70257908890a2e9ff0e51f8305235d6b6535ce60e6efe602d2f6dc');
  });

  it('puts Chart.yaml first, then the files in their order, below a folder of the addon\u2019s name', () => {
    const reading = readArchive(packAddon(tree, metadata).bytes);
    expect(reading.ok && [reading.top, reading.nested]).toEqual(['example', false]);
    const tar = gunzipSync(packAddon(tree, metadata).bytes);
    expect(tar.subarray(0, 18).toString()).toBe('example/Chart.yaml');
  });

  it('puts the files in the order in which Helm walks through a folder', () => {
    const paths = ['metadata.yaml', 'resources/sub-x.cue', 'resources/sub.cue', 'resources/sub/a.cue'];
    const tar = gunzipSync(
      packAddon(makeTree(Object.fromEntries(paths.map((path) => [path, 'a: 1\n']))), metadata).bytes,
    );
    expect(tar.toString('latin1').match(/example\/[A-Za-z./-]+/g)).toEqual([
      'example/Chart.yaml',
      'example/metadata.yaml',
      'example/resources/sub/a.cue',
      'example/resources/sub-x.cue',
      'example/resources/sub.cue',
    ]);
  });

  it('has a gzip header without time, name and origin', () => {
    expect([...packAddon(tree, metadata).bytes.subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 0, 255]);
  });

  it('replaces a Chart.yaml of the tree, which does not count in the tree digest', () => {
    const charted = makeTree({ 'Chart.yaml': 'name: other\n', 'metadata.yaml': 'name: example\n' });
    const plain = makeTree({ 'metadata.yaml': 'name: example\n' });
    expect(packAddon(charted, metadata)).toEqual(packAddon(plain, metadata));
  });

  it.each([
    ['example', 'example'],
    ['Kubeflow Pipeline', 'Kubeflow-Pipeline'],
    ['../../x', 'x'],
    ['a/b\\c', 'a-b-c'],
    ['\u00fc', 'addon'],
    ['', 'addon'],
    ['..', 'addon'],
    ['Chart.yaml', 'addon'],
    ['n'.repeat(300), 'n'.repeat(100)],
  ])('puts an addon called %j into the folder %s', (name, top) => {
    const reading = readArchive(packAddon(tree, { ...metadata, name }).bytes);
    expect(reading.ok && reading.top).toBe(top);
  });

  it('is undone by reading: same files, same tree digest', () => {
    const segment = fc
      .stringMatching(/^[a-z\u00e9\u6f22 _.-]{1,40}$/u)
      .filter((text) => !/^\.{1,2}$|^\.git/.test(text));
    const path = fc.array(segment, { minLength: 1, maxLength: 8 }).map((segments) => segments.join('/'));
    const file = fc.record({ path, mode: fc.constantFrom(0o644, 0o755), bytes: fc.uint8Array({ maxLength: 600 }) });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (files) => {
        const made = createTree(files.map((one) => ({ ...one, type: 'file' }))).tree;
        const archive = packAddon(made, metadata);
        const back = readBack(archive.bytes);
        expect(back.files.filter((one) => one.path !== 'Chart.yaml')).toEqual(
          made.files.filter((one) => one.path !== 'Chart.yaml'),
        );
        expect(treeDigestOf(back)).toBe(archive.treeDigest);
        expect(archive.treeDigest).toBe(treeDigestOf(made));
      }),
    );
  });
});

describe('treeDigestOf', () => {
  const base = makeTree({ a: '1', b: '2' });
  const digest = treeDigestOf(base);

  it('follows its description to the letter', () => {
    // printf 'chandlery-tree 1\n0644 <sha256 of 1> a\n0644 <sha256 of 2> b\n' | sha256sum
    expect(digest).toBe('sha256:0e471b61124b17e4c3cf22c94209fc90cb32f6aa13f88220a6e963532d7311aa');
  });

  it.each<[string, FileTree, boolean]>([
    ['another path', makeTree({ a: '1', c: '2' }), false],
    ['another content', makeTree({ a: '1', b: '3' }), false],
    ['another mode', { files: base.files.map((file) => ({ ...file, mode: '0755' })) }, false],
    ['a Chart.yaml at the root', makeTree({ 'Chart.yaml': 'x', a: '1', b: '2' }), true],
    ['a Chart.yaml elsewhere', makeTree({ a: '1', b: '2', 'c/Chart.yaml': 'x' }), false],
    ['a byte-order mark', makeTree({ a: '\ufeff1', b: '2' }), true],
  ])('with %s', (_, other, same) => {
    expect(treeDigestOf(other) === digest).toBe(same);
  });
});

describe('toChartYaml', () => {
  it('says what vela addon package says', () => {
    expect(parse(toChartYaml(metadata))).toEqual({
      annotations: { 'addon.name': 'example', 'system.kubernetes': '>=1.27.0-0', 'system.vela': '>=v1.9.0' },
      apiVersion: 'v2',
      appVersion: '1.10',
      description: 'An "example": yes\nand no',
      home: 'https://example.com/',
      icon: 'https://example.com/icon.svg',
      keywords: ['yes', '1.0'],
      name: 'example',
      type: 'library',
      version: '1.10',
    });
  });

  it('leaves out what is empty', () => {
    expect(toChartYaml({ ...createEmptyMetadata(), name: 'a', version: '1' })).toBe(
      'annotations:\n  addon.name: "a"\napiVersion: "v2"\nappVersion: "1"\nname: "a"\ntype: "library"\nversion: "1"\n',
    );
  });

  it('gives every text back, in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (description) => {
        const yaml = toChartYaml({ ...metadata, description: `${description}.` });
        expect(parse(yaml, { version: '1.1' })).toMatchObject({ description: `${description}.`, version: '1.10' });
        expect(parse(yaml)).toMatchObject({ description: `${description}.`, keywords: ['yes', '1.0'] });
      }),
    );
  });
});
