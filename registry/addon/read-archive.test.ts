import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { type ArchiveReading, readArchive } from './read-archive.ts';
import { concat, type MadeEntry, makeArchive, makePax, makeTar } from './test-support/tar-builder.ts';

const metadata: MadeEntry = { name: 'a/metadata.yaml', content: 'name: a\nversion: 1.0.0\n' };

function describeReading(reading: ArchiveReading): { paths?: string[]; rules: string[] } {
  if (!reading.ok) return { rules: reading.findings.map(({ rule }) => rule) };
  return {
    paths: reading.reading.tree.files.map(({ path }) => path),
    rules: reading.reading.findings.map(({ rule }) => rule),
  };
}

function read(entries: readonly MadeEntry[], limits?: PackageLimits) {
  return describeReading(readArchive(makeArchive(entries), limits));
}

describe('paths that the client reads (as Helm 3.14.4 LoadArchiveFiles read the same archives)', () => {
  const long = `${'d'.repeat(150)}/${'e'.repeat(120)}`;
  const cases: [what: string, entries: MadeEntry[], paths: string[], top: string | undefined][] = [
    ['<top>/file', [metadata, { name: 'a/b.cue' }], ['b.cue', 'metadata.yaml'], 'a'],
    ['two tops', [metadata, { name: 'b/b.cue' }], ['b.cue', 'metadata.yaml'], undefined],
    ['./<top>/file', [{ name: './a/metadata.yaml' }, { name: './a/b.cue' }], ['b.cue', 'metadata.yaml'], 'a'],
    ['./file', [{ name: './metadata.yaml' }], ['metadata.yaml'], undefined],
    ['a folder in a folder', [{ name: 'r-main/a/metadata.yaml' }, { name: 'r-main/a/b' }], ['b', 'metadata.yaml'], 'a'],
    ['inner dots', [{ name: 'a/./metadata.yaml' }, { name: 'a/b/./c//d' }], ['b/c/d', 'metadata.yaml'], 'a'],
    ['folders', [{ name: 'a/', flag: '5' }, metadata, { name: 'a/r/', flag: '5' }], ['metadata.yaml'], 'a'],
    ['old folders', [metadata, { name: 'a/r/', flag: '\0' }], ['metadata.yaml'], 'a'],
    ['a new file with a slash', [metadata, { name: 'a/x/' }], ['metadata.yaml', 'x'], 'a'],
    ['contiguous files', [metadata, { name: 'a/x', flag: '7' }], ['metadata.yaml', 'x'], 'a'],
    [
      'a ustar prefix',
      [metadata, { name: 'x', alter: (header) => header.set([97, 47, 98], 345) }],
      ['b/x', 'metadata.yaml'],
      'a',
    ],
    [
      'a PAX path',
      [metadata, makePax({ path: 'a/\u00fc/\u6f22.cue' }), { name: 'a/q' }],
      ['metadata.yaml', '\u00fc/\u6f22.cue'],
      'a',
    ],
    [
      'a GNU name',
      [metadata, { name: '././@LongLink', flag: 'L', content: `a/${long}\0` }, { name: 'a/q' }],
      [long, 'metadata.yaml'],
      'a',
    ],
    ['a global header', [{ ...makePax({ path: 'zzz' }), flag: 'g' }, metadata], ['metadata.yaml'], 'a'],
    ['an empty PAX path', [metadata, makePax({ path: '' }), { name: 'a/q' }], ['metadata.yaml', 'q'], 'a'],
    ['v7', [{ ...metadata, alter: (header) => header.fill(0, 257, 265) }], ['metadata.yaml'], 'a'],
  ];

  it.each(cases)('%s', (_, entries, paths, top) => {
    const reading = readArchive(makeArchive(entries));
    expect(describeReading(reading)).toEqual({ paths, rules: [] });
    expect(reading.ok && reading.top).toBe(top);
  });

  it('tells a folder in a folder from a top folder', () => {
    const nested = readArchive(makeArchive([{ name: './a/metadata.yaml' }]));
    const plain = readArchive(makeArchive([metadata]));
    expect([nested, plain].map((reading) => reading.ok && reading.nested)).toEqual([true, false]);
  });

  it('takes the executable bit and the size that PAX says, and drops a byte-order mark', () => {
    const reading = readArchive(
      makeArchive([
        { name: 'a/run', mode: 0o755, content: '\ufeffhi' },
        makePax({ size: '2' }),
        { name: 'a/s', content: 'xyz', sizeBytes: 3 },
      ]),
    );
    expect(reading.ok && reading.reading.tree.files).toEqual([
      { path: 'run', mode: '0755', bytes: new TextEncoder().encode('hi') },
      { path: 's', mode: '0644', bytes: new TextEncoder().encode('xy') },
    ]);
  });

  it('reads an archive without end blocks, in several gzip members, or padded with zeros', () => {
    const tar = makeTar([metadata]);
    const packed = [
      gzipSync(tar.subarray(0, -1024)),
      concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]),
      gzipSync(concat([tar, new Uint8Array(9000)])),
    ];
    for (const archive of packed) {
      expect(describeReading(readArchive(archive))).toEqual({ paths: ['metadata.yaml'], rules: [] });
    }
  });
});

