import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Bundle } from '../../schemas/bundle.ts';
import type { Problem } from '../../schemas/rest.ts';
import { findPackageRoot } from '../../server/config/package-root.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const files: Readonly<Record<string, string>> = {
  'web/metadata.yaml': 'name: web\nversion: 1.2.0\ndescription: A web server\nneedNamespace: [web]\n',
  'web/parameter.cue': 'parameter: {\n\t// +usage=How many\n\treplicas: *1 | int\n\thost?: string\n}\n',
  'web/template.cue': [
    'package main',
    'output: {',
    '\tapiVersion: "core.oam.dev/v1beta1"',
    '\tkind: "Application"',
    '\tspec: components: [{name: "web", type: "webservice", properties: {replicas: parameter.replicas}}]',
    '}',
    'outputs: {',
    '\tspace: {apiVersion: "v1", kind: "Namespace", metadata: name: "web-data"}',
    '\tconfig: {apiVersion: "v1", kind: "ConfigMap", metadata: {name: "web", namespace: "web"}, data: tabbed: "\\ta"}',
    '}',
    '',
  ].join('\n'),
  'web/definitions/tls.yaml':
    'apiVersion: core.oam.dev/v1beta1\nkind: TraitDefinition\nmetadata:\n  name: tls\nspec:\n  schematic:\n    cue:\n      template: "patch: {}"\n',
  'web/NOTES.cue': 'notes: "There are \\(parameter.replicas) of them."\n',
  'needy/metadata.yaml': 'name: needy\nversion: 1.0.0\ndescription: Wants a host\n',
  'needy/parameter.cue': 'parameter: {\n\t// +usage=Where\n\thost: string\n}\n',
  'needy/resources/config.cue': 'output: {\n\ttype: "raw"\n\tproperties: host: parameter.host\n}\n',
};

const root = findPackageRoot();
const built = releaseLines.every(({ engine }) => existsSync(`${root}/cue/engines/cue-${engine}.wasm.br`));
const note = built ? '' : ' (skipped: no engine artefacts in cue/engines)';

