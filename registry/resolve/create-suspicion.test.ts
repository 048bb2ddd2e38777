import { describe } from 'vitest';
import { testDecisions, want } from './test-support/decide.ts';

const _flux = { '1.0.0': {}, '2.0.0': {} };

describe('what is needed without being declared', () => {
  const flux1 = { '1.0.0': { brings: ['helm'] } };
  const uses = { '1.0.0': { uses: ['helm'] } };

  testDecisions([
    {
      title: 'is taken into the plan',
      addons: { a: uses, flux: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
    {
      title: 'is its own',
      addons: { a: { '1.0.0': { uses: ['helm'], brings: ['helm'] } }, flux: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0'],
    },
    {
      title: 'comes with a dependency of a dependency',
      addons: {
        a: { '1.0.0': { uses: ['helm'], needs: { b: '' } } },
        b: { '1.0.0': { needs: { flux: '' } } },
        flux: flux1,
        argo: flux1,
      },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'b@1.0.0', 'flux@1.0.0'],
    },
    { title: "is nobody's", addons: { a: uses }, request: { want: want('a') }, expected: ['a@1.0.0'] },
    {
      title: 'has several owners: the first by name',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a') },
      expected: ['a@1.0.0', 'argo@1.0.0'],
    },
    {
      title: 'has several owners: the wanted one',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a', 'flux') },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
    {
      title: 'has several owners: the installed one',
      addons: { a: uses, flux: flux1, argo: flux1 },
      request: { want: want('a'), installed: [{ name: 'flux', version: '1.0.0' }] },
      expected: ['a@1.0.0', 'flux@1.0.0'],
    },
  ]);
});
