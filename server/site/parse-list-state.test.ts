import { describe, expect, it } from 'vitest';
import { parseListState } from './parse-list-state.ts';

const long = 'x'.repeat(10_000);

describe('parseListState', () => {
  it.each([
    [{}, { state: {} }],
    [
      { q: ' flux ', catalog: '', other: '1' },
      { state: { q: 'flux' }, asked: 'flux' },
    ],
    [
      { tag: 'a', sort: 'dependents', view: 'grid', kind: 'trait', state: 'deprecated', cursor: 'x' },
      { state: { tag: 'a', sort: 'dependents', view: 'grid', kind: 'trait', state: 'deprecated', cursor: 'x' } },
    ],
    [{ q: long }, { state: { q: 'x'.repeat(200) }, asked: long }],
    [{ q: `${'x'.repeat(199)}😀` }, { state: { q: 'x'.repeat(199) }, asked: `${'x'.repeat(199)}😀` }],
  ])('%j', (query, request) => {
    expect(parseListState(query)).toEqual(request);
  });

  it.each([
    [{ q: ['a', 'b'] }],
    [{ sort: 'stars' }],
    [{ view: 'list' }],
    [{ kind: 'traits' }],
    [{ state: 'gone' }],
    [{ catalog: 'x'.repeat(201) }],
  ])('refuses %j', (query) => {
    expect(() => parseListState(query)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
