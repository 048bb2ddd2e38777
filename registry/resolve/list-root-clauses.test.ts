import { describe } from 'vitest';
import { testDecisions, want } from './test-support/decide.ts';

const three = { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} };
const flux = { '1.0.0': {}, '2.0.0': {} };

describe('what is installed', () => {
  const a = { '1.0.0': { needs: { b: '<2' } }, '2.0.0': { needs: { b: '' } } };
  const installed = [{ name: 'a', version: 'v1.0.0' }];

  testDecisions([
    {
      title: 'stays',
      addons: { a: three },
      request: { want: want('a'), installed: [{ name: 'a', version: '1.1.0' }] },
      expected: ['a@1.1.0'],
    },
    {
      title: 'stays against a range',
      addons: { a: three },
      request: { want: want('a@>=2'), installed: [{ name: 'a', version: '1.1.0' }] },
      expected: undefined,
    },
    {
      title: 'moves when it may and is wanted',
      addons: { a: three },
      request: { want: want('a'), installed: [{ name: 'a', version: '1.1.0' }], upgrade: ['a'] },
      expected: ['a@2.0.0'],
    },
    {
      title: 'stays when it may move and nobody needs it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '<2' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'moves when it may and somebody needs it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '>=2' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'stays though it is yanked',
      addons: { a: { '1.0.0': { state: 'yanked' } }, c: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'stays though no catalog lists it',
      addons: { a: three, c: { '1.0.0': { needs: { a: '>=1' } } } },
      request: { want: want('c'), installed: [{ name: 'a', version: '1.0.7' }] },
      expected: ['c@1.0.0', 'nowhere/a@1.0.7'],
    },
    {
      title: 'is wanted though no catalog knows the name',
      addons: {},
      request: { want: want('a'), installed },
      expected: ['nowhere/a@v1.0.0'],
    },
    {
      title: 'has its dependencies already, unless it is wanted',
      addons: { a, b: flux, c: { '1.0.0': {} } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'has its dependencies in the plan when it is wanted',
      addons: { a, b: flux },
      request: { want: want('a'), installed },
      expected: ['a@1.0.0', 'b@1.0.0'],
    },
    {
      title: 'still needs what is chosen now',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed },
      expected: undefined,
    },
    {
      title: 'lets an older version be chosen for its sake',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '' } } } },
      request: { want: want('c'), installed },
      expected: ['a@1.0.0', 'b@1.0.0', 'c@1.0.0'],
    },
    {
      title: 'does not judge what the cluster has',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed: [...installed, { name: 'b', version: '2.0.0' }] },
      expected: ['a@1.0.0', 'b@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'moves with what moves, when everything may',
      addons: { a, b: flux, c: { '1.0.0': { needs: { b: '>=2' } } } },
      request: { want: want('c'), installed: [...installed, { name: 'b', version: '1.0.0' }], upgrade: ['*'] },
      expected: ['a@2.0.0', 'b@2.0.0', 'c@1.0.0'],
    },
    {
      title: 'needs no system that it did not need when it came',
      addons: { a: { '1.0.0': { vela: '<1.9' } }, c: { '1.0.0': { needs: { a: '' } } } },
      request: { want: want('c'), installed, vela: '1.10.9' },
      expected: ['a@1.0.0', 'c@1.0.0'],
    },
  ]);
});
