import { describe, expect, test } from 'vitest';
import type { ResolveRequest } from '../../schemas/resolution.ts';
import { RegistryError } from '../errors.ts';
import { createResolutionProblem } from './create-resolution-problem.ts';
import { createTestUniverse } from './test-support/create-test-universe.ts';
import { want } from './test-support/decide.ts';

const three = { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} };
const flux = { '1.0.0': {}, '2.0.0': {} };

describe('a request that makes no sense', () => {
  const universe = createTestUniverse({
    main: { addons: { grafana: three, fluxcd: flux } },
    team: { addons: { own: { '1.0.0': {} } } },
  });

  test.each<{
    readonly request: ResolveRequest;
    readonly code: string;
    readonly faults: readonly (readonly [string, RegExp])[];
  }>([
    { request: { want: [] }, code: 'INPUT_INVALID', faults: [['/want', /at least one/]] },
    {
      request: { want: want('grafana', 'grafna') },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/1/name', /no catalog has an addon called "grafna"; did you mean "grafana" \(main\)\?/]],
    },
    {
      request: { want: want('zzzzzzzz') },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/0/name', /^no catalog has an addon called "zzzzzzzz"$/]],
    },
    {
      request: { want: [{ name: 'own', catalog: 'main' }] },
      code: 'ADDON_NOT_FOUND',
      faults: [['/want/0/name', /main has no addon called "own"; team has it/]],
    },
    {
      request: { want: [{ name: 'own', catalog: 'tema' }] },
      code: 'INPUT_INVALID',
      faults: [['/want/0/catalog', /no catalog is called "tema": there are main, team/]],
    },
    {
      request: {
        want: [
          { name: 'own', catalog: 'main' },
          { name: 'own', catalog: 'team' },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [
        ['/want/1/catalog', /from main and from team/],
        ['/want/0/name', /team has it/],
      ],
    },
    {
      request: { want: want('grafana@newest') },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /"newest" is no range.*allowed are an exact version/]],
    },
    {
      request: { want: want('grafana@>=1.0.0-dev.1') },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /removes every "v"/]],
    },
    {
      request: { want: want(`grafana@>=1${' '.repeat(5000)}`) },
      code: 'INPUT_INVALID',
      faults: [['/want/0/range', /longer than 4096/]],
    },
    { request: { want: want('') }, code: 'INPUT_INVALID', faults: [['/want/0/name', /1 to 253 characters/]] },
    {
      request: { want: want('a'.repeat(254)) },
      code: 'INPUT_INVALID',
      faults: [['/want/0/name', /1 to 253 characters/]],
    },
    {
      request: {
        want: want('grafana'),
        installed: [
          { name: 'x', version: '1' },
          { name: 'x', version: '2' },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [['/installed/1/version', /as 1 and as 2/]],
    },
    {
      request: {
        want: want('grafana'),
        vela: '1'.repeat(65),
        kubernetes: '1'.repeat(65),
        installed: [
          { name: '', version: '1' },
          { name: 'x', version: '1'.repeat(257) },
        ],
      },
      code: 'INPUT_INVALID',
      faults: [
        ['/vela', /1 to 64 characters/],
        ['/kubernetes', /1 to 64 characters/],
        ['/installed/0/name', /1 to 253 characters/],
        ['/installed/1/version', /1 to 256 characters/],
      ],
    },
  ])('$code $faults', ({ request, code, faults }) => {
    const error = catchError(() => createResolutionProblem({ universe, request }));
    expect(error.code).toBe(code);
    expect(error.faults.map(({ pointer }) => pointer)).toEqual(faults.map(([pointer]) => pointer));
    for (const [index, [, message]] of faults.entries()) expect(error.faults[index]?.message).toMatch(message);
    const chinese = catchError(() => createResolutionProblem({ universe, request, lang: 'zh' }));
    expect(chinese.faults.map(({ pointer }) => pointer)).toEqual(error.faults.map(({ pointer }) => pointer));
    for (const { message } of chinese.faults) expect(message).toMatch(/[\u4e00-\u9fff]{3}/);
  });

  test('with many unknown names gets a guess for the first of them only', () => {
    const names = Array.from({ length: 30 }, (_, index) => `grafna${index % 2 === 0 ? '' : 's'}`);
    const error = catchError(() => createResolutionProblem({ universe, request: { want: want(...names) } }));
    expect(error.faults.filter(({ message }) => message.includes('did you mean'))).toHaveLength(5);
    expect(error.faults).toHaveLength(30);
  });
});

function catchError(work: () => unknown): RegistryError {
  try {
    work();
  } catch (error) {
    if (error instanceof RegistryError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
