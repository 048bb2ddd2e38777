import { describe, expect, it } from 'vitest';
import { type ConflictCase, explainCase } from './test-support/explain-case.ts';

const fluxcd = { '1.3.0': {}, '2.0.0': {} };
const needs = (range: string) => ({ needs: { fluxcd: range } });

describe('the last step of a conflict', () => {
  it.each<[Omit<ConflictCase, 'title'>, string, string]>([
    [
      { addons: { grafana: { '1.0.0': { vela: '>=1.10' } } }, want: ['grafana'], request: { vela: '1.9.1' } },
      'KubeVela 1.9.1 does not suit grafana.',
      'KubeVela 1.9.1 不适合 grafana。',
    ],
    [
      { addons: { grafana: { '1.0.0': { vela: 'new' } } }, want: ['grafana'], request: { vela: '1.9.1' } },
      'No KubeVela suits grafana.',
      '没有适合 grafana 的 KubeVela。',
    ],
    [
      { addons: { grafana: { '1.0.0': { needs: { '': '' } } } }, want: ['grafana'] },
      'No version of grafana is left.',
      'grafana 已没有可用的版本。',
    ],
    [
      { addons: { grafana: { '1.0.0': needs('>=3') }, fluxcd }, want: ['grafana'] },
      'No version of fluxcd suits grafana.',
      'fluxcd 没有适合 grafana 的版本。',
    ],
    [
      { addons: { grafana: { '1.0.0': needs('>=2') }, fluxcd }, want: ['grafana', 'fluxcd <2'] },
      'No version of fluxcd suits both grafana and you.',
      'fluxcd 没有既适合 grafana 又符合您要求的版本。',
    ],
    [
      { addons: { grafana: { '1.0.0': needs('>=2') }, fluxcd }, want: ['grafana'], installed: ['fluxcd 1.3.0'] },
      'fluxcd 1.3.0 does not suit grafana.',
      'fluxcd 1.3.0 不适合 grafana。',
    ],
    [
      { addons: { fluxcd }, want: ['fluxcd >=2'], installed: ['fluxcd 1.3.0'] },
      'fluxcd 1.3.0 does not suit you.',
      'fluxcd 1.3.0 不符合您的要求。',
    ],
    [{ addons: { fluxcd }, want: ['fluxcd >=9'] }, 'There is no such version of fluxcd.', 'fluxcd 没有这样的版本。'],
  ])('%j', (told, en, zh) => {
    expect(explainCase({ title: en, ...told }, 'en').steps.at(-1)?.text).toBe(en);
    expect(explainCase({ title: zh, ...told }, 'zh').steps.at(-1)?.text).toBe(zh);
  });
});
