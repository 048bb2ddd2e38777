import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptHistory, type HistoryAddon, type HistoryStep } from './adopt-history.ts';

/** Writes a history in short: each step is a list of `directory=name@version:content`. */
function history(...steps: readonly string[][]): HistoryStep[] {
  return steps.map((addons, index) => ({
    revision: `c${index}`,
    at: `2024-01-0${index + 1}T00:00:00.000Z`,
    addons: addons.map((text) => {
      const [directory = '', name = '', version = '', contentId = ''] = text.split(/[=@:]/);
      return { directory, name, version, contentId };
    }),
  }));
}

/** Says of each version: `name@version directory content published contents refused`, the last three as steps. */
function summarise(steps: readonly HistoryStep[], adoptedIndex: number): string[] {
  return adoptHistory(steps, adoptedIndex).versions.map((version) =>
    [
      `${version.name}@${version.version}`,
      version.directory,
      `${version.content.contentId}/${version.content.revision}`,
      version.published.slice(8, 10),
      version.contents.map((content) => `${content.contentId}/${content.revision}`).join(','),
      version.refused.map((content) => `${content.contentId}/${content.revision}`).join(',') || '-',
    ].join(' '),
  );
}

describe('the rule of adoption', () => {
  test.each([
    ['one content', [['a=a@1:x']], 0, ['a@1 a x/c0 01 x/c0 -']],
    [
      'older than adoption: the last content',
      [['a=a@1:x'], ['a=a@1:y'], ['a=a@1:z']],
      2,
      ['a@1 a z/c2 01 x/c0,y/c1,z/c2 -'],
    ],
    [
      'older than adoption: a later change is refused',
      [['a=a@1:x'], ['a=a@1:y'], ['a=a@1:z']],
      1,
      ['a@1 a y/c1 01 x/c0,y/c1,z/c2 z/c2'],
    ],
    [
      'born after adoption: the first content',
      [['a=a@1:x'], ['a=a@2:y'], ['a=a@2:z']],
      0,
      ['a@1 a x/c0 01 x/c0 -', 'a@2 a y/c1 02 y/c1,z/c2 z/c2'],
    ],
    [
      'returns after it was replaced, before adoption',
      [['a=a@1:x'], ['a=a@2:y'], ['a=a@1:z']],
      2,
      ['a@1 a z/c2 01 x/c0,z/c2 -', 'a@2 a y/c1 02 y/c1 -'],
    ],
    [
      'returns after it was replaced, after adoption',
      [['a=a@1:x'], ['a=a@2:y'], ['a=a@1:z']],
      1,
      ['a@1 a x/c0 01 x/c0,z/c2 z/c2', 'a@2 a y/c1 02 y/c1 -'],
    ],
    [
      'a refused content that goes again is refused once',
      [['a=a@1:x'], ['a=a@1:y'], ['a=a@1:x'], ['a=a@1:y']],
      0,
      ['a@1 a x/c0 01 x/c0,y/c1 y/c1'],
    ],
    [
      'an earlier content that returns after adoption is refused where it returns',
      [['a=a@1:x'], ['a=a@1:y'], ['a=a@1:x']],
      1,
      ['a@1 a y/c1 01 x/c0,y/c1 x/c2'],
    ],
    ['folder renamed without a change', [['a=a@1:x'], ['b=a@1:x']], 1, ['a@1 b x/c0 01 x/c0 -']],
    ['folder renamed after it was sealed', [['a=a@1:x'], ['b=a@1:x']], 0, ['a@1 a x/c0 01 x/c0 -']],
    ['one version in two folders: the first folder by name', [['a=n@1:x', 'b=n@1:y']], 0, ['n@1 a x/c0 01 x/c0 -']],
    [
      'one name in two folders with two versions: both',
      [['a=n@1:x', 'b=n@2:y']],
      0,
      ['n@1 a x/c0 01 x/c0 -', 'n@2 b y/c0 01 y/c0 -'],
    ],
    [
      'the name changes inside a folder',
      [['a=old@1:x'], ['a=new@1:y']],
      1,
      ['old@1 a x/c0 01 x/c0 -', 'new@1 a y/c1 02 y/c1 -'],
    ],
    ['the folder is gone', [['a=a@1:x'], []], 1, ['a@1 a x/c0 01 x/c0 -']],
    ['unreadable in the middle', [['a=a@1:x'], [], ['a=a@1:y']], 2, ['a@1 a y/c2 01 x/c0,y/c2 -']],
    [
      'a leading v does not count, the first text is kept',
      [['a=a@v1:x'], ['a=a@1:y']],
      1,
      ['a@v1 a y/c1 01 x/c0,y/c1 -'],
    ],
    ['only one v is ignored', [['a=a@1:x'], ['a=a@vv1:y']], 1, ['a@1 a x/c0 01 x/c0 -', 'a@vv1 a y/c1 02 y/c1 -']],
    ['no steps', [], 0, []],
  ] satisfies [string, string[][], number, string[]][])('%s', (_, steps, adoptedIndex, expected) => {
    expect(summarise(history(...steps), adoptedIndex)).toEqual(expected);
  });

  test('two spellings of one number are reported', () => {
    const { findings } = adoptHistory(history(['a=a@v1:x'], ['a=a@1:y']), 1);
    expect(findings.map(({ rule, file }) => ({ rule, file }))).toEqual([
      { rule: 'source/version-two-spellings', file: 'a/metadata.yaml' },
    ]);
  });
});

