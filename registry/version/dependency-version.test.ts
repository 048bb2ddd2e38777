import { describe, expect, it } from 'vitest';
import { checkDependencies, chooseDependencyVersion, mergeAvailableVersions } from './dependency-version.ts';

const nothing: ReadonlyMap<string, string> = new Map();

describe('chooseDependencyVersion', () => {
  it.each([
    ['', ['1.0.0', '1.1.0-rc.1'], '1.1.0-rc.1'],
    ['', ['v1.2'], '1.2.0'],
    ['>=1.0', ['1.0.0', '2.0.0', '1.5.0'], '2.0.0'],
    ['^1', ['1.0.0', '2.0.0', '1.5.0'], '1.5.0'],
    ['>=1.1.0-0', ['1.0.0', '1.1.0-beta.1'], '1.1.0-beta.1'],
    ['1.x', ['v1.2', 'latest'], '1.2.0'],
    // Tried newest first, and a pre-release may stand for its release.
    ['>=1.0', ['1.0.0', '1.1.0-beta.1'], '1.1.0-beta.1'],
  ])('%j of %j: %s', (version, available, expected) => {
    const context = { installed: nothing, available: new Map([['a', available]]) };
    expect(chooseDependencyVersion({ name: 'a', version }, context)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['>=2', ['1.0.0', 'v1.5'], "no available addon with name a and version '>=2', available versions [1.0.0 v1.5]"],
    ['abc', ['1.0.0'], "no available addon with name a and version 'abc', available versions [1.0.0]"],
    ['>=1', ['latest'], "no available addon with name a and version '>=1', available versions [latest]"],
    ['', ['latest'], 'runtime error: index out of range [0] with length 0'],
  ])('%j of %j fails: %s', (version, available, error) => {
    const context = { installed: nothing, available: new Map([['a', available]]) };
    expect(chooseDependencyVersion({ name: 'a', version }, context)).toEqual({ ok: false, error });
  });

  it('keeps what is installed, or fails, but never upgrades', () => {
    const context = { installed: new Map([['a', 'v1.0.0']]), available: new Map([['a', ['2.0.0']]]) };
    expect(chooseDependencyVersion({ name: 'a' }, context)).toEqual({ ok: true, value: 'v1.0.0' });
    expect(chooseDependencyVersion({ name: 'a', version: '^1' }, context)).toEqual({ ok: true, value: 'v1.0.0' });
    expect(chooseDependencyVersion({ name: 'a', version: '>=2' }, context)).toEqual({
      ok: false,
      error: "addon a version '>=2' does not match installed version 'v1.0.0'",
    });
  });

  it('needs a name, and an addon of that name', () => {
    const context = { installed: nothing, available: new Map<string, string[]>() };
    expect(chooseDependencyVersion({ name: '' }, context)).toEqual({
      ok: false,
      error: 'dependency name cannot be empty',
    });
    expect(chooseDependencyVersion({ name: 'b' }, context)).toEqual({
      ok: false,
      error: 'no available addon with name b',
    });
  });
});

describe('checkDependencies', () => {
  const context = {
    installed: nothing,
    available: new Map([
      ['a', ['1.0.0']],
      ['c', ['1.0.0']],
    ]),
  };

  it('passes when each has a version', () => {
    expect(checkDependencies('x', [{ name: 'a' }, { name: 'c', version: '^1' }], context)).toEqual({
      ok: true,
      value: true,
    });
  });

  it('names every failure', () => {
    const dependencies = [{ name: 'b' }, { name: 'a' }, { name: 'c', version: '>=2' }];
    expect(checkDependencies('x', dependencies, context)).toEqual({
      ok: false,
      error:
        'addon x has unresolvable dependency b: no available addon with name b; ' +
        "addon x has unresolvable dependency c: no available addon with name c and version '>=2', available versions [1.0.0]",
    });
  });
});

describe('mergeAvailableVersions', () => {
  it('prints anew the versions of names that both have, and only those', () => {
    const existing = new Map([
      ['a', ['v1.0.0', 'latest']],
      ['b', ['v1', 'nightly']],
    ]);
    const added = new Map([
      ['a', ['1.2', 'v1.0.0', '1.0.0']],
      ['c', ['v3']],
    ]);
    expect([...mergeAvailableVersions(existing, added)]).toEqual([
      ['a', ['1.2.0', '1.0.0', '1.0.0']],
      ['b', ['v1', 'nightly']],
      ['c', ['v3']],
    ]);
    expect(existing.get('a')).toEqual(['v1.0.0', 'latest']);
  });
});
