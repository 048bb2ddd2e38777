import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { releaseLines } from '../../registry/version/release-lines.ts';
import { findPackageRoot } from '../../server/config/package-root.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer } from '../support/test-server.ts';

const root = findPackageRoot();
const built = releaseLines.every(({ engine }) => existsSync(`${root}/cue/engines/cue-${engine}.wasm.br`));
const note = built ? '' : ' (skipped: no engine artefacts in cue/engines)';
const ownAddons = fileURLToPath(new URL('../../addons', import.meta.url));

/** A folder with an addon that wants a name, and values for it. */
function withAddon(): string {
  const cwd = temporaryFolder();
  const addon = join(cwd, 'web');
  mkdirSync(join(addon, 'resources'), { recursive: true });
  writeFileSync(join(addon, 'metadata.yaml'), 'name: web\nversion: 1.0.0\ndescription: A web server\n');
  writeFileSync(join(addon, 'parameter.cue'), 'parameter: {\n\tlabels: [string]: string\n\tname: string\n}\n');
  writeFileSync(
    join(addon, 'resources', 'config.cue'),
    'output: {\n\ttype: "raw"\n\tproperties: {\n\t\tapiVersion: "v1"\n\t\tkind: "ConfigMap"\n\t\tmetadata: {name: parameter.name, labels: parameter.labels}\n\t}\n}\n',
  );
  writeFileSync(join(addon, 'NOTES.cue'), 'notes: "\\(parameter.name) is on its way."\n');
  writeFileSync(join(cwd, 'base.yaml'), 'name: base\nlabels: {a: "1", b: "2"}\n');
  writeFileSync(join(cwd, 'over.yaml'), 'labels: {b: "3"}\n');
  return cwd;
}

describe.skipIf(!built)(`chandlery bundle${note}`, () => {
  it('prints what enabling a folder writes, and the notes beside it', async () => {
    const cwd = withAddon();
    const args = ['bundle', './web', '-f', 'base.yaml', '-f', 'over.yaml', '--set', 'labels.c=x'];
    const { code, stdout, stderr } = await runInProcess(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'base is on its way.\n' });
    expect(stdout).toBe(
      [
        'apiVersion: core.oam.dev/v1beta1',
        'kind: Application',
        'metadata:',
        '  creationTimestamp: null',
        '  labels:',
        '    addons.oam.dev/name: web',
        '    addons.oam.dev/registry: local',
        '    addons.oam.dev/version: 1.0.0',
        '  name: addon-web',
        '  namespace: vela-system',
        'spec:',
        '  components:',
        '  - name: config',
        '    properties:',
        '      apiVersion: v1',
        '      kind: ConfigMap',
        '      metadata:',
        '        labels:',
        '          a: "1"',
        '          b: "3"',
        '          c: x',
        '        name: base',
        '    type: raw',
        'status: {}',
        '',
        '',
      ].join('\n'),
    );
  });

  it('says where and why a line refuses, and ends with 1', async () => {
    const cwd = withAddon();
    const { code, stdout, stderr } = await runInProcess(['bundle', './web', '--for', '1.9'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('render/incomplete');
    expect(stderr).toContain('KubeVela 1.9 refuses it: render addon application fail: fail to render cue template');
  });

  it('writes to a file, and as JSON', async () => {
    const cwd = withAddon();
    const args = ['bundle', './web', '--set', 'name=a', '--flavor', 'apply', '--json', '-o', 'bundle.json'];
    expect(await runInProcess(args, { cwd })).toMatchObject({ code: 0, stdout: '' });
    const bundle = JSON.parse(readFileSync(join(cwd, 'bundle.json'), 'utf8'));
    expect(bundle).toMatchObject({ name: 'web', version: '1.0.0', for: '1.10', flavor: 'apply' });
    expect(bundle.objects.map(({ from }: { from: string }) => from)).toEqual(['parameters', 'application']);
  });

  it.each([
    [['--set', 'name'], '--set name: key "name" has no value'],
    [['-f', 'none.yaml'], 'none.yaml does not exist'],
    [['-f', 'web/metadata.yaml', '--for', '1.8'], '"1.8" is no release line'],
    [['--flavor', 'helm'], 'Allowed choices are dry-run, apply'],
    [['--with-dependencies'], '--with-dependencies needs an addon of a catalog, not a path'],
  ])('refuses %j as wrong usage', async (args, message) => {
    const { code, stderr } = await runInProcess(['bundle', './web', ...args], { cwd: withAddon() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('refuses values that are no mapping, with the place', async () => {
    const cwd = withAddon();
    writeFileSync(join(cwd, 'list.yaml'), '# values\n- a\n');
    const { code, stderr } = await runInProcess(['bundle', './web', '-f', 'list.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('list.yaml:2:1: values must be a mapping');
  });

  it('asks the server that holds the addon', async () => {
    const cwd = temporaryFolder();
    cpSync(join(ownAddons, 'kubewatch'), join(cwd, 'addons', 'kubewatch'), { recursive: true });
    const config = 'catalogs:\n  - name: team\n    sources:\n      - { type: local, path: ./addons }\n';
    const server = await startTestServer({ config, folder: cwd });
    try {
      await server.settled();
      const remote = await runInProcess(['bundle', 'kubewatch', '--server', server.url], { cwd });
      expect(remote).toMatchObject({ code: 0 });
      const local = await runInProcess(['bundle', './addons/kubewatch', '--registry', 'team'], { cwd });
      expect(remote.stdout).toBe(local.stdout);
      const refused = await runInProcess(
        ['bundle', 'team/kubewatch', '--set', 'namespace.deep=1', '--server', server.url],
        { cwd },
      );
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/\.cue:\d+:\d+ error/);
    } finally {
      await server.close();
    }
    // Engines start on the server and again in this process.
  }, 60_000);
});
