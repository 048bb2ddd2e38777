import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

const component = (parameter: string) => `"store": {
	type: "component"
	attributes: workload: type: "autodetects.core.oam.dev"
}
template: {
	output: {apiVersion: "v1", kind: "ConfigMap"}
	parameter: ${parameter}
}
`;
const template = (components: string) => `package main

output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	spec: components: [${components}]
}
`;

function addon(version: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return { 'metadata.yaml': `name: store\nversion: ${version}\ndescription: a store\n`, ...files };
}

const first = addon('1.0.0', {
  'template.cue': template('{name: "a", type: "webservice", properties: image: "nginx:1"}'),
  'parameter.cue': 'parameter: replicas: *1 | int\n',
  'definitions/store.cue': component('{svcann?: string, cpu?: string}'),
});
const renamed = { 'definitions/store.cue': component('{annotations?: string, cpu?: string}') };
const releases = [
  first,
  addon('1.0.1', { 'README.md': '# store\n' }),
  addon('1.0.2', renamed),
  addon('1.1.0', { 'template.cue': template('{name: "a", type: "webservice", properties: image: "nginx:2"}') }),
  addon('1.2.0', { 'template.cue': 'package main\n\noutput: {\n' }),
];

beforeAll(async () => {
  repository = createTestRepository();
  for (const files of releases) {
    repository.commit(Object.fromEntries(Object.entries(files).map(([path, text]) => [`addons/store/${path}`, text])));
  }
  const source = `{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }`;
  const config = `catalogs:\n  - name: team\n    title: The team\n    sources: [${source}]\n`;
  server = await startTestServer({ folder: folder.folder, config });
  await server.settled();
  await server.evaluated('team');
}, 180_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

const diffPath = '/api/v1/catalogs/team/addons/store/diff';

async function getDiff(query: string): Promise<VersionDiff> {
  const response = await fetch(`${server.url}${diffPath}?${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

describe('over HTTP', () => {
  test('a breaking change under a patch number', async () => {
    const diff = await getDiff('from=1.0.1&to=v1.0.2');
    expect(diff).toMatchObject({
      from: { catalog: 'team', name: 'store', version: '1.0.1' },
      to: { catalog: 'team', name: 'store', version: '1.0.2' },
      for: '1.10',
      verdict: { breaking: true, required: 'major', actual: 'patch', adequate: false, suggested: '2.0.0' },
      definitions: [{ kind: 'component', name: 'store', change: 'changed', breaking: true }],
      effects: [],
      findings: [],
      cut: [],
    });
    expect(diff.files.map(({ path, change }) => [path, change])).toEqual([
      ['definitions/store.cue', 'changed'],
      ['metadata.yaml', 'changed'],
    ]);
  });

  test('objects and effects on the line that was asked for', async () => {
    const diff = await getDiff('from=1.0.2&to=1.1.0&for=1.9');
    expect(diff.for).toBe('1.9');
    expect(diff.objects.map(({ name, fields }) => [name, fields.map(({ path }) => path)])).toEqual([
      ['addon-store', ['metadata.labels."addons.oam.dev/version"', 'spec.components[a].properties.image']],
    ]);
    expect(diff.effects.map(({ change, effect }) => [change, effect.value])).toEqual([
      ['appeared', 'nginx:2'],
      ['vanished', 'nginx:1'],
    ]);
  });

  test('a version that does not render is compared all the same', async () => {
    const diff = await getDiff('from=1.1.0');
    expect(diff.to).toMatchObject({ version: '1.2.0' });
    expect(diff.to.refused).toMatch(/\S/);
    expect(diff.objects).toEqual([]);
    expect(diff.files.map(({ path }) => path)).toContain('template.cue');
  });

  test('the same question has the same answer, kept as long as both versions last', async () => {
    const ask = (query: string) => fetch(`${server.url}${diffPath}?${query}`);
    const [once, again] = [await ask('from=1.0.0&to=1.0.1'), await ask('from=1.0.0&to=1.0.1')];
    expect(await once.text()).toBe(await again.text());
    expect(once.headers.get('etag')).toBe(again.headers.get('etag'));
    expect(once.headers.get('cache-control')).toBe('public, max-age=60, immutable');
    expect((await ask('from=1.0.0')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['', 400, 'INPUT_INVALID'],
    ['from=9.9.9&to=1.0.0', 404, 'VERSION_NOT_FOUND'],
    ['from=1.0.0&to=9.9.9', 404, 'VERSION_NOT_FOUND'],
    ['from=1.0.0&for=1.2', 400, 'INPUT_INVALID'],
    ['from=1.0.0&too=1.0.1', 400, 'INPUT_INVALID'],
  ])('%j is answered with %i', async (query, status, code) => {
    const response = await fetch(`${server.url}${diffPath}?${query}`);
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});

describe('a version whose number does not announce what breaks', () => {
  const findings = async (version: string) => {
    const response = await fetch(`${server.url}/api/v1/catalogs/team/addons/store/versions/${version}`);
    const detail: VersionDetail = await response.json();
    return detail.findings.filter(({ rule }) => rule === 'version/breaking-without-bump');
  };

  test('has a warning, and its neighbours have none', async () => {
    expect(await findings('1.0.2')).toEqual([
      {
        rule: 'version/breaking-without-bump',
        severity: 'warning',
        file: 'metadata.yaml',
        line: 2,
        column: 1,
        message:
          '1.0.2 breaks what worked with 1.0.1: The component `store`: `svcann` is gone; a value that is still given for it is accepted and ignored.',
        fix: 'Keep what 1.0.1 took, or publish the change as 2.0.0.',
        doc: '/rules/version/breaking-without-bump',
      },
    ]);
    for (const version of ['1.0.0', '1.0.1', '1.1.0', '1.2.0']) expect(await findings(version)).toEqual([]);
  });

  test('says so on its page, and the rule has a page', async () => {
    const page = await server.getText('/addons/team/store/v/1.0.2/findings');
    expect(page).toContain('breaks what worked with 1.0.1');
    expect((await fetch(`${server.url}/rules/version/breaking-without-bump`)).status).toBe(200);
    expect((await fetch(`${server.url}/rules/dependency/cycle`)).status).toBe(200);
  });
});

describe('the page', () => {
  const pagePath = '/addons/team/store/compare';
  const read = async (query: string) => {
    const response = await fetch(`${server.url}${pagePath}?${query}`);
    return { status: response.status, text: (await response.text()).replace(/<wbr\s*\/?>/g, '') };
  };

  test('shows what breaks, in which lines, and in both languages', async () => {
    const { status, text } = await read('from=1.0.1&to=1.0.2');
    expect(status).toBe(200);
    expect(text).toContain('<h1>store: 1.0.1 → 1.0.2</h1>');
    expect(text).toContain('The next version that announces it is 2.0.0.');
    expect(text).toContain('<code>svcann</code>');
    expect(text).toMatch(/diff-removed.*svcann\?: string/);
    expect(text).toMatch(/diff-added.*annotations\?: string/);
    expect((await read('from=1.0.1&to=1.0.2&lang=zh')).text).toContain('此变化会破坏原有用法');
  });

  test('compares the shown version with the one before when none is named', async () => {
    expect((await read('')).text).toContain('<h1>store: 1.1.0 → 1.2.0</h1>');
    expect((await read('to=1.0.1')).text).toContain('<h1>store: 1.0.0 → 1.0.1</h1>');
  });

  test('stands side by side, and shows one file alone', async () => {
    const { text } = await read('from=1.0.1&to=1.0.2&view=split&file=metadata.yaml');
    expect(text).toContain('diff-split');
    expect(text.match(/<table class="diff-lines/g)).toHaveLength(1);
    expect(text).toContain('file=definitions%2Fstore.cue#file-definitions%2Fstore.cue');
  });

  test('says why a side does not render', async () => {
    expect((await read('from=1.1.0&to=1.2.0')).text).toContain('does not render on KubeVela 1.10 without parameters');
  });

  test.each([
    ['from=9.9.9&to=1.0.0', 404],
    ['from=1.0.0&from=1.0.1', 400],
    ['from=1.0.0&to=1.0.1&for=1.2', 400],
  ])('%s is answered with %i', async (query, status) => {
    expect((await read(query)).status).toBe(status);
  });

  test('is linked from the versions', async () => {
    const page = await server.getText('/addons/team/store/v/1.1.0/versions');
    expect(page).toContain('/addons/team/store/compare?from=1.0.1&amp;to=1.0.2');
  });
});

function run(cwd: string, ...args: readonly string[]) {
  return runInProcess(['diff', ...args, '--server', server.url], { cwd });
}

/** A working folder in which `store` stands as one of the releases left it, with some files changed. */
function workingFolder(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  for (const [path, text] of Object.entries({ ...releases[0], ...releases[1], ...files })) {
    const target = join(cwd, 'store', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return cwd;
}

describe('on the command line', () => {
  test('two releases: grouped, and 1 because the number does not announce what breaks', async () => {
    const { code, stdout, stderr } = await run(folder.folder, 'store@1.0.1', 'store@1.0.2');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(
      [
        'team/store 1.0.1 -> team/store 1.0.2 on KubeVela 1.10',
        'breaking: needs a major version, 1.0.2 is a patch version: publish it as 2.0.0',
        '',
        'Definitions',
        '  ~ component store definitions/store.cue',
        '    breaking: `svcann` is gone; a value that is still given for it is accepted and ignored. definitions/store.cue:7:14',
        '    fine: `annotations` is new and may be left out. definitions/store.cue:7:14',
        '',
        'Objects on KubeVela 1.10',
        '  ~ Application vela-system/addon-store',
        '    ~ metadata.labels."addons.oam.dev/version": 1.0.1 -> 1.0.2',
        '',
        'Files',
        '  ~ definitions/store.cue 193 -> 198 bytes',
        '  ~ metadata.yaml 48 -> 48 bytes',
        '',
      ].join('\n'),
    );
  });

  test('a release and the folder that becomes the next one', async () => {
    const cwd = workingFolder({ ...renamed, 'metadata.yaml': releases[1]?.['metadata.yaml'] ?? '' });
    const { code, stdout } = await run(cwd, 'store@1.0.1', './store', '--json');
    expect(code).toBe(1);
    const diff: VersionDiff = JSON.parse(stdout);
    expect(diff).toMatchObject({
      from: { catalog: 'team', version: '1.0.1' },
      to: { name: 'store', version: '1.0.1' },
      verdict: { breaking: true, actual: 'none', adequate: false, suggested: '2.0.0' },
    });
    expect(diff.to.catalog).toBeUndefined();
    writeFileSync(join(cwd, 'store', 'metadata.yaml'), 'name: store\nversion: 2.0.0\ndescription: a store\n');
    expect((await run(cwd, 'store@1.0.1', './store')).code).toBe(0);
  });

  test('two folders need no server', async () => {
    const cwd = workingFolder({});
    cpSync(join(cwd, 'store'), join(cwd, 'other'), { recursive: true });
    const { code, stdout } = await runInProcess(['diff', './store', './other'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'store 1.0.1 -> store 1.0.1 on KubeVela 1.10\nno change\n',
    });
  });

  test('what cannot be compared is said', async () => {
    const cwd = workingFolder({ 'metadata.yaml': ': no metadata' });
    const broken = await run(cwd, 'store@1.0.0', './store');
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining('no client could load ./store')]);
    const unknown = await run(cwd, 'store@1.0.0', 'store@7.0.0');
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('has no version "7.0.0"')]);
    const nothing = await run(cwd, './nowhere', './store');
    expect(nothing.code).toBe(2);
  });
});
