import { describe } from 'vitest';
import { testDecisions, want } from './test-support/decide.ts';

const three = { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} };
const withPrerelease = { '1.0.0': {}, '1.1.0-rc.1': {} };
const flux = { '1.0.0': {}, '2.0.0': {} };

describe('one catalog', () => {
  testDecisions([
    {
      title: 'the newest stable one',
      addons: { a: { ...three, '3.0.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@2.0.0'],
    },
    { title: 'a range', addons: { a: three }, request: { want: want('a@>=1, <2') }, expected: ['a@1.1.0'] },
    {
      title: 'two ranges of one name',
      addons: { a: three },
      request: { want: want('a@<2', 'a@!=1.1.0') },
      expected: ['a@1.0.0'],
    },
    { title: 'a range that nothing fits', addons: { a: three }, request: { want: want('a@>=3') }, expected: undefined },
    {
      title: 'the exact text of a version',
      addons: { a: { v1: {}, '1.5.0': {} } },
      request: { want: want('a@1') },
      expected: ['a@v1'],
    },
    {
      title: 'an exact text that is no semver',
      addons: { a: { nightly: {}, '1.0.0': {} } },
      request: { want: want('a@nightly') },
      expected: ['a@nightly'],
    },
    {
      title: 'no semver when nothing else exists',
      addons: { a: { nightly: {} } },
      request: { want: want('a') },
      expected: ['a@nightly'],
    },
    {
      title: 'no semver comes after a pre-release',
      addons: { a: { nightly: {}, '1.0.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@1.0.0-rc.1'],
    },
    {
      title: 'no semver fits no range',
      addons: { a: { nightly: {} } },
      request: { want: want('a@>=0') },
      expected: undefined,
    },
    {
      title: 'a pre-release when nothing else fits',
      addons: { a: withPrerelease },
      request: { want: want('a@>=1.1.0-0') },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'a pre-release when the range is empty and nothing else exists',
      addons: { a: { '1.1.0-rc.1': {} } },
      request: { want: want('a') },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'pre-releases like any other version',
      addons: { a: withPrerelease },
      request: { want: want('a'), prereleases: true },
      expected: ['a@1.1.0-rc.1'],
    },
    {
      title: 'a pre-release stands for its release',
      addons: { a: { '2.0.0-rc.1': {} } },
      request: { want: want('a@>1') },
      expected: ['a@2.0.0-rc.1'],
    },
    {
      title: 'a stable one before the newer pre-release, although both fit',
      addons: { a: { '1.5.0': {}, '2.0.0-rc.1': {} } },
      request: { want: want('a@>1.0') },
      expected: ['a@1.5.0'],
    },
    {
      title: 'an exact pre-release',
      addons: { a: { '1.0.0-dev.1': {}, '1.0.0': {} } },
      request: { want: want('a@v1.0.0-dev.1') },
      expected: ['a@1.0.0-dev.1'],
    },
    {
      title: 'a dependency',
      addons: { a: { '1.0.0': { needs: { b: '<2' } } }, b: flux },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'an older version whose dependency exists',
      addons: { a: { '1.0.0': { needs: { b: '1.x' } }, '2.0.0': { needs: { b: '>=3' } } }, b: flux },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'a dependency that is nowhere',
      addons: { a: { '1.0.0': { needs: { b: '' } } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency whose range cannot be read',
      addons: { a: { '1.0.0': { needs: { b: 'newest' } } }, b: flux },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency whose range has a v inside a pre-release',
      addons: { a: { '1.0.0': { needs: { b: '>=1.0.0-dev.1' } } }, b: flux },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency without a name',
      addons: { a: { '1.0.0': { needs: { '': '' } } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'a dependency on itself',
      addons: { a: { '1.0.0': { needs: { a: '>=2' } } } },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'a cycle',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'backtracking over two that share one',
      addons: {
        a: { '1.0.0': { needs: { c: '<2' } } },
        b: { '1.0.0': { needs: { c: '' } }, '2.0.0': { needs: { c: '>=2' } } },
        c: flux,
      },
      request: { want: want('a', 'b') },
      expected: ['a@1.0.0', 'b@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'a yanked version is passed over',
      addons: { a: { ...flux, '2.0.0': { state: 'yanked' } } },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'a yanked version that is asked for exactly',
      addons: { a: { ...flux, '2.0.0': { state: 'yanked' } } },
      request: { want: want('a@2.0.0') },
      expected: ['a@2.0.0'],
    },
    {
      title: 'a quarantined version that is asked for exactly',
      addons: { a: { ...flux, '2.0.0': { state: 'quarantined' } } },
      request: { want: want('a@2.0.0') },
      expected: undefined,
    },
    {
      title: 'a deprecated version',
      addons: { a: { '1.0.0': {}, '2.0.0': { state: 'deprecated' } } },
      request: { want: want('a') },
      expected: ['a@2.0.0'],
    },
    {
      title: 'a yanked dependency',
      addons: { a: { '1.0.0': { needs: { b: '' } } }, b: { '1.0.0': { state: 'yanked' } } },
      request: { want: want('a') },
      expected: undefined,
    },
    {
      title: 'preferred',
      addons: { a: three },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: 'v1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'preferred and yanked',
      addons: { a: { ...three, '1.1.0': { state: 'yanked' } } },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'preferred and quarantined',
      addons: { a: { ...three, '1.1.0': { state: 'quarantined' } } },
      request: { want: want('a'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@2.0.0'],
    },
    {
      title: 'preferred and out of range',
      addons: { a: three },
      request: { want: want('a@>=2'), prefer: [{ name: 'a', catalog: 'main', version: '1.1.0' }] },
      expected: ['a@2.0.0'],
    },
  ]);
});