const addonArbitrary: fc.Arbitrary<HistoryAddon> = fc.record({
  directory: fc.constantFrom('a', 'b', 'c'),
  name: fc.constantFrom('n', 'm'),
  version: fc.constantFrom('1', 'v1', '2', '3'),
  contentId: fc.constantFrom('x', 'y', 'z'),
});

const stepsArbitrary: fc.Arbitrary<HistoryStep[]> = fc
  .array(fc.uniqueArray(addonArbitrary, { selector: (addon) => addon.directory, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) =>
    steps.map((addons, index) => ({
      revision: `c${index}`,
      at: new Date(index * 1000).toISOString(),
      addons: addons.toSorted((left, right) => (left.directory < right.directory ? -1 : 1)),
    })),
  );

describe('laws', () => {
  test('commit by commit and all at once give the same bytes', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.nat(), (steps, seed) => {
        const adoptedIndex = seed % steps.length;
        const whole = new Map(
          adoptHistory(steps, adoptedIndex).versions.map((version) => [identity(version), version]),
        );
        for (let length = adoptedIndex + 1; length <= steps.length; length += 1) {
          for (const version of adoptHistory(steps.slice(0, length), adoptedIndex).versions) {
            const later = whole.get(identity(version));
            expect(later?.content).toEqual(version.content);
            expect(later?.version).toBe(version.version);
            expect(later?.published).toBe(version.published);
            expect(later?.contents.slice(0, version.contents.length)).toEqual(version.contents);
            expect(later?.refused.slice(0, version.refused.length)).toEqual(version.refused);
          }
        }
      }),
    );
  });

  test('every content that a version ever had is accounted for', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.nat(), (steps, seed) => {
        for (const version of adoptHistory(steps, seed % steps.length).versions) {
          const ids = version.contents.map((content) => content.contentId);
          expect(new Set(ids).size).toBe(ids.length);
          expect(version.contents).toContainEqual(version.content);
          for (const refused of version.refused) {
            expect(ids).toContain(refused.contentId);
            expect(refused.contentId).not.toBe(version.content.contentId);
          }
        }
      }),
    );
  });

  test('steps may share their list of addons', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.nat(), (steps, seed) => {
        const doubled = steps.flatMap((step) => [step, { ...step, revision: `${step.revision}-again` }]);
        const copied = doubled.map((step) => ({ ...step, addons: [...step.addons] }));
        const adoptedIndex = seed % doubled.length;
        expect(adoptHistory(doubled, adoptedIndex)).toEqual(adoptHistory(copied, adoptedIndex));
      }),
    );
  });
});

function identity(version: { readonly name: string; readonly version: string }): string {
  return `${version.name}@${version.version.replace(/^v/, '')}`;
}