describe.skipIf(!built)(`bundles over HTTP${note}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-bundle-'));
  let server: TestServer;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'addons', path)), { recursive: true });
      writeFileSync(join(folder, 'addons', path), text);
    }
    const config = 'catalogs:\n  - name: team\n    sources:\n      - { type: local, path: ./addons, sealed: true }\n';
    server = await startTestServer({ config, folder });
    await server.settled();
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const versionUrl = (addon: string, version: string) =>
    `${server.url}/api/v1/catalogs/team/addons/${addon}/versions/${version}`;
  const ask = (query: string, init: RequestInit = {}) =>
    fetch(`${versionUrl('web', '1.2.0')}/bundle.yaml${query}`, init);
  const post = (addon: string, body: string) =>
    fetch(`${versionUrl(addon, 'latest')}/bundle`, { method: 'POST', body });
  const readKinds = (text: string) => [...text.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind);

  it('prints what a dry run prints', async () => {
    const response = await ask('');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
    const text = await response.text();
    expect(readKinds(text)).toEqual(['Application', 'ConfigMap', 'Namespace', 'TraitDefinition']);
    expect(text.slice(0, text.indexOf('\n\n---\n'))).toBe(
      [
        'apiVersion: core.oam.dev/v1beta1',
        'kind: Application',
        'metadata:',
        '  annotations:',
        '    addon.oam.dev/traitDefinitions: tls',
        '  creationTimestamp: null',
        '  labels:',
        '    addons.oam.dev/name: web',
        '    addons.oam.dev/registry: team',
        '    addons.oam.dev/version: 1.2.0',
        '  name: addon-web',
        '  namespace: vela-system',
        'spec:',
        '  components:',
        '  - name: web',
        '    properties:',
        '      replicas: 1',
        '    type: webservice',
        '  - name: web-namespace',
        '    properties:',
        '      apiVersion: v1',
        '      kind: Namespace',
        '      metadata:',
        '        name: web',
        '    type: raw',
        'status: {}',
      ].join('\n'),
    );
    expect(text).toContain('tabbed: "\\ta"');
  });

  it('renders with arguments, for a line, under the name of a registry', async () => {
    const text = await (await ask('?set=replicas=3&set=host=a.example&for=1.9&registry=KubeVela')).text();
    expect(text).toContain('replicas: 3');
    expect(text).toContain('addons.oam.dev/registry: KubeVela');
  });

  it('orders for kubectl apply, with the argument Secret and without what a server sets', async () => {
    const text = await (await ask('?flavor=apply&set=replicas=2')).text();
    expect(readKinds(text)).toEqual(['Namespace', 'TraitDefinition', 'ConfigMap', 'Secret', 'Application']);
    expect(text).not.toMatch(/creationTimestamp|status:/);
    expect(text).toContain(`addonParameterDataKey: ${Buffer.from('{"replicas":2}').toString('base64')}`);
    expect(await (await ask('?flavor=apply&set=replicas=2')).text()).toBe(text);
  });

  it('answers as JSON with notes, also to a body', async () => {
    const asked = await ask('?set=replicas=2', { headers: { accept: 'application/json' } });
    expect(asked.headers.get('vary')).toContain('Accept');
    const bundle: Bundle = await asked.json();
    expect(bundle).toMatchObject({ catalog: 'team', name: 'web', version: '1.2.0', for: '1.10', flavor: 'dry-run' });
    expect(bundle.notes).toBe('There are 2 of them.');
    expect(bundle.objects.map(({ from }) => from)).toEqual([
      'application',
      'template.cue',
      'template.cue',
      'definitions/tls.yaml',
    ]);
    expect(await (await post('web', '{"parameters":{"replicas":2}}')).json()).toEqual(bundle);
  });

  it('has a short name', async () => {
    const short = await fetch(`${server.url}/c/team/addons/web/1.2.0/bundle.yaml?set=replicas=4`);
    expect(await short.text()).toBe(await (await ask('?set=replicas=4')).text());
  });

  it('is not sent again to whom it was sent', async () => {
    const etag = (await ask('')).headers.get('etag') ?? '';
    expect((await ask('', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('says in the words of that line what cannot be rendered, with places', async () => {
    const response = await post('needy', '{}');
    expect(response.status).toBe(422);
    const problem: Problem = await response.json();
    expect(problem).toMatchObject({
      code: 'NOT_RENDERABLE',
      detail:
        'render addon application fail: fail to render cue template error rendering file config.cue: cue: marshal error: zz_output__.output.properties.host: cannot convert incomplete value "string" to JSON',
    });
    expect(problem.findings?.map(({ rule, for: lines, line }) => ({ rule, lines, line }))).toEqual([
      { rule: 'render/incomplete', lines: ['1.10'], line: expect.any(Number) },
    ]);
    expect((await post('needy', '{"parameters":{"host":"a"}}')).status).toBe(200);
  });

  it.each<[string, string]>([
    ['?set=replicas', '/set'],
    ['?set=a=1&set=l[x]=1', '/set/1'],
    ['?for=1.8', '/for'],
    ['?flavor=helm', '/flavor'],
    ['?dependencies=all', '/dependencies'],
    ['?nonsense=1', '/nonsense'],
  ])('refuses %s with a pointer', async (query, pointer) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    const problem: Problem = await response.json();
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });

  it.each<[string, string]>([
    ['{', '/'],
    ['[]', '/'],
    ['{"parameters":[]}', '/parameters'],
    ['{"for":"2"}', '/for'],
    ['{"nonsense":1}', '/nonsense'],
    [`{"parameters":{"a":${'['.repeat(90)}${']'.repeat(90)}}}`, '/parameters'],
  ])('refuses the body %s with a pointer', async (body, pointer) => {
    const response = await post('web', body);
    expect(response.status).toBe(400);
    const problem: Problem = await response.json();
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });

  it('takes unknown arguments, wrong types and names that mean something to JavaScript as the client does', async () => {
    expect((await ask('?set=nobody.reads.this=1')).status).toBe(200);
    expect((await ask('?set=replicas=many')).status).toBe(422);
    const text = await (await ask('?flavor=apply&set=__proto__.x=1')).text();
    expect(text).toContain(Buffer.from('{"__proto__":{"x":1}}').toString('base64'));
    expect((await post('web', '{"parameters":{"__proto__":{"replicas":9}}}')).status).toBe(200);
  });

  it('knows no version that is not there', async () => {
    expect((await fetch(`${versionUrl('web', '9.9.9')}/bundle.yaml`)).status).toBe(404);
    expect((await fetch(`${server.url}/c/team/addons/web/9.9.9/bundle.yaml`)).status).toBe(404);
  });
});
