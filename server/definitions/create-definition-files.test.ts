import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DefinitionReader, DefinitionReference } from '../../registry/catalog/definition-types.ts';
import { definitionNotFound, RegistryError } from '../../registry/errors.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import type { DefinitionPlace, DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import { createDefinitionFiles } from './create-definition-files.ts';

const known: readonly (readonly [DefinitionKind, string])[] = [
  ['component', 'helm'],
  ['component', 'a&b'],
  ['trait', 'helm'],
  ['trait', 'dotted.name'],
  ['workload', 'old'],
];
const asked: DefinitionReference[] = [];

const place = (addon: string): DefinitionPlace => ({
  catalog: 'official',
  addon,
  version: '1.0.0',
  prerelease: false,
  published: '2024-01-02T03:04:05Z',
  file: 'definitions/helm.cue',
  digest: 'sha256:0',
});

const reader: DefinitionReader = {
  async listDefinitions({ kind, cursor }) {
    const all = known.filter((each) => each[0] === kind);
    const index = Number(cursor ?? 0);
    const items = all.slice(index, index + 1).map(
      ([, name]): DefinitionSummary => ({
        kind: kind ?? 'component',
        name,
        description: '',
        deprecated: false,
        schematic: 'cue',
        owners: [],
      }),
    );
    const next = index + 1 < all.length ? { next: String(index + 1) } : {};
    return { items, total: all.length, ...next, facets: { kinds: [], catalogs: [], addons: [] } };
  },
  getDefinition: () => Promise.reject(new Error('not asked here')),
  getDefinitionHistory: () => Promise.reject(new Error('not asked here')),
  async getDefinitionFile(reference, form) {
    asked.push(reference);
    const { kind, name, version } = reference;
    if (!known.some(([knownKind, knownName]) => knownKind === kind && knownName === name))
      throw definitionNotFound(kind, name);
    if (version === 'refused') throw new RegistryError('DEFINITION_REFUSED', 'KubeVela 1.10 refuses it: no');
    return { text: `${kind} ${name} as ${form}\n`, shown: place('fluxcd'), others: [place('工具')] };
  },
};

let server: Server;
let url: string;
const bugs: unknown[] = [];

beforeAll(async () => {
  const app = express();
  app.use(
    createDefinitionFiles({ reader, absolute: (path) => `https://h/base${path}`, onBug: (error) => bugs.push(error) }),
  );
  app.use((_request, response) => {
    response.send('next');
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this type.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

describe('a definition by kind and name', () => {
  test.each([
    ['/definitions/component/helm.yaml', 'application/yaml; charset=utf-8', 'component helm as yaml\n'],
    ['/definitions/trait/helm.cue', 'text/plain; charset=utf-8', 'trait helm as cue\n'],
    ['/definitions/trait/dotted.name.yaml', 'application/yaml; charset=utf-8', 'trait dotted.name as yaml\n'],
    ['/definitions/component/a%26b.yaml', 'application/yaml; charset=utf-8', 'component a&b as yaml\n'],
  ])('%s', async (path, type, text) => {
    const answer = await fetch(`${url}${path}`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, text]);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect((await fetch(`${url}${path}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('the query narrows it, and the links name this version and the other owners', async () => {
    const answer = await fetch(
      `${url}/definitions/component/helm.yaml?catalog=a&addon=b&version=1.0.0&for=1.9&token=x`,
    );
    expect(asked.at(-1)).toEqual({
      kind: 'component',
      name: 'helm',
      catalog: 'a',
      addon: 'b',
      version: '1.0.0',
      line: '1.9',
    });
    expect(answer.headers.get('link')?.split(', ')).toEqual([
      `<https://h/base/definitions/component/helm.yaml?catalog=official&addon=fluxcd&version=1.0.0>; rel="canonical"; title*=UTF-8''official%2Ffluxcd%201.0.0`,
      `<https://h/base/definitions/component/helm.yaml?catalog=official&addon=%E5%B7%A5%E5%85%B7&version=1.0.0>; rel="alternate"; title*=UTF-8''official%2F%E5%B7%A5%E5%85%B7%201.0.0`,
    ]);
  });

  test.each([
    ['/definitions/component/nobody.yaml', 404, 'no definition of the kind "component" is called "nobody"\n'],
    ['/definitions/component/helm.yaml?for=2.0', 400, 'for must be one of 1.9, 1.10, 1.11\n'],
    ['/definitions/component/helm.yaml?version=refused', 422, 'KubeVela 1.10 refuses it: no\n'],
    ['/nobody.yaml', 404, 'no definition is called "nobody"\n'],
  ])('%s answers %d in one sentence', async (path, status, text) => {
    const answer = await fetch(`${url}${path}`);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  test.each([
    '/definitions',
    '/definitions/component/helm',
    '/definitions/nothing/helm.yaml',
    '/',
    '/?list-type=1',
    '/addons',
  ])('%s is left to others', async (path) => {
    expect(await (await fetch(`${url}${path}`)).text()).toBe('next');
  });
});

describe('discovery', () => {
  test('lists a key for each definition that vela knows, and each key is one', async () => {
    const answer = await fetch(`${url}/?list-type=2`);
    expect(answer.headers.get('content-type')).toBe('application/xml');
    const xml = await answer.text();
    const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key?.replace('&#38;', '&') ?? '');
    expect(keys).toEqual(['helm.yaml', 'a&b.yaml', 'definitions/trait/helm.yaml', 'dotted.name.yaml']);
    expect(xml).toContain('<KeyCount>4</KeyCount>');
    const texts = await Promise.all(
      keys.map(async (key) => (await fetch(`${url}/${key.split('/').map(encodeURIComponent).join('/')}`)).text()),
    );
    expect(texts).toEqual([
      'component helm as yaml\n',
      'component a&b as yaml\n',
      'trait helm as yaml\n',
      'trait dotted.name as yaml\n',
    ]);
  });

  test('nothing of all this was a bug', () => {
    expect(bugs).toEqual([]);
  });
});
