import { expect, test } from 'vitest';
import type { StateEvent } from '../../schemas/version-state.ts';
import { changesState, findMark, findState, foldStateEvents, noMarks } from './fold-state-events.ts';

type Said = Partial<StateEvent> & Pick<StateEvent, 'action'>;

function eventsOf(said: readonly Said[]): StateEvent[] {
  return said.map((each, index) => ({
    sequence: index + 1,
    catalog: 'official',
    name: 'fluxcd',
    reason: `${each.action} ${index + 1}`,
    author: 'ann',
    at: `2026-01-0${index + 1}T00:00:00Z`,
    ...each,
  }));
}

const one = '1.0.0';

test.each<[string, Said[], string, string | undefined]>([
  ['nothing was said', [], 'active', undefined],
  ['yanked', [{ action: 'yank', version: one }], 'yanked', 'yank 1'],
  ['another version is yanked', [{ action: 'yank', version: '1.0.1' }], 'active', undefined],
  ['the v in front means nothing', [{ action: 'yank', version: 'v1.0.0' }], 'yanked', 'yank 1'],
  [
    'yanked and back',
    [
      { action: 'yank', version: one },
      { action: 'unyank', version: one },
    ],
    'active',
    undefined,
  ],
  [
    'quarantined hides yanked',
    [
      { action: 'yank', version: one },
      { action: 'quarantine', version: one },
    ],
    'quarantined',
    'quarantine 2',
  ],
  [
    'yanked while quarantined stays quarantined',
    [
      { action: 'quarantine', version: one },
      { action: 'yank', version: one },
    ],
    'quarantined',
    'quarantine 1',
  ],
  [
    'released is yanked as before',
    [
      { action: 'yank', version: one },
      { action: 'quarantine', version: one },
      { action: 'release', version: one },
    ],
    'yanked',
    'yank 1',
  ],
  [
    'unyanked is deprecated as before',
    [
      { action: 'deprecate', version: one },
      { action: 'yank', version: one },
      { action: 'unyank', version: one },
    ],
    'deprecated',
    'deprecate 1',
  ],
  ['the whole addon is deprecated', [{ action: 'deprecate' }], 'deprecated', 'deprecate 1'],
  [
    'its own words go before those for the addon',
    [{ action: 'deprecate', version: one }, { action: 'deprecate' }],
    'deprecated',
    'deprecate 1',
  ],
  [
    'taking back its own leaves those for the addon',
    [{ action: 'deprecate', version: one }, { action: 'deprecate' }, { action: 'undeprecate', version: one }],
    'deprecated',
    'deprecate 2',
  ],
  [
    'taking back those for the addon leaves its own',
    [{ action: 'deprecate', version: one }, { action: 'deprecate' }, { action: 'undeprecate' }],
    'deprecated',
    'deprecate 1',
  ],
  [
    'the last words of a deprecation count',
    [
      { action: 'deprecate', version: one },
      { action: 'deprecate', version: one },
    ],
    'deprecated',
    'deprecate 2',
  ],
])('%s', (_case, said, state, reason) => {
  const found = findState(foldStateEvents(eventsOf(said)), one);
  expect([found.state, found.reason?.reason]).toEqual([state, reason]);
});

test('the reason tells who, when and what to use instead', () => {
  const events = eventsOf([{ action: 'deprecate', reason: 'is too old', replacement: 'official/flux2' }]);
  expect(findState(foldStateEvents(events), 'v9.0.0')).toEqual({
    state: 'deprecated',
    reason: { reason: 'is too old', author: 'ann', at: '2026-01-01T00:00:00Z', replacement: 'official/flux2' },
  });
});

test.each<[string, Said[], Said, boolean]>([
  ['the first yank', [], { action: 'yank', version: one }, true],
  ['a second yank', [{ action: 'yank', version: one }], { action: 'yank', version: 'v1.0.0', reason: 'other' }, false],
  ['unyank of what is not yanked', [], { action: 'unyank', version: one }, false],
  ['unyank', [{ action: 'yank', version: one }], { action: 'unyank', version: one }, true],
  [
    'unyank of what is quarantined',
    [{ action: 'quarantine', version: one }],
    { action: 'unyank', version: one },
    false,
  ],
  ['quarantine of what is yanked', [{ action: 'yank', version: one }], { action: 'quarantine', version: one }, true],
  ['release of what is not quarantined', [], { action: 'release', version: one }, false],
  [
    'deprecate with the same words',
    [{ action: 'deprecate', reason: 'old' }],
    { action: 'deprecate', reason: 'old' },
    false,
  ],
  [
    'deprecate with other words',
    [{ action: 'deprecate', reason: 'old' }],
    { action: 'deprecate', reason: 'bad' },
    true,
  ],
  [
    'deprecate with another replacement',
    [{ action: 'deprecate', reason: 'old' }],
    { action: 'deprecate', reason: 'old', replacement: 'x' },
    true,
  ],
  [
    'deprecate one version of a deprecated addon',
    [{ action: 'deprecate', reason: 'old' }],
    { action: 'deprecate', reason: 'old', version: one },
    true,
  ],
  [
    'undeprecate one version of a deprecated addon',
    [{ action: 'deprecate' }],
    { action: 'undeprecate', version: one },
    false,
  ],
])('whether it changes anything: %s', (_case, said, next, expected) => {
  const [event] = eventsOf([next]);
  expect(event !== undefined && changesState(foldStateEvents(eventsOf(said)), event)).toBe(expected);
});

test('what stands already is found at the same level', () => {
  const marks = foldStateEvents(eventsOf([{ action: 'deprecate' }, { action: 'yank', version: one }]));
  expect(findMark(marks, { action: 'unyank', version: 'v1.0.0' })?.reason).toBe('yank 2');
  expect(findMark(marks, { action: 'deprecate', version: one })).toBeUndefined();
  expect(findMark(marks, { action: 'deprecate' })?.reason).toBe('deprecate 1');
  expect(findMark(noMarks, { action: 'yank', version: one })).toBeUndefined();
});
