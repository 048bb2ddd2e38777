import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Bundle } from '../../schemas/bundle.ts';
import type { Problem } from '../../schemas/rest.ts';
import { findPackageRoot } from '../../server/config/package-root.ts';
import { createTestFolder, writeTestFiles } from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const metadata = (name: string, version: string, needs: readonly string[] = []) =>
  [
    `name: ${name}\nversion: ${version}\ndescription: one of several\n`,
    ...(needs.length === 0 ? [] : ['dependencies:\n', ...needs.map((need) => `  - name: ${need}\n`)]),
  ].join('');
const sharedNamespace = [
  'package main',
  'output: {',
  '\tapiVersion: "core.oam.dev/v1beta1"',
  '\tkind: "Application"',
  '\tspec: components: []',
  '}',
  'outputs: space: {apiVersion: "v1", kind: "Namespace", metadata: name: "shared"}',
  '',
].join('\n');

const files: Readonly<Record<string, string>> = {
  'official/base/metadata.yaml': metadata('base', '1.0.0'),
  'official/base/template.cue': sharedNamespace,
  'official/middle/metadata.yaml': metadata('middle', '2.0.0', ['base']),
  'official/middle/template.cue': sharedNamespace,
  'official/needy/metadata.yaml': metadata('needy', '1.0.0'),
  'official/needy/parameter.cue': 'parameter: host: string\n',
  'official/needy/resources/config.cue': 'output: {\n\ttype: "raw"\n\tproperties: host: parameter.host\n}\n',
  'official/demanding/metadata.yaml': metadata('demanding', '1.0.0', ['needy']),
  'team/top/metadata.yaml': metadata('top', '3.0.0', ['middle']),
  'team/top/parameter.cue': 'parameter: size: *1 | int\n',
  'team/top/resources/config.cue': 'output: {\n\ttype: "raw"\n\tproperties: size: parameter.size\n}\n',
  'team/stranger/metadata.yaml': metadata('stranger', '1.0.0', ['nowhere']),
};

const root = findPackageRoot();
const built = releaseLines.every(({ engine }) => existsSync(`${root}/cue/engines/cue-${engine}.wasm.br`));
const note = built ? '' : ' (skipped: no engine artefacts in cue/engines)';

describe.skipIf(!built)(`bundles with everything that is needed${note}`, () => {
  const house = createTestFolder();
  let server: TestServer;

  beforeAll(async () => {
    writeTestFiles(house.folder, files);
    server = await startTestServer({
      folder: house.folder,
      config: `catalogs:
  - { name: official, sources: [{ type: local, path: ./official, sealed: true }] }
  - { name: team, dependsOn: [official], sources: [{ type: local, path: ./team, sealed: true }] }
`,
    });
    await server.settled();
  }, 60_000);

  afterAll(async () => {
    await server?.close();
    house.remove();
  });

  const ask = (place: string, query: string) =>
    fetch(`${server.url}/c/${place}/bundle.yaml?dependencies=include${query}`);
  const readNames = (text: string) =>
    [...text.matchAll(/^kind: (.*)\n(?:.*\n)*? {2}name: (.*)$/gm)].map(([, kind, name]) => `${kind} ${name}`);

  it('are ordered for kubectl one addon after the other, with nothing twice', async () => {
    const response = await ask('team/addons/top/3.0.0', '&flavor=apply&set=size=4');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const text = await response.text();
    expect(readNames(text)).toEqual([
      'Namespace shared',
      'Application addon-base',
      'Application addon-middle',
      'Secret addon-secret-top',
      'Application addon-top',
    ]);
    expect(text).toContain('size: 4');
    expect(await (await ask('team/addons/top/3.0.0', '&flavor=apply&set=size=4')).text()).toBe(text);
  });

  it('are what the client prints for each of them in a dry run', async () => {
    const text = await (await ask('team/addons/top/3.0.0', '')).text();
    const alone = await Promise.all(
      ['official/addons/base/1.0.0', 'official/addons/middle/2.0.0', 'team/addons/top/3.0.0'].map((place) =>
        server.getText(`/c/${place}/bundle.yaml`),
      ),
    );
    expect(text).toBe(alone.join('---\n'));
  });

  it('say as JSON whose each object is', async () => {
    const response = await fetch(`${server.url}/api/v1/catalogs/team/addons/top/versions/latest/bundle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dependencies: 'include', parameters: { size: 2 } }),
    });
    const bundle: Bundle = await response.json();
    expect(bundle.members?.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`)).toEqual([
      'official/base@1.0.0',
      'official/middle@2.0.0',
      'team/top@3.0.0',
    ]);
    expect([bundle.name, bundle.version]).toEqual(['top', '3.0.0']);
    expect(bundle.objects.map(({ addon, from }) => `${addon} ${from}`)).toEqual([
      'base application',
      'base template.cue',
      'middle application',
      'middle template.cue',
      'top application',
    ]);
  });

  it('name the dependency that cannot be rendered, and what it lacks', async () => {
    await server.evaluated('official');
    const response = await ask('official/addons/demanding/1.0.0', '');
    const problem: Problem = await response.json();
    expect([response.status, problem.code]).toEqual([422, 'NOT_RENDERABLE']);
    expect(problem.detail).toContain(
      'official/needy 1.0.0, which demanding needs, cannot be rendered without its parameters host',
    );
    expect(problem.findings?.length).toBeGreaterThan(0);
  });

  it('are refused with the conflict when something that is needed is not to be had', async () => {
    const response = await ask('team/addons/stranger/1.0.0', '');
    const problem: Problem = await response.json();
    expect([response.status, problem.code]).toEqual([422, 'NOT_SOLVABLE']);
    expect(problem.conflict?.text).toContain('nowhere');
  });

  it('are asked for on the command line', async () => {
    const args = ['bundle', 'team/top', '--with-dependencies', '--flavor', 'apply', '--server', server.url];
    const { code, stdout } = await runInProcess(args, { cwd: house.folder });
    expect(code).toBe(0);
    expect(stdout).toBe(await (await ask('team/addons/top/3.0.0', '&flavor=apply')).text());
  });
});
