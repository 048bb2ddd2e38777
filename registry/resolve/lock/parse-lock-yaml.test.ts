import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LockContent } from '../../../schemas/lock.ts';
import { aLock, aMember } from '../../../test/support/a-lock.ts';
import { toCanonicalLock, toLockId } from './canonical-lock.ts';
import { parseLockYaml } from './parse-lock-yaml.ts';
import { toLockYaml } from './to-lock-yaml.ts';

const texts = fc.oneof(
  fc.constantFrom(
    '1.10',
    'true',
    'null',
    '~',
    '',
    '>=1.2, <2 || 3',
    'x: y # z',
    "it's",
    '工具 🚢',
    '\u0085\ufeff',
    '-',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const named = texts.filter((text) => text !== '');
const contents = fc
  .uniqueArray(named, { minLength: 1, maxLength: 6 })
  .chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.tuple(texts, named, fc.nat(), fc.boolean()), { minLength: names.length, maxLength: names.length }),
    ),
  )
  .map(
    ([names, parts]): LockContent => ({
      format: 1,
      members: names.map((name, index) => {
        const [range = '', version = '1', pick = 0, suspected = false] = parts[index] ?? [];
        const requirer = names[pick % names.length] ?? name;
        return aMember({
          name,
          version,
          want: { range },
          requiredBy: suspected ? [{ name: requirer, suspected: true, uses: [{ kind: 'trait', name: range }] }] : [],
          requirements: { vela: range },
        });
      }),
    }),
  );