describe('T3: paths that lead elsewhere', () => {
  const cases: [name: string, rule: string][] = [
    ['../x', 'package/unsafe-path'],
    ['./../x', 'package/unsafe-path'],
    ['/abs/x', 'package/unsafe-path'],
    ['a//x', 'package/unsafe-path'],
    ['a/../../x', 'package/unsafe-path'],
    ['a/b/../c', 'package/unsafe-path'],
    ['..\\x', 'package/unsafe-path'],
    ['a\\b\\c', 'package/unsafe-path'],
    ['C:\\x', 'package/unsafe-path'],
    ['C:/x', 'package/unsafe-path'],
    ['a/C:/x', 'package/unsafe-path'],
    ['x', 'package/outside-top-folder'],
    ['Chart.yaml', 'package/outside-top-folder'],
    ['Chart.yaml/x', 'package/outside-top-folder'],
    ['a/x\u001b[2K', 'package/unprintable-path'],
    ['a/x\u202ey', 'package/unprintable-path'],
    ['a/.git/config', 'package/git-folder'],
    ['a/b/.GIT/config', 'package/git-folder'],
    ['a/metadata.yaml', 'package/duplicate-path'],
    ['a/metadata.yaml/x', 'package/file-and-folder'],
  ];

  it.each(cases)('%j', (name, rule) => {
    const { paths, rules } = read([metadata, { name }]);
    expect(rules).toEqual([rule]);
    expect(paths).toEqual(rule === 'package/file-and-folder' ? ['metadata.yaml/x'] : ['metadata.yaml']);
  });

  it.each([['../../x'], ['a/x\0y']])('in a PAX header: %j', (path) => {
    expect(read([metadata, makePax({ path }), { name: 'a/x' }]).rules).toHaveLength(1);
  });

  it('reports paths that are not UTF-8', () => {
    const latin = { name: 'a/x', alter: (header: Uint8Array) => header.set([0xfc], 2) };
    expect(read([metadata, latin])).toEqual({ paths: ['metadata.yaml'], rules: ['package/unprintable-path'] });
  });

  it('reports what follows the end of the archive', () => {
    const tar = concat([makeTar([metadata]), makeTar([{ name: 'a/hidden' }])]);
    expect(describeReading(readArchive(gzipSync(tar)))).toEqual({
      paths: ['metadata.yaml'],
      rules: ['package/trailing-data'],
    });
  });

  it('reports zeros behind the gzip stream and refuses anything else there', () => {
    const archive = makeArchive([metadata]);
    expect(describeReading(readArchive(concat([archive, new Uint8Array(9)]))).rules).toEqual(['package/trailing-data']);
    expect(describeReading(readArchive(concat([archive, Uint8Array.of(1, 2, 3)]))).rules).toEqual([
      'package/broken-archive',
    ]);
  });
});

describe('T4: entries that are no files', () => {
  it.each([
    ['1', 'package/link'],
    ['2', 'package/link'],
    ['3', 'package/special-file'],
    ['4', 'package/special-file'],
    ['6', 'package/special-file'],
    ['S', 'package/special-file'],
    ['V', 'package/special-file'],
  ])('type flag %s', (flag, rule) => {
    expect(read([{ name: 'a/README.md', flag, sizeBytes: /[1-6]/.test(flag) ? 700 : 0 }, metadata])).toEqual({
      paths: ['metadata.yaml'],
      rules: [rule],
    });
  });

  it('reads on behind an old sparse file with an extended map', () => {
    const sparse = {
      name: 'a/s',
      flag: 'S',
      content: concat([new Uint8Array(512), new TextEncoder().encode('data')]),
      sizeBytes: 4,
      alter: (header: Uint8Array) => header.set([1], 482),
    };
    expect(read([sparse, metadata])).toEqual({ paths: ['metadata.yaml'], rules: ['package/special-file'] });
  });

  it('takes a PAX sparse file for what it is', () => {
    expect(read([metadata, makePax({ 'GNU.sparse.major': '1' }), { name: 'a/s' }]).rules).toEqual([
      'package/special-file',
    ]);
  });

  it('refuses an archive without a file', () => {
    expect(read([{ name: 'a/', flag: '5' }])).toEqual({ rules: ['package/empty'] });
    expect(read([])).toEqual({ rules: ['package/empty'] });
  });
});

