import { describe, expect, it } from 'vitest';
import type { DefinitionHistory } from '../../../schemas/definition-catalogue.ts';
import type { Parameter } from '../../../schemas/parameter.ts';
import { createFixtureDefinitions } from '../../../test/support/fixture-definitions.ts';
import { traceParameters } from './trace-parameters.ts';

const helm = { kind: 'component', name: 'helm', catalog: 'official', addon: 'fluxcd' } as const;

function toParameter(name: string, fields?: readonly Parameter[]): Parameter {
  const shape = fields === undefined ? { type: 'string' as const } : { type: 'struct' as const, fields: [...fields] };
  return { name, optional: true, required: false, ...shape };
}

/** Versions with the parameters of each, newest first; null = the definition is not in it. */
function trace(version: string, versions: Readonly<Record<string, readonly Parameter[] | null>>) {
  const definitions = createFixtureDefinitions(
    Object.entries(versions).flatMap(([each, parameters]) =>
      parameters === null
        ? []
        : [{ addon: 'fluxcd', versions: [each], document: { ...helm, parameters: [...parameters] } }],
    ),
  );
  const all = Object.entries(versions);
  const items: DefinitionHistory['items'] = all.map(([each, parameters], index) => ({
    version: each,
    prerelease: false,
    published: '2024-03-05T07:08:09Z',
    change: parameters === null ? 'removed' : (all[index + 1]?.[1] ?? null) === null ? 'added' : 'changed',
  }));
  return traceParameters(definitions, { ...helm, version }, { ...helm, items });
}

describe('traceParameters', () => {
  const [chart, url, values] = [toParameter('chart'), toParameter('url'), toParameter('values', [toParameter('file')])];
  const versions = { '1.10.0': [chart, values], '1.9.0': [chart, url], '1.2.0': [chart], '1.0.0': [url] };

  it('tells since when each has been there without a break', async () => {
    expect(await trace('1.10.0', versions)).toEqual({
      first: '1.0.0',
      later: new Map([
        ['chart', '1.2.0'],
        ['values', '1.10.0'],
        ['values.file', '1.10.0'],
      ]),
    });
    expect((await trace('1.9.0', versions))?.later).toEqual(
      new Map([
        ['chart', '1.2.0'],
        ['url', '1.9.0'],
      ]),
    );
  });

  it('looks from the version that is shown back, which need not have changed the text', async () => {
    expect(await trace('1.5.0', versions)).toEqual({ first: '1.0.0', later: new Map([['chart', '1.2.0']]) });
  });

  it('begins where the definition came back', async () => {
    expect(await trace('3.0.0', { '3.0.0': [chart, url], '2.0.0': [chart], '1.1.0': null, '1.0.0': [url] })).toEqual({
      first: '2.0.0',
      later: new Map([['url', '3.0.0']]),
    });
  });

  it('is silent where the history is not known', async () => {
    expect(await trace('latest', versions)).toBeUndefined();
    expect(await trace('0.9.0', versions)).toBeUndefined();
    const many = Array.from({ length: 17 }, (_, index) => [`1.${17 - index}.0`, [chart]] as const);
    expect(await trace('1.17.0', Object.fromEntries(many))).toBeUndefined();
  });
});