describe('chandlery.lock', () => {
  test('is read back as it was written, whatever the texts', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const reading = parseLockYaml(toLockYaml(content));
        expect(reading.ok && reading.content).toStrictEqual(toCanonicalLock(content));
        expect(reading.ok && reading.id).toBe(toLockId(content));
      }),
      { numRuns: 200 },
    );
  });

  test('reads like this', () => {
    const text = toLockYaml(aLock({ outside: [{ name: 'vegeta', version: '3' }] }));
    const short = text.replace(/sha256:([0-9a-f]{4})[0-9a-f]{60}/g, 'sha256:$1').replace(/^(id: ....).*$/m, '$1');
    expect(short).toBe(`# chandlery.lock: exact versions of addons, with the digests of their bytes, decided together.
# Written by "chandlery lock write". "chandlery lock check" tells whether it still holds, "chandlery lock upgrade" moves it.
# The id below is made of the rest: a change by hand is noticed.

format: 1
id: ${toLockId(aLock({ outside: [{ name: 'vegeta', version: '3' }] })).slice(0, 4)}
vela: "1.10.9"
kubernetes: "1.29.3"
members:
  - name: dex
    catalog: official
    version: "v0.6.5"
    digest: ${aLock().members[0]?.digest.slice(0, 11)}
    treeDigest: ${aLock().members[0]?.treeDigest.slice(0, 11)}
    requiredBy:
      - { name: grafana, range: ">=0.6" }
  - name: fluxcd
    catalog: official
    version: "2.3.1"
    digest: ${aLock().members[1]?.digest.slice(0, 11)}
    treeDigest: ${aLock().members[1]?.treeDigest.slice(0, 11)}
    requiredBy:
      - { name: grafana, suspected: true, uses: [ { kind: component, name: helm } ] }
    requirements: { vela: ">=v1.5.0" }
  - name: grafana
    catalog: official
    version: "1.10"
    digest: ${aLock().members[2]?.digest.slice(0, 11)}
    treeDigest: ${aLock().members[2]?.treeDigest.slice(0, 11)}
    want: { range: "1.x" }
    dependencies:
      - { name: dex, version: ">=0.6" }
      - { name: prism }
    requirements: { vela: ">=1.9", kubernetes: ">=1.19.0-0" }
  - name: prism
    catalog: official
    version: "1.0.0"
    digest: ${aLock().members[3]?.digest.slice(0, 11)}
    treeDigest: ${aLock().members[3]?.treeDigest.slice(0, 11)}
    requiredBy:
      - { name: grafana }
outside:
  - { name: vegeta, version: "3" }
`);
  });

  test('a version that moves changes four lines', () => {
    const moved = aLock().members.map((member) =>
      member.name === 'fluxcd'
        ? {
            ...aMember({ name: 'fluxcd', version: '2.4.0', requiredBy: member.requiredBy }),
            requirements: member.requirements,
          }
        : member,
    );
    const before = toLockYaml(aLock()).split('\n');
    const after = toLockYaml(aLock({ members: moved })).split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index]).map((line) => line.trim().split(':')[0])).toEqual([
      'id',
      'version',
      'digest',
      'treeDigest',
    ]);
  });

  const text = toLockYaml(aLock());
  const edit = (from: string | RegExp, to: string) => text.replace(from, to);
  const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

  test.each<[string, string, readonly [number, number, string][]]>([
    ['another version', edit('"2.3.1"', '"2.3.2"'), [[6, 5, 'members were changed by hand']]],
    [
      'a name twice',
      edit('  - name: prism', '  - name: dex'),
      [
        [6, 5, 'members were changed by hand'],
        [lineOf('  - name: prism'), 11, 'dex stands here twice'],
        [lineOf('  - name: prism') + 6, 9, 'dex is said to be needed by grafana, which does not declare that'],
      ],
    ],
    [
      'a reason less',
      edit('    requiredBy:\n      - { name: grafana, range: ">=0.6" }\n', ''),
      [
        [6, 5, 'members were changed by hand'],
        [lineOf('name: dex'), 11, 'nobody asked for dex, and nothing here needs it'],
      ],
    ],
    [
      'a reason that is none',
      edit('range: ">=0.6"', 'range: ">=0.7"'),
      [
        [6, 5, 'members were changed by hand'],
        [lineOf('range: ">=0.6"'), 9, 'dex is said to be needed by grafana, which does not declare that'],
      ],
    ],
    [
      'a digest cut short',
      edit(/(digest: sha256:)[0-9a-f]{4}/, '$1'),
      [[lineOf('    digest: sha256'), 13, 'must be "sha256:" and 64 hexadecimal digits in lower case']],
    ],
    [
      'an unknown key',
      edit('catalog: official', 'catalogue: official'),
      [
        [lineOf('name: dex'), 5, 'the key "catalog" is missing'],
        [lineOf('catalog: official'), 5, 'the key "catalogue" is unknown; did you mean "catalog"?'],
      ],
    ],
    [
      'a version without quotes',
      edit('version: "1.10"', 'version: 1.10'),
      [[lineOf('version: "1.10"'), 14, 'must be text, not a number']],
    ],
    [
      'a format to come',
      edit('format: 1', 'format: 2').replace('members:', 'people:'),
      [[5, 9, 'was written by a newer chandlery: it has format 2, and this program reads format 1']],
    ],
    ['no format', edit('format: 1\n', ''), [[5, 1, 'the key "format" is missing']]],
    ['no members', `${text.slice(0, text.indexOf('members:'))}members: []\n`, [[9, 10, 'must not be empty']]],
    [
      'an empty file',
      '',
      [
        [1, 1, 'the key "format" is missing'],
        [1, 1, 'the key "id" is missing'],
        [1, 1, 'the key "members" is missing'],
      ],
    ],
    ['no mapping', 'dex\n', [[1, 1, 'must be a mapping of keys to values, not text']]],
    ['no YAML', 'format: [1\n', [[2, 1, 'flow sequence in block collection must be']]],
  ])('%s is a fault with its place', (_name, changed, expected) => {
    const reading = parseLockYaml(changed);
    const faults = reading.ok ? [] : reading.faults;
    expect(faults.map(({ line, column }) => [line, column]).sort()).toEqual(
      expected.map(([line, column]) => [line, column]).sort(),
    );
    for (const [, , message] of expected) expect(faults.map((fault) => fault.message).join('\n')).toContain(message);
  });

  test('an edited file tells what it says, and where its members stand', () => {
    const reading = parseLockYaml(edit('"2.3.1"', '"2.3.2"'));
    if (reading.ok) throw new Error('the id should not fit');
    expect(reading.edited?.content.members[1]?.version).toBe('2.3.2');
    expect(reading.edited?.lineOf('fluxcd')).toBe(lineOf('name: fluxcd'));
  });

  test('other spacing, quotes and order are no edit', () => {
    const loose = edit('"v0.6.5"', 'v0.6.5').replace('format: 1\n', '').concat('\n\nformat: 1\n');
    expect(parseLockYaml(loose).ok).toBe(true);
  });
});
