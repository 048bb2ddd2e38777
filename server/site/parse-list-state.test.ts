import { describe, expect, it } from 'vitest';
import { parseListState } from './parse-list-state.ts';

describe('parseListState', () => {
  it.each([
    [{}, {}],
    [{ q: ' flux ', catalog: '', other: '1' }, { q: 'flux' }],
    [
      { tag: 'a', sort: 'updated', cursor: 'x' },
      { tag: 'a', sort: 'updated', cursor: 'x' },
    ],
  ])('%j', (query, state) => {
    expect(parseListState(query)).toEqual(state);
  });

  it.each([[{ q: ['a', 'b'] }], [{ sort: 'stars' }], [{ q: 'x'.repeat(201) }]])('refuses %j', (query) => {
    expect(() => parseListState(query)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