describe('T6: bombs and damage', () => {
  const small = { ...defaultPackageLimits, maxExpandedBytes: 2 * 1024 * 1024, maxFileBytes: 1024 * 1024 };

  it('stops inflating at the limits and names them', () => {
    const zeros = gzipSync(new Uint8Array(3 * 1024 * 1024));
    const ratio = readArchive(zeros);
    const total = readArchive(zeros, { ...small, maxExpansionRatio: 10_000 });
    const size = readArchive(zeros, { ...small, maxArchiveBytes: zeros.length - 1 });
    const messages = [ratio, total, size].map((reading) => (reading.ok ? '' : reading.findings[0]?.message));
    expect(messages[0]).toContain('maxExpansionRatio');
    expect(messages[1]).toContain('maxExpandedBytes');
    expect(messages[2]).toContain('maxArchiveBytes');
  });

  it('allows exactly what the limits allow', () => {
    const archive = makeArchive([metadata]);
    const expandedBytes = makeTar([metadata]).length;
    const exact = {
      ...defaultPackageLimits,
      maxArchiveBytes: archive.length,
      maxExpandedBytes: expandedBytes,
      maxEntries: 1,
    };
    expect(readArchive(archive, exact).ok).toBe(true);
    expect(readArchive(archive, { ...exact, maxArchiveBytes: archive.length - 1 }).ok).toBe(false);
    expect(readArchive(archive, { ...exact, maxExpandedBytes: expandedBytes - 1 }).ok).toBe(false);
    expect(readArchive(makeArchive([metadata, { name: 'a/b' }]), exact).ok).toBe(false);
  });

  it('spends no memory on a bomb', () => {
    const bomb = gzipSync(new Uint8Array(200 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    expect(describeReading(readArchive(bomb)).rules).toEqual(['package/too-large']);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('does not inflate an archive in an archive', () => {
    const inner = makeArchive([metadata]);
    expect(read([metadata, { name: 'a/inner.tgz', content: inner }]).paths).toEqual(['inner.tgz', 'metadata.yaml']);
    expect(describeReading(readArchive(gzipSync(inner))).rules).toEqual(['package/broken-archive']);
  });

  it('bounds the number of entries, of folders too', () => {
    const limits = { ...defaultPackageLimits, maxEntries: 3 };
    const files = ['a/1', 'a/2', 'a/3', 'a/4'].map((name) => ({ name }));
    expect(read(files.slice(1), limits).rules).toEqual([]);
    expect(read(files, limits).rules).toEqual(['package/too-many-files']);
    expect(read([{ name: 'a/', flag: '5' }, ...files.slice(1)], limits).rules).toEqual(['package/too-many-files']);
  });

  it('bounds extended headers', () => {
    const limits = { ...defaultPackageLimits, maxHeaderBytes: 1000 };
    const header = (sizeBytes: number): MadeEntry[] => [
      { name: 'x', flag: 'x', content: `${sizeBytes} c=${'x'.repeat(sizeBytes - String(sizeBytes).length - 4)}\n` },
      metadata,
    ];
    expect(read(header(1000), limits).rules).toEqual([]);
    expect(read(header(1001), limits).rules).toEqual(['package/too-large']);
    expect(read([{ name: 'x', flag: 'L', content: 'x'.repeat(1001) }, metadata], limits).rules).toEqual([
      'package/too-large',
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['half of it', makeArchive([metadata]).subarray(0, 60)],
    ['a wrong checksum', makeArchive([{ ...metadata, wrongChecksum: true }])],
    ['a file that ends too early', gzipSync(makeTar([metadata]).subarray(0, 520))],
    ['a header that ends too early', gzipSync(makeTar([metadata]).subarray(0, 100))],
    ['a size beyond the end', makeArchive([{ ...metadata, sizeBytes: 100_000 }])],
    ['an empty block between entries', gzipSync(concat([makeTar([metadata]).subarray(0, -512), makeTar([metadata])]))],
    ['a number that is none', makeArchive([{ ...metadata, alter: (header) => header.set([0x78], 124) }])],
    ['a negative size', makeArchive([{ ...metadata, alter: (header) => header.fill(0xff, 124, 136) }])],
    ['a malformed PAX record', makeArchive([{ name: 'x', flag: 'x', content: '99 path=a\n' }, metadata])],
    ['a PAX record without a key', makeArchive([{ name: 'x', flag: 'x', content: '5 =a\n' }, metadata])],
    ['a PAX time that is none', makeArchive([makePax({ mtime: 'abc' }), metadata])],
  ])('refuses %s', (_, archive) => {
    expect(describeReading(readArchive(archive))).toEqual({ rules: ['package/broken-archive'] });
  });

  it.each([
    ['nothing', ''],
    ['a zip', 'PK\u0003\u0004xx'],
    ['text', 'name: a\n'],
  ])('refuses %s as no archive', (_, text) => {
    expect(describeReading(readArchive(new TextEncoder().encode(text))).rules).toEqual(['package/not-an-archive']);
  });
});

describe('laws', () => {
  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => void readArchive(bytes)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => void readArchive(gzipSync(bytes))));
  });

  it('never throws on an archive that was cut or scratched', () => {
    const tar = makeTar([metadata, makePax({ path: 'a/b' }), { name: 'a/q', content: 'x'.repeat(700) }]);
    const archive = gzipSync(tar);
    fc.assert(
      fc.property(fc.nat(archive.length), fc.nat(tar.length - 1), fc.nat(255), (cut, place, byte) => {
        readArchive(archive.subarray(0, cut));
        readArchive(gzipSync(tar.with(place, byte)));
      }),
    );
  });
});
