import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestRepository } from '../support/git-repository.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { type ControlPlane, openControlPlane } from './control-plane.ts';
import { describeJudge } from './describe-judge.ts';
import { type CommitFiles, ownAddons, readOwnAddon, withReplaced } from './own-addon.ts';
import { waitFor } from './wait-for.ts';

const addon = 'kubewatch';
const olderVersion = '0.9.0';
const olderImage = 'robustadev/kubewatch:v2.8.0';
const system = 'namespaces/vela-system';
const paths = {
  application: `/apis/core.oam.dev/v1beta1/${system}/applications/addon-${addon}`,
  deployment: `/apis/apps/v1/${system}/deployments/${addon}`,
  settings: `/api/v1/${system}/configmaps/kubewatch-settings`,
  registries: `/api/v1/${system}/configmaps/vela-addon-registry`,
  trait: (name: string) => `/apis/core.oam.dev/v1beta1/${system}/traitdefinitions/${name}`,
};

describeJudge('A real KubeVela control plane', ['etcd', 'cluster', 'helm-3'], (folders) => {
  const current = readOwnAddon(addon);
  const currentVersion = textOf(current, 'metadata.yaml', /^version: "?([^"\n]+)/m);
  const currentImage = textOf(current, 'parameter.cue', /image: \*"([^"]+)"/);
  const traits = readdirSync(join(ownAddons, addon, 'definitions'))
    .map((file) => file.replace(/\.cue$/, ''))
    .sort();
  let plane: ControlPlane;
  const history = createTestRepository();
  let server: ChandleryServer;
  let registriesBefore: unknown;

  beforeAll(async () => {
    history.commit(olderRelease(current, traits.slice(1)));
    history.commit(current);
    server = await openChandlery({ shop: { type: 'git', url: history.folder, branch: 'main', path: 'addons' } });
    plane = await openControlPlane({ etcd: folders.etcd, cluster: folders.cluster, helm: folders['helm-3'] });
    registriesBefore = await registries();
  });

  afterAll(async () => {
    await plane?.close();
    await server?.close();
    history.remove();
  });

  async function vela(...args: readonly string[]): Promise<string> {
    const result = await plane.vela(...args);
    expect(result, `vela ${args.join(' ')}`).toMatchObject({ code: 0 });
    return result.stdout;
  }

  async function registries(): Promise<unknown> {
    const map = await plane.findObject(paths.registries);
    return JSON.parse(String(valueAt(map, 'data', 'registries')));
  }

  function reachesEnabled(version: string): Promise<string> {
    return waitFor(`${addon} ${version} to be enabled`, 60_000, async () => {
      const status = await vela('addon', 'status', addon);
      return status.includes(`${addon}: enabled (${version})`) ? status : undefined;
    });
  }

  it('takes Chandlery in place of the default registry', async () => {
    await vela('addon', 'registry', 'delete', 'KubeVela');
    await vela('addon', 'registry', 'add', 'shop', '--type', 'helm', '--endpoint', server.registryUrl('shop'));
    expect(await registries()).toEqual({ shop: { name: 'shop', helm: { url: server.registryUrl('shop') } } });
  });

  it('lists the addon with both versions', async () => {
    const row = (await vela('addon', 'list')).split('\n').find((line) => line.startsWith(addon));
    expect(row?.split('\t').map((cell) => cell.trim())).toEqual([
      addon,
      'shop',
      expect.stringMatching(/\S/),
      `[${currentVersion}, ${olderVersion}]`,
      '-',
    ]);
  });

  it('enables the older version', async () => {
    const said = await vela('addon', 'enable', addon, '--version', olderVersion, '--yes');
    expect(said).toContain(`Addon ${addon} enabled successfully.`);
    expect(await reachesEnabled(olderVersion)).toContain('shop');
  });

  it('has written the objects of the older package', async () => {
    expect(await plane.findObject(paths.application)).toMatchObject({
      metadata: { labels: labels(olderVersion) },
      status: { status: 'running' },
    });
    expect(await imageOf(plane)).toBe(olderImage);
    const settings = await plane.findObject(paths.settings);
    expect(valueAt(settings, 'data', '.kubewatch.yaml')).toContain('deployment: true');
    const [first, ...rest] = traits;
    await expectTrait(plane, current, first ?? '');
    for (const trait of rest) expect(await plane.findObject(paths.trait(trait))).toBeUndefined();
  });

  it('upgrades to the newest version', async () => {
    await vela('addon', 'upgrade', addon, '--yes');
    await reachesEnabled(currentVersion);
    expect(await plane.findObject(paths.application)).toMatchObject({ metadata: { labels: labels(currentVersion) } });
    expect(await imageOf(plane)).toBe(currentImage);
    expect(traits.length).toBeGreaterThan(1);
    for (const trait of traits) await expectTrait(plane, current, trait);
  });

  it('disables it and leaves nothing behind', async () => {
    await vela('addon', 'disable', addon);
    const left = [paths.application, paths.deployment, paths.settings, ...traits.map(paths.trait)];
    for (const path of left) {
      await waitFor(`${path} to go`, 60_000, async () => (await plane.findObject(path)) === undefined || undefined);
    }
    expect(await vela('addon', 'status', addon)).toContain(`${addon}: disabled`);
  });

  it('gives the default registry back', async () => {
    await vela('addon', 'registry', 'delete', 'shop');
    // `add` asks the registry at once, and the community's is out of reach here; `update` does not ask.
    await vela('addon', 'registry', 'add', 'KubeVela', '--type', 'helm', '--endpoint', server.registryUrl('shop'));
    const community = 'https://kubevela.github.io/catalog/official';
    await vela('addon', 'registry', 'update', 'KubeVela', '--type', 'helm', '--endpoint', community);
    expect(await registries()).toEqual(registriesBefore);
  });
});

