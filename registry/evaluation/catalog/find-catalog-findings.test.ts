import { describe, expect, it } from 'vitest';
import type { DefinitionFacts } from '../../../schemas/definition.ts';
import { createLintSubject } from '../../addon/lint/lint-subject.ts';
import { noParseCache } from '../../addon/lint/parse-cache.ts';
import { addonOf } from '../../addon/lint/test-support/lint-input.ts';
import type { RuleExample } from '../../addon/lint/types.ts';
import { listTextDocuments } from '../located/list-text-documents.ts';
import { findUses } from '../uses/find-uses.ts';
import { catalogRules } from './catalog-rules.ts';
import { type CatalogMember, findCatalogFindings } from './find-catalog-findings.ts';

function definition(kind: DefinitionFacts['kind'], name: string): DefinitionFacts {
  return {
    kind,
    name,
    file: `definitions/${name}.cue`,
    form: 'cue',
    apiVersion: 'core.oam.dev/v1beta1',
    schematic: 'cue',
    description: '',
    deprecated: false,
    appliesTo: [],
    conflictsWith: [],
    imports: [],
    digest: '',
  };
}

function use(kind: DefinitionFacts['kind'], name: string, conditional = false) {
  return { kind, name, file: 'template.cue', line: 7, column: 3, conditional };
}

function member(name: string, parts: Partial<CatalogMember & CatalogMember['facts']> = {}): CatalogMember {
  const { definitions = [], uses = [], catalog = 'official', dependencies = [] } = parts;
  return { catalog, name, version: '1.0.0', dependencies, facts: { definitions, uses } };
}

const fluxcd = member('fluxcd', { definitions: [definition('component', 'helm')] });

function reportOf(members: readonly CatalogMember[]) {
  return findCatalogFindings(members, '1.10').flatMap(({ catalog, name, findings }) =>
    findings.map(({ rule, line, message }) => `${catalog}/${name} ${rule} :${line} ${message}`),
  );
}

describe('undeclared dependencies', () => {
  it('names the addon that brings a definition', () => {
    expect(reportOf([fluxcd, member('a', { uses: [use('component', 'helm')] })])).toEqual([
      'official/a definition/undeclared-dependency :7 The component `helm` is used; `fluxcd` brings it and is no dependency.',
    ]);
    expect(reportOf([member('a', { uses: [use('component', 'helm', true)] }), fluxcd])).toEqual([
      'official/a definition/undeclared-dependency :7 The component `helm` is used under a condition; `fluxcd` brings it and is no dependency.',
    ]);
  });

  it.each([
    ['declared', member('a', { uses: [use('component', 'helm')], dependencies: ['fluxcd'] })],
    ['its own', member('a', { uses: [use('component', 'x')], definitions: [definition('component', 'x')] })],
    ['of KubeVela', member('a', { uses: [use('component', 'webservice')] })],
    ['owned by nobody here', member('a', { uses: [use('component', 'nothing')] })],
    ['of another kind', member('a', { uses: [use('trait', 'helm')] })],
  ])('accepts what is %s', (_, addon) => {
    expect(reportOf([fluxcd, addon])).toEqual([]);
  });

  it('follows dependencies of dependencies, around cycles', () => {
    const user = member('a', { uses: [use('component', 'helm')], dependencies: ['b'] });
    const between = member('b', { dependencies: ['a', 'c'] });
    const undeclared = (members: readonly CatalogMember[]) =>
      reportOf(members).filter((text) => text.includes('definition/undeclared-dependency'));
    expect(undeclared([user, between, member('c', { dependencies: ['fluxcd'] }), fluxcd])).toEqual([]);
    expect(undeclared([user, between, member('c'), fluxcd])).toHaveLength(1);
  });

  it('reports a definition that a later line of KubeVela brings only for the earlier ones', () => {
    const owner = member('o', { definitions: [definition('component', 'statefulset')] });
    const user = member('a', { uses: [use('component', 'statefulset')] });
    expect(findCatalogFindings([owner, user], '1.9')).toHaveLength(1);
    expect(findCatalogFindings([owner, user], '1.10')).toHaveLength(0);
  });
});

describe('definitions with two owners', () => {
  const twin = member('twin', { definitions: [definition('component', 'helm')], catalog: 'experimental' });

  it('tells both', () => {
    expect(reportOf([fluxcd, twin])).toEqual([
      'official/fluxcd definition/owned-twice :1 The component `helm` is also brought by `twin`.',
      'experimental/twin definition/owned-twice :1 The component `helm` is also brought by `fluxcd`.',
    ]);
  });

  it('accepts one name in two kinds, and one addon in two catalogs', () => {
    expect(reportOf([fluxcd, member('t', { definitions: [definition('trait', 'helm')] })])).toEqual([]);
    expect(reportOf([fluxcd, { ...fluxcd, catalog: 'mirror' }])).toEqual([]);
  });
});

describe('dependencies that lead back', () => {
  it('tells every addon on the way its own path', () => {
    const members = [
      member('a', { dependencies: ['b'] }),
      member('b', { dependencies: ['c'] }),
      member('c', { dependencies: ['a'] }),
      member('user', { dependencies: ['a'] }),
    ];
    expect(reportOf(members)).toEqual([
      'official/a dependency/cycle :1 The dependencies lead back to the addon: `a` -> `b` -> `c` -> `a`.',
      'official/b dependency/cycle :1 The dependencies lead back to the addon: `b` -> `c` -> `a` -> `b`.',
      'official/c dependency/cycle :1 The dependencies lead back to the addon: `c` -> `a` -> `b` -> `c`.',
    ]);
  });

  it('accepts what only leads back through addons of another catalog', () => {
    const elsewhere = member('b', { dependencies: ['a'], catalog: 'experimental' });
    expect(reportOf([member('a', { dependencies: ['b'] }), elsewhere])).toEqual([]);
  });

  it('shortens a long way', () => {
    const members = Array.from({ length: 30 }, (_, index) =>
      member(`n${index}`, { dependencies: [`n${(index + 1) % 30}`] }),
    );
    expect(reportOf(members)[0]).toMatch(/: `n0` -> .* -> `n9` -> … -> `n0`\.$/);
  });
});

describe.each(catalogRules.map((rule) => [rule.id, rule] as const))('%s', (id, { wrong, right }) => {
  const greeter = member('greeter', { definitions: [definition('trait', 'greeter')], dependencies: ['hello'] });
  const company = [fluxcd, greeter];

  function judge(example: readonly RuleExample[]) {
    const input = addonOf(example);
    const documents = listTextDocuments(createLintSubject(input, noParseCache));
    const own = new Set(documents.flatMap(({ definition: name }) => name ?? []));
    const hello = member('hello', {
      dependencies: input.metadata?.dependencies.map(({ name }) => name) ?? [],
      definitions: [...own].map((key) => definition('trait', key.split('/')[1] ?? '')),
      uses: findUses(documents, '1.10'),
    });
    const report = findCatalogFindings([hello, ...company], '1.10');
    return report.filter(({ name }) => name === 'hello').flatMap(({ findings }) => findings.map(({ rule }) => rule));
  }

  it('is broken by its wrong example and not by its right one', () => {
    expect(judge(wrong)).toEqual([id]);
    expect(judge(right)).toEqual([]);
  });
});
