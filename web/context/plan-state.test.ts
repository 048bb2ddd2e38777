import { describe, expect, test } from 'vitest';
import type { Suggestion, Want } from '../../schemas/resolution.ts';
import { applySuggestion, type PlanState, parseWantText, toWantText } from './plan-state.ts';

describe('a wanted addon as text', () => {
  test.each<[string, Want]>([
    ['grafana', { name: 'grafana' }],
    ['official/grafana', { name: 'grafana', catalog: 'official' }],
    ['grafana@>=1.0, <2 || ~3', { name: 'grafana', range: '>=1.0, <2 || ~3' }],
    ['official/grafana@v1.2.3', { name: 'grafana', catalog: 'official', range: 'v1.2.3' }],
    ['Kubeflow Pipeline@latest', { name: 'Kubeflow Pipeline', range: 'latest' }],
  ])('%s is read and written', (text, want) => {
    expect(parseWantText(text)).toEqual(want);
    expect(toWantText(want)).toBe(text);
  });

  test.each<[string, Want]>([
    ['grafana@', { name: 'grafana' }],
    [' grafana @ >=1 ', { name: 'grafana', range: '>=1' }],
    ['@1.0', { name: '', range: '1.0' }],
    ['a/b/c', { name: 'b/c', catalog: 'a' }],
    ['grafana@1.0-a/b@c', { name: 'grafana', range: '1.0-a/b@c' }],
  ])('%j is read as far as it goes', (text, want) => {
    expect(parseWantText(text)).toEqual(want);
  });
});

describe('a suggestion', () => {
  const state: PlanState = { want: [{ name: 'grafana', range: '2.0' }, { name: 'dex' }], vela: '1.9.13' };
  const text = 'do it';
  test.each<[Suggestion, PlanState]>([
    [
      { kind: 'vela', text, version: '1.10.9' },
      { ...state, vela: '1.10.9' },
    ],
    [
      { kind: 'kubernetes', text, version: '1.29' },
      { ...state, kubernetes: '1.29' },
    ],
    [
      { kind: 'version', text, name: 'grafana', version: '1.0' },
      { ...state, want: [{ name: 'grafana', range: '1.0' }, { name: 'dex' }] },
    ],
    [
      { kind: 'drop-range', text, name: 'grafana', version: '1.0' },
      { ...state, want: [{ name: 'grafana' }, { name: 'dex' }] },
    ],
    [
      { kind: 'without', text, name: 'grafana' },
      { ...state, want: [{ name: 'dex' }] },
    ],
    [
      { kind: 'upgrade', text, name: 'fluxcd', version: '3.0' },
      { ...state, upgrade: ['fluxcd'] },
    ],
    [
      { kind: 'upgrade', text },
      { ...state, upgrade: ['*'] },
    ],
    [
      { kind: 'prerelease', text },
      { ...state, prereleases: true },
    ],
    [
      { kind: 'prerelease', text, name: 'grafana', version: '2.0-rc.1' },
      { ...state, want: [{ name: 'grafana', range: '2.0-rc.1' }, { name: 'dex' }] },
    ],
    [
      { kind: 'vela', text, version: '1.10.9', also: { kind: 'version', name: 'grafana', version: '1.0' } },
      { ...state, vela: '1.10.9', want: [{ name: 'grafana', range: '1.0' }, { name: 'dex' }] },
    ],
  ])('%j changes the request', (suggestion, expected) => {
    expect(applySuggestion(state, suggestion)).toEqual(expected);
  });

  test('that only an operator can follow changes nothing', () => {
    expect(applySuggestion(state, { kind: 'catalog', text, name: 'team' })).toBeUndefined();
    const half: Suggestion = { kind: 'vela', text, version: '1.10.9', also: { kind: 'catalog', name: 'team' } };
    expect(applySuggestion(state, half)).toBeUndefined();
  });
});