// The release before: another number, another image, and without some of the definitions.
function olderRelease(current: CommitFiles, missing: readonly string[]): CommitFiles {
  const folder = `addons/${addon}`;
  const renumbered = withReplaced(current, `${folder}/metadata.yaml`, /^version: .*$/m, `version: ${olderVersion}`);
  const older = withReplaced(renumbered, `${folder}/parameter.cue`, /image: \*"[^"]+"/, `image: *"${olderImage}"`);
  const left = missing.map((name) => `${folder}/definitions/${name}.cue`);
  return Object.fromEntries(Object.entries(older).filter(([path]) => !left.includes(path)));
}

function textOf(files: CommitFiles, path: string, pattern: RegExp): string {
  const found = pattern.exec(String(files[`addons/${addon}/${path}`]))?.[1];
  if (found === undefined) throw new Error(`${path} does not match ${pattern}`);
  return found;
}

function labels(version: string) {
  return { 'addons.oam.dev/name': addon, 'addons.oam.dev/version': version, 'addons.oam.dev/registry': 'shop' };
}

async function imageOf(plane: ControlPlane): Promise<unknown> {
  const deployment = await plane.findObject(paths.deployment);
  return valueAt(deployment, 'spec', 'template', 'spec', 'containers', '0', 'image');
}

// The core reformats a definition's template, its usage comments stay as they are.
async function expectTrait(plane: ControlPlane, files: CommitFiles, name: string): Promise<void> {
  const source = String(files[`addons/${addon}/definitions/${name}.cue`]);
  const object = await plane.findObject(paths.trait(name));
  const template = String(valueAt(object, 'spec', 'schematic', 'cue', 'template'));
  expect(usages(source).length).toBeGreaterThan(0);
  expect(usages(template)).toEqual(usages(source));
  expect(valueAt(object, 'spec', 'appliesToWorkloads')).toEqual(listIn(source, 'appliesToWorkloads'));
  expect(valueAt(object, 'spec', 'conflictsWith')).toEqual(listIn(source, 'conflictsWith'));
}

function usages(cue: string): string[] {
  return cue.match(/\+usage=.*/g) ?? [];
}

function listIn(cue: string, key: string): string[] {
  const items = new RegExp(`${key}: \\[(.*)\\]`).exec(cue)?.[1] ?? '';
  return [...items.matchAll(/"([^"]+)"/g)].map(([, item]) => item ?? '');
}

function valueAt(object: unknown, ...path: readonly string[]): unknown {
  let value = object;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
