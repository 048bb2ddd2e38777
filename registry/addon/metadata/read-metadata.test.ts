import { describe, expect, it } from 'vitest';
import type { AddonMetadata } from '../../../schemas/addon.ts';
import { defaultPackageLimits } from '../limits.ts';
import { readMetadata } from './read-metadata.ts';

function read(text: string) {
  return readMetadata(new TextEncoder().encode(text));
}

function rulesOf(text: string): string[] {
  return read(text).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

const base = 'name: example\nversion: 1.0.0\n';

describe('values that the client reads (as sigs.k8s.io/yaml 1.4.0 printed them)', () => {
  const values: [text: string, expected: Partial<AddonMetadata>][] = [
    ['tags: [1, ~, yes, 1.10, x]', { tags: ['1', '', 'true', '1.1', 'x'] }],
    ['tags: ~', { tags: [] }],
    ['description: 1e6', { description: '1e+06' }],
    ['description: 1e3', { description: '1000' }],
    ['description: 0x10', { description: '16' }],
    ['description: 010', { description: '8' }],
    ['description: 08', { description: '8' }],
    ['description: 0b11', { description: '3' }],
    ['description: 1_000', { description: '1000' }],
    ['description: 190:20:30', { description: '190:20:30' }],
    ['description: 2020-01-02', { description: '2020-01-02' }],
    ['description: .inf', { description: '+Inf' }],
    ['description: 16777217', { description: '16777217' }],
    ['description: 16777217.5', { description: '1.6777218e+07' }],
    ['description: 18446744073709551616', { description: '1.8446744e+19' }],
    ['description: 1.23456789012', { description: '1.2345679' }],
    ['description: 1e-7', { description: '1e-07' }],
    ['description: 1e400', { description: '1e400' }],
    ['description: !!str yes', { description: 'yes' }],
    ['description: !!binary aGVsbG8=', { description: 'hello' }],
    ['description: a\n b\n c', { description: 'a b c' }],
    ['description: |\n  a\n  b', { description: 'a\nb' }],
    ['description: |\n  a\n', { description: 'a\n' }],
    ['description: >-\n  a\n  b\n', { description: 'a b' }],
    ['invisible: yes', { invisible: true }],
    ['invisible: ~', { invisible: false }],
    [
      'deployTo: {runtime_cluster: on, x: 1}',
      { deployTo: { disableControlPlane: false, runtimeCluster: false, legacyRuntimeCluster: true } },
    ],
    ['deployTo: {RUNTIMECLUSTER: true}', { deployTo: { disableControlPlane: false, runtimeCluster: true } }],
    ['deployTo:', {}],
    [
      'dependencies: [{name: no}, {name: a, version: 1.10}]',
      { dependencies: [{ name: 'false' }, { name: 'a', version: '1.1' }] },
    ],
    ['system: {vela: 1.5, kubernetes: ">=1.19"}', { system: { vela: '1.5', kubernetes: '>=1.19' } }],
    ['annotations: {a: 1, b: yes, 1.50: c, true: x}', { annotations: { a: '1', b: 'true', '1.5': 'c', true: 'x' } }],
    ['annotations: {a: ~}', { annotations: { a: '' } }],
    ['Description: a', { description: 'a' }],
    ['description: b\nDESCRIPTION: a', { description: 'b' }],
    ['\u017fystem: {vela: x}', { system: { vela: 'x' } }],
    ['description: a\ndescription: b', { description: 'b' }],
    ['tags: [a]\ntags:', { tags: [] }],
    ['description: a\n<<: {description: b, url: u}', { description: 'b', url: 'u' }],
    ['x: &x {url: a}\ny: &y {url: b, icon: c}\n<<: [*x, *y]', { url: 'a', icon: 'c' }],
    ['x: &x a\nurl: *x', { url: 'a' }],
  ];
  const empty: AddonMetadata = {
    name: 'example',
    version: '1.0.0',
    description: '',
    tags: [],
    dependencies: [],
    needNamespace: [],
    invisible: false,
  };

  it.each(values)('%j', (text, expected) => {
    expect(read(base + text).metadata).toEqual({ ...empty, ...expected });
  });

  it.each([
    ['name: a\nversion: 1.10', 'a', '1.10'],
    ['name: a\nversion: 1.0', 'a', '1.0'],
    ['name: a\nversion: 0x10', 'a', '0x10'],
    ['name: yes\nversion: 1', 'yes', '1'],
    ['name: \'y\'\nversion: "1.10"', 'y', '1.10'],
    ['name: a\nversion: ~', 'a', ''],
    ['\ufeffname: a\r\nversion: v1\r\n', 'a', 'v1'],
  ])('keeps name and version of %j as written', (text, name, version) => {
    expect(read(text).metadata).toMatchObject({ name, version });
  });
});

describe('what the client cannot load', () => {
  it.each([
    ['tags: foo', 'metadata/wrong-type 3:7'],
    ['tags: {a: b}', 'metadata/wrong-type 3:7'],
    ['tags: [[a]]', 'metadata/wrong-type 3:8'],
    ['invisible: "true"', 'metadata/wrong-type 3:12'],
    ['invisible: 1', 'metadata/wrong-type 3:12'],
    ['description: {a: b}', 'metadata/wrong-type 3:14'],
    ['deployTo: []', 'metadata/wrong-type 3:11'],
    ['system: x', 'metadata/wrong-type 3:9'],
    ['dependencies:\n- a', 'metadata/wrong-type 4:3'],
    ['uxPlugins: [a]', 'metadata/wrong-type 3:12'],
    ['x: .nan', 'metadata/wrong-type 3:4'],
    ['x: {~: 1}', 'metadata/syntax 3:5'],
    ['? [a]\n: b', 'metadata/syntax 3:3'],
    ['x: !!int z', 'metadata/syntax 3:10'],
    ['<<: foo', 'metadata/syntax 3:5'],
    ['description: a: b', 'metadata/syntax 3:14'],
    ['description: >=1.0', 'metadata/syntax 3:15'],
    ['description: *x', 'metadata/syntax 3:14'],
    ['description: \u0007', 'metadata/syntax 3:14'],
    ['description: "\\/"', 'metadata/syntax 3:14'],
    ['x: &x [*x]', 'metadata/alias-bomb 3:8'],
    ['system:\n\tvela: x', 'metadata/tab 4:1'],
    ['\t', 'metadata/tab 3:1'],
    ['\t', 'metadata/tab 3:1'],
    ['\t\nurl: x', 'metadata/tab 3:1'],
    ['\t# x', 'metadata/tab 3:1'],
    ['tags:\n-\ta', 'metadata/tab 4:2'],
  ])('%j', (text, finding) => {
    const reading = read(base + text);
    expect(reading.metadata).toBeUndefined();
    expect(rulesOf(base + text)).toContain(finding);
    expect(reading.findings.every(({ severity, file }) => severity === 'error' && file === 'metadata.yaml')).toBe(true);
  });

  it.each(['- a', 'foo', '5', 'true', '[]'])('refuses %j at the top', (text) => {
    expect(rulesOf(text)).toEqual(['metadata/not-a-mapping 1:1']);
  });

  it('refuses what is neither UTF-8 nor UTF-16', () => {
    const reading = readMetadata(Uint8Array.of(0x6e, 0xff, 0xfe));
    expect(reading.findings.map(({ rule }) => rule)).toEqual(['metadata/syntax']);
  });
});

describe('what the client reads and people do not mean', () => {
  it.each([
    ['', ['metadata/empty 1:1']],
    ['# c\n', ['metadata/empty 1:1']],
    ['---\n# c\n---\nname: a\n', ['metadata/several-documents 3:1', 'metadata/empty 1:1']],
    [`${base}---\nname: b\n`, ['metadata/several-documents 3:1']],
    [`${base}---\n`, []],
    ['version: 1.0.0', ['metadata/no-name 1:1']],
    ['name: a', ['metadata/no-version 1:1']],
    ['{}', ['metadata/no-name 1:1', 'metadata/no-version 1:1']],
    ['name: a\nversion: 1.10', ['metadata/unquoted-scalar 2:10']],
    ['name: on\nversion: 1', ['metadata/unquoted-scalar 1:7']],
    [`${base}dependencies:\n-\n`, ['metadata/empty-dependency 4:2']],
  ])('%j', (text, expected) => {
    expect(rulesOf(text)).toEqual(expected);
  });

  it('takes a name that the client rereads for an error, a version for a warning', () => {
    expect(read('name: on\nversion: 1.10').findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  it('decodes a stray second file upon the first', () => {
    const first = read('name: a\nversion: 1.0.0\ndescription: d\n').metadata;
    const second = readMetadata(new TextEncoder().encode('version: 9.9.9'), {
      path: 'metadata.yaml.bak',
      ...(first === undefined ? {} : { before: first }),
    });
    expect(second.metadata).toMatchObject({ name: 'a', version: '9.9.9', description: 'd' });
  });
});

describe('hostile input', () => {
  it('refuses 20 MB of metadata and names the limit', () => {
    const [finding] = read(`${base}description: ${'x'.repeat(20_000_000)}`).findings;
    expect(finding?.rule).toBe('metadata/too-large');
    expect(finding?.message).toContain('maxMetadataBytes');
  });

  it('reads a file of exactly the allowed size', () => {
    const limits = { ...defaultPackageLimits, maxMetadataBytes: base.length };
    expect(readMetadata(new TextEncoder().encode(base), { limits }).metadata?.name).toBe('example');
    expect(readMetadata(new TextEncoder().encode(`${base}\n`), { limits }).metadata).toBeUndefined();
  });

  it('refuses an alias bomb as the client does', () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const lines = levels.map((name, index) => {
      const value = index === 0 ? 'lol' : `*${levels[index - 1]}`;
      return `${name}: &${name} [${Array(10).fill(value).join(', ')}]`;
    });
    expect(rulesOf(`${base}${lines.join('\n')}\n`).map((line) => line.split(' ')[0])).toEqual(['metadata/alias-bomb']);
  });

  it.each([
    ['flow lists', (depth: number) => `x: ${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['flow mappings', (depth: number) => `x: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}`],
    ['block lists on one line', (depth: number) => `x:\n  ${'- '.repeat(depth)}a`],
    ['keys on one line', (depth: number) => `${'? '.repeat(depth)}a`],
    [
      'block mappings',
      (depth: number) => Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    ],
    [
      'aliases in a chain',
      (depth: number) =>
        [
          'a0: &a0 [x]',
          ...Array.from({ length: depth }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`),
        ].join('\n'),
    ],
  ])('bounds the depth of %s', (_, write) => {
    expect(rulesOf(base + write(20)).filter((line) => line.startsWith('metadata/too-complex'))).toEqual([]);
    for (const depth of [200, 700]) {
      expect(rulesOf(base + write(depth)).map((line) => line.split(' ')[0])).toEqual(['metadata/too-complex']);
    }
  });

  it.each([
    ['['.repeat(200_000)],
    ['- '.repeat(100_000)],
    ['? '.repeat(100_000)],
    ['{a: '.repeat(60_000)],
    ['&a '.repeat(80_000)],
    ['!x '.repeat(80_000)],
    ['*a '.repeat(80_000)],
    ['---\n'.repeat(60_000)],
    ['%X\n'.repeat(80_000)],
    ['a: '.repeat(80_000)],
  ])('ends soon and without a crash on a long run of one thing', (text) => {
    expect(read(text).metadata).toBeUndefined();
  });
});
