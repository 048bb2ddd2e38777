import { describe, expect, it } from 'vitest';
import type { Ask, VersionsPhrase } from './phrases.ts';
import { getWords } from './words.ts';

const grafana = (phrase: Partial<VersionsPhrase>): VersionsPhrase => ({
  name: 'grafana',
  extent: 'some',
  count: 1,
  runs: [{ newest: '1.2.0', oldest: '1.2.0', count: 1 }],
  more: 0,
  ...phrase,
});

const single = (version: string) => ({ newest: version, oldest: version, count: 1 });

describe('versions', () => {
  it.each<[Partial<VersionsPhrase>, string, string]>([
    [{}, 'grafana 1.2.0', 'grafana 1.2.0'],
    [{ extent: 'every' }, 'grafana 1.2.0 (the only version)', 'grafana 1.2.0（唯一的版本）'],
    [{ extent: 'every', count: 5 }, 'every version of grafana', 'grafana 的所有版本'],
    [{ extent: 'none', count: 0, runs: [] }, 'no version of grafana', '没有任何版本的 grafana'],
    [{ count: 2, runs: [single('1.2.0'), single('1.0.0')] }, 'grafana 1.2.0 and 1.0.0', 'grafana 1.2.0、1.0.0'],
    [
      { count: 5, runs: [{ newest: '1.4.2', oldest: '1.0.0', count: 5 }] },
      'grafana 1.0.0 to 1.4.2 (5 versions)',
      'grafana 1.0.0 至 1.4.2（共 5 个版本）',
    ],
    [
      { count: 9, runs: [single('1.4.2'), single('1.4.0')], more: 7 },
      'grafana 1.4.2, 1.4.0 and 7 more',
      'grafana 1.4.2、1.4.0 等 9 个版本',
    ],
  ])('%j', (phrase, en, zh) => {
    expect(getWords({ lang: 'en' }).versions(grafana(phrase))).toBe(en);
    expect(getWords({ lang: 'zh' }).versions(grafana(phrase))).toBe(zh);
  });
});

describe('what somebody needs', () => {
  const ask: Ask = { name: 'fluxcd', range: '>=2', fit: { kind: 'all' }, hidden: [] };

  it.each<[Partial<Ask>, string, string]>([
    [{ range: '' }, 'grafana 1.2.0 needs fluxcd.', 'grafana 1.2.0 需要 fluxcd。'],
    [{}, 'grafana 1.2.0 needs fluxcd >=2.', 'grafana 1.2.0 需要 fluxcd >=2。'],
    [
      { fit: { kind: 'none', listed: { shown: ['0.1.1', '0.1.0'], more: 0 } } },
      'grafana 1.2.0 needs fluxcd >=2, but only 0.1.1 and 0.1.0 are listed.',
      'grafana 1.2.0 需要 fluxcd >=2，但目录中只有 0.1.1、0.1.0。',
    ],
    [
      { name: 'fluxcdd', range: '', fit: { kind: 'unknown', nearest: 'fluxcd' } },
      'grafana 1.2.0 needs fluxcdd, which no catalog has. Is fluxcd meant?',
      'grafana 1.2.0 需要 fluxcdd，但没有任何目录提供它。是否想写 fluxcd？',
    ],
  ])('%j', (change, en, zh) => {
    expect(
      getWords({ lang: 'en' }).need({
        parts: [{ versions: grafana({}), ask: { ...ask, ...change } }],
        more: 0,
        isSame: false,
      }),
    ).toBe(en);
    expect(
      getWords({ lang: 'zh' }).need({
        parts: [{ versions: grafana({}), ask: { ...ask, ...change } }],
        more: 0,
        isSame: false,
      }),
    ).toBe(zh);
  });
});

describe('what to change', () => {
  const moves = [{ name: 'fluxcd', from: '1.3.0', to: '2.1.0' }];

  it.each(['en', 'zh'] as const)('names options of the command line, and none to who has a form (%s)', (lang) => {
    const [line, form] = [getWords({ lang }), getWords({ lang, surface: 'form' })];
    for (const { changes } of [line, form]) {
      expect(changes.upgrade(moves)).toMatch(/fluxcd.*1\.3\.0.*2\.1\.0/);
      expect(changes.prerelease(['a 1.0.0-rc.1'])).toContain('a 1.0.0-rc.1');
    }
    expect(line.changes.upgrade(moves)).toContain('--upgrade fluxcd');
    expect(line.changes.prerelease([])).toContain('--pre');
    expect([form.changes.upgrade(moves), form.changes.prerelease([])].join()).not.toContain('--');
  });
});
