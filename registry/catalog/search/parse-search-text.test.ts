import { expect, test } from 'vitest';
import { versionRecord } from '../../../test/support/version-records.ts';
import { buildCatalogView } from '../build-catalog-view.ts';
import { parseSearchText, toSearchText } from './parse-search-text.ts';
import { createVocabulary } from './search-vocabulary.ts';

const record = versionRecord({ catalog: 'official', addon: 'flux-cd', version: '1.0.0' });
const vocabulary = createVocabulary({
  catalogs: [{ name: 'official' }, { name: 'team' }],
  views: [
    buildCatalogView({
      catalog: 'official',
      generation: 1,
      records: [{ ...record, metadata: { ...record.metadata, tags: ['GitOps', 'service mesh', '可观测'] } }],
      observations: [],
      evaluations: [],
      lines: [],
      verdicts: [],
      events: [],
    }),
  ],
  definitions: new Map(),
});
const parse = (text: string) => parseSearchText(text, vocabulary);

test.each([
  ['', '', []],
  ['  git   ops ', 'git ops', []],
  ['provides:trait scale', 'scale', ['provides:trait']],
  ['kind:Traits', '', ['kind:trait']],
  ['kind:workflow_step', '', ['kind:workflow-step']],
  ['tag:gitops', '', ['tag:GitOps']],
  ['TAG:"Service Mesh" tags:可观测', '', ['tag:service mesh', 'tag:可观测']],
  ['标签 tag：gitops', '标签', ['tag:GitOps']],
  ['addon:fluxcd catalog:TEAM', '', ['addon:flux-cd', 'catalog:team']],
  ['vela:1.10 vela:v1.10.9 k8s:1.29', '', ['vela:1.10', 'vela:1.10.9', 'kubernetes:1.29']],
  ['works:v1.10 is:deprecated type:definitions', '', ['works:1.10', 'is:deprecated', 'type:definition']],
  ['tag:gitops tag:GITOPS', '', ['tag:GitOps']],
  ['"tag:gitops" "a b"', 'tag:gitops a b', []],
  ['"never closed', 'never closed', []],
  ['oci://ghcr.io/x https://a.b', 'oci://ghcr.io/x https://a.b', []],
  ['10:30 a:b', '10:30 a:b', []],
])('%j is the words %j and the filters %j', (text, words, filters) => {
  const parsed = parse(text);
  expect([parsed.words, parsed.filters.map(({ key, value }) => `${key}:${value}`), parsed.notices]).toEqual([
    words,
    filters,
    [],
  ]);
  expect(parse(toSearchText(parsed))).toMatchObject({ filters: parsed.filters });
});

test.each([
  ['provids:trait', 'provids trait', 'unknown-filter', 'provides:trait'],
  ['colour:blue', 'colour blue', 'unknown-filter', undefined],
  ['kind:triat x', 'triat x', 'bad-filter-value', 'kind:trait'],
  ['tag:gitosp', 'gitosp', 'bad-filter-value', 'tag:GitOps'],
  ['tag:"servic mesh"', 'servic mesh', 'bad-filter-value', 'tag:"service mesh"'],
  ['catalog:offical', 'offical', 'bad-filter-value', 'catalog:official'],
  ['vela:new', 'new', 'bad-filter-value', undefined],
  ['works:1.8', '1.8', 'bad-filter-value', 'works:1.9'],
  ['__proto__:x', '__proto__:x', undefined, undefined],
  ['constructor:x', 'constructor x', 'unknown-filter', undefined],
  ['tag:', '', 'bad-filter-value', undefined],
])('%j is taken as the words %j with the notice %s, which suggests %s', (text, words, code, suggestion) => {
  const parsed = parse(text);
  expect([parsed.words, parsed.filters, parsed.notices.map((notice) => [notice.code, notice.suggestion])]).toEqual([
    words,
    [],
    code === undefined ? [] : [[code, suggestion]],
  ]);
});

test('what is too long is cut between characters, and told', () => {
  const parsed = parse(`${'a'.repeat(199)}${'😀'.repeat(5_000)}`);
  expect(parsed.words).toBe('a'.repeat(199));
  expect(parsed.notices).toEqual([{ code: 'too-long', text: 'only the first 200 characters were looked at' }]);
});

test('a question of filters alone has an end', () => {
  const many = Array.from({ length: 30 }, (_, index) => `k8s:1.${index}`).join(' ');
  const { filters, words } = parse(many);
  expect(filters).toHaveLength(10);
  expect(words.startsWith('k8s:1.10 k8s:1.11')).toBe(true);
});
