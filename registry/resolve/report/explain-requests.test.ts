import { describe, expect, it } from 'vitest';
import { createVersions, explainCase, type ToldCase } from './test-support/explain-case.ts';

const cases: readonly ToldCase[] = [
  {
    title: 'an exact version that does not exist',
    addons: { grafana: { '1.2.0': {}, '1.3.0': {} } },
    want: ['grafana 9.9.9'],
    en: [
      'grafana 9.9.9 cannot be installed.',
      'Take grafana 1.3.0.',
      '',
      'Why:',
      '1. You want grafana 9.9.9, but only 1.3.0 and 1.2.0 are listed.',
    ],
  },
  {
    title: 'a range that none of many is in',
    addons: { grafana: createVersions(30, () => ({})) },
    want: ['grafana >=9'],
    en: [
      'grafana >=9 cannot be installed.',
      'Take grafana 1.29.0 instead of >=9.',
      '',
      'Why:',
      '1. You want grafana >=9, but only 1.29.0, 1.28.0, 1.27.0 and 27 older are listed.',
    ],
  },
  {
    title: 'two wants that contradict one another',
    addons: { grafana: { '1.0.0': {}, '2.0.0': {} } },
    want: ['grafana >=2.0.0', 'grafana <2.0.0'],
    en: [
      'grafana <2.0.0 and grafana >=2.0.0 cannot be installed together.',
      'Take grafana 1.0.0 instead of >=2.0.0 or take grafana 2.0.0 instead of <2.0.0.',
      '',
      'Why:',
      '1. You want grafana <2.0.0: only 1.0.0 fits.',
      '2. You want grafana >=2.0.0: only 2.0.0 fits.',
    ],
    zh: [
      '无法同时安装 grafana <2.0.0 和 grafana >=2.0.0。',
      '可以改用 grafana 1.0.0（不再要求 >=2.0.0），或者改用 grafana 2.0.0（不再要求 <2.0.0）。',
      '',
      '原因：',
      '1. 您要安装 grafana <2.0.0，只有 1.0.0 符合。',
      '2. 您要安装 grafana >=2.0.0，只有 2.0.0 符合。',
    ],
  },
  {
    title: 'what is installed is too old and may not be moved',
    addons: {
      grafana: { '1.3.0': { needs: { fluxcd: '>=2.0.0' } } },
      fluxcd: { '1.3.0': {}, '2.0.0': {}, '2.1.0': {} },
    },
    want: ['grafana'],
    installed: ['fluxcd 1.3.0'],
    en: [
      'grafana cannot be installed while fluxcd 1.3.0 stays.',
      'Allow fluxcd to move from 1.3.0 to 2.1.0 (--upgrade fluxcd).',
      '',
      'Why:',
      '1. You want grafana.',
      '2. grafana 1.3.0 (the only version) needs fluxcd >=2.0.0: 2.1.0 and 2.0.0 fit.',
      '3. fluxcd 1.3.0 is installed and may not be moved.',
    ],
    zh: [
      '无法在保留 fluxcd 1.3.0 的前提下安装 grafana。',
      '可以允许将 fluxcd 从 1.3.0 改为 2.1.0（--upgrade fluxcd）。',
      '',
      '原因：',
      '1. 您要安装 grafana。',
      '2. grafana 1.3.0（唯一的版本）需要 fluxcd >=2.0.0，符合的有 2.1.0、2.0.0。',
      '3. 已安装 fluxcd 1.3.0，且未允许变动。',
    ],
  },
  {
    title: 'what is installed is listed nowhere',
    addons: { grafana: { '1.3.0': { needs: { fluxcd: '>=2.0.0' } } }, fluxcd: { '2.0.0': {}, '2.1.0': {} } },
    want: ['grafana'],
    installed: ['fluxcd 1.3.0'],
    en: [
      'grafana cannot be installed while fluxcd 1.3.0 stays.',
      'Allow fluxcd to move from 1.3.0 to 2.1.0 (--upgrade fluxcd).',
      '',
      'Why:',
      '1. You want grafana.',
      '2. grafana 1.3.0 (the only version) needs fluxcd >=2.0.0.',
      '3. fluxcd 1.3.0 is installed and may not be moved.',
    ],
  },
  {
    title: 'what is installed is wanted in another version',
    addons: { fluxcd: { '1.3.0': {}, '2.0.0': {}, '2.1.0': {} } },
    want: ['fluxcd >=2.0.0'],
    installed: ['fluxcd 1.3.0'],
    en: [
      'fluxcd >=2.0.0 cannot be installed while fluxcd 1.3.0 stays.',
      'Allow fluxcd to move from 1.3.0 to 2.1.0 (--upgrade fluxcd).',
      '',
      'Why:',
      '1. You want fluxcd >=2.0.0: 2.1.0 and 2.0.0 fit.',
      '2. fluxcd 1.3.0 is installed and may not be moved.',
    ],
  },
  {
    title: 'what is installed needs the older one',
    addons: {
      grafana: { '1.3.0': { needs: { fluxcd: '>=2.0.0' } } },
      loki: { '0.3.0': { needs: { fluxcd: '<2.0.0' } }, '0.4.0': { needs: { fluxcd: '' } } },
      fluxcd: { '1.3.0': {}, '2.0.0': {}, '2.1.0': {} },
    },
    want: ['grafana'],
    installed: ['loki 0.3.0'],
    en: [
      'grafana cannot be installed while loki 0.3.0 stays.',
      'Allow loki to move from 0.3.0 to 0.4.0 (--upgrade loki).',
      '',
      'Why:',
      '1. You want grafana.',
      '2. grafana 1.3.0 (the only version) needs fluxcd >=2.0.0: 2.1.0 and 2.0.0 fit.',
      '3. loki 0.3.0 is installed and may not be moved.',
      '4. The installed loki 0.3.0 needs fluxcd <2.0.0: only 1.3.0 fits.',
      'So no version of fluxcd suits both grafana and loki.',
    ],
    zh: [
      '无法在保留 loki 0.3.0 的前提下安装 grafana。',
      '可以允许将 loki 从 0.3.0 改为 0.4.0（--upgrade loki）。',
      '',
      '原因：',
      '1. 您要安装 grafana。',
      '2. grafana 1.3.0（唯一的版本）需要 fluxcd >=2.0.0，符合的有 2.1.0、2.0.0。',
      '3. 已安装 loki 0.3.0，且未允许变动。',
      '4. 已安装的 loki 0.3.0 需要 fluxcd <2.0.0，只有 1.3.0 符合。',
      '所以，fluxcd 没有同时适合 grafana 和 loki 的版本。',
    ],
  },
  {
    title: 'what is installed may be moved, but what needs it may not',
    addons: {
      grafana: { '1.3.0': { needs: { fluxcd: '>=2.0.0' } } },
      loki: { '0.3.0': { needs: { fluxcd: '<2.0.0' } } },
      fluxcd: { '1.3.0': {}, '2.0.0': {}, '2.1.0': {} },
    },
    want: ['grafana'],
    installed: ['loki 0.3.0', 'fluxcd 1.3.0'],
    request: { upgrade: ['fluxcd'] },
    en: [
      'grafana cannot be installed while loki 0.3.0 stays.',
      'No change of the request that was tried settles this.',
      '',
      'Why:',
      '1. You want grafana.',
      '2. grafana 1.3.0 (the only version) needs fluxcd >=2.0.0: 2.1.0 and 2.0.0 fit.',
      '3. loki 0.3.0 is installed and may not be moved.',
      '4. The installed loki 0.3.0 needs fluxcd <2.0.0: only 1.3.0 fits.',
      'So no version of fluxcd suits both grafana and loki.',
    ],
  },
  {
    title: 'two installed addons have to move together',
    addons: {
      grafana: { '1.3.0': { needs: { fluxcd: '>=2.0.0', loki: '>=0.4.0' } } },
      loki: { '0.3.0': { needs: { fluxcd: '<2.0.0' } }, '0.4.0': { needs: { fluxcd: '' } } },
      fluxcd: { '1.3.0': {}, '2.0.0': {}, '2.1.0': {} },
    },
    want: ['grafana'],
    installed: ['loki 0.3.0', 'fluxcd 1.3.0'],
    en: [
      'grafana cannot be installed while fluxcd 1.3.0 stays.',
      'Allow fluxcd to move from 1.3.0 to 2.1.0 and loki to move from 0.3.0 to 0.4.0 (--upgrade fluxcd,loki).',
      '',
      'Why:',
      '1. You want grafana.',
      '2. grafana 1.3.0 (the only version) needs fluxcd >=2.0.0: 2.1.0 and 2.0.0 fit.',
      '3. fluxcd 1.3.0 is installed and may not be moved.',
    ],
  },
  {
    title: 'a range of endless length',
    addons: { grafana: { '1.3.0': {} } },
    want: [`grafana ${'>=2.0.0, '.repeat(100)}>=2`],
    en: [
      'grafana >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0,… cannot be installed.',
      'Take grafana 1.3.0 instead of >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0,….',
      '',
      'Why:',
      '1. You want grafana >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0, >=2.0.0,…, but only 1.3.0 is listed.',
    ],
  },
];

describe('explanations: what is wanted and what is installed', () => {
  it.each(cases)('$title', (told) => {
    expect(explainCase(told, 'en').text.split('\n')).toEqual(told.en);
    if (told.zh !== undefined) expect(explainCase(told, 'zh').text.split('\n')).toEqual(told.zh);
  });
});
