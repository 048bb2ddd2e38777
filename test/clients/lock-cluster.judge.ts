import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Lock } from '../../schemas/lock.ts';
import { installedArguments } from '../../web/components/install-lines.ts';
import { createTestRepository, type TestFiles } from '../support/git-repository.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { type ControlPlane, openControlPlane } from './control-plane.ts';
import { describeJudge } from './describe-judge.ts';
import type { ProgramResult } from './run-program.ts';
import { waitFor } from './wait-for.ts';

/** Each needs the one before it, in any version. */
const chain = ['base', 'middle', 'top'] as const;
const locked = '1.0.0';
const newest = '2.0.0';

describeJudge('A lock on a real KubeVela control plane', ['etcd', 'cluster', 'helm-3'], (folders) => {
  const history = createTestRepository();
  let plane: ControlPlane;
  let server: ChandleryServer;
  let lock: Lock;

  beforeAll(async () => {
    for (const version of [locked, newest]) history.commit(release(version));
    server = await openChandlery({ shop: { type: 'git', url: history.folder, branch: 'main', path: 'addons' } });
    const written = await server.findLock({
      want: chain.map((name) => ({ name, range: locked })),
      vela: '1.10.9',
    });
    if (written === undefined) throw new Error('the lock was not written');
    lock = written;
    plane = await openControlPlane({ etcd: folders.etcd, cluster: folders.cluster, helm: folders['helm-3'] });
  }, 300_000);

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

  /** Leaves exactly these registries, the one that the client asks first in front. */
  async function useRegistries(registries: Readonly<Record<string, string>>): Promise<void> {
    const listed = (await vela('addon', 'registry', 'list')).split('\n').slice(1);
    for (const line of listed) {
      const [name = ''] = line.trim().split(/\s+/);
      if (name !== '') await vela('addon', 'registry', 'delete', name);
    }
    for (const [name, url] of Object.entries(registries)) {
      await vela('addon', 'registry', 'add', name, '--type', 'helm', '--endpoint', url);
    }
  }

  async function enabledVersions(): Promise<readonly (string | undefined)[]> {
    return Promise.all(
      chain.map(async (name) => labelOf(await plane.findObject(applicationPath(name)), 'addons.oam.dev/version')),
    );
  }

  async function contents(): Promise<readonly unknown[]> {
    return Promise.all(chain.map(async (name) => valueAt(await plane.findObject(configPath(name)), 'data', 'version')));
  }

  async function disableAll(): Promise<void> {
    for (const name of chain.toReversed()) {
      if ((await plane.findObject(applicationPath(name))) === undefined) continue;
      await vela('addon', 'disable', name, '--force');
      const paths = [applicationPath(name), configPath(name), traitPath(name)];
      for (const path of paths) {
        await waitFor(`${path} to go`, 60_000, async () => (await plane.findObject(path)) === undefined || undefined);
      }
    }
  }

  async function expectLocked(): Promise<void> {
    expect(await enabledVersions()).toEqual([locked, locked, locked]);
    await waitFor('the objects of all three', 60_000, async () =>
      (await contents()).every((each) => each !== undefined) ? true : undefined,
    );
    expect(await contents()).toEqual([locked, locked, locked]);
    for (const name of chain) {
      const template = valueAt(await plane.findObject(traitPath(name)), 'spec', 'schematic', 'cue', 'template');
      expect(template).toContain(`"${name}-${locked}"`);
    }
  }

  const enable = (...args: readonly string[]): Promise<ProgramResult> =>
    plane.vela('addon', 'enable', ...args, '--yes');

  describe('without a registry', () => {
    it('kubectl enables all three from one bundle, each at the newest version', async () => {
      const bundle = `${server.registryUrl('shop')}/addons/top/latest/bundle.yaml?flavor=apply&dependencies=include`;
      const { code, stdout, stderr } = await plane.kubectl('apply', '-f', bundle);
      expect([code, stderr]).toEqual([0, '']);
      // In install order, and nothing twice.
      const written = stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]);
      const own = (name: string) => [
        `traitdefinition.core.oam.dev/${name}-mark`,
        `application.core.oam.dev/addon-${name}`,
      ];
      expect(written).toEqual(chain.flatMap(own));
      expect(await enabledVersions()).toEqual([newest, newest, newest]);
      await waitFor('the objects of all three', 60_000, async () =>
        (await contents()).every((each) => each === newest) ? true : undefined,
      );
      expect((await plane.kubectl('delete', '-f', bundle)).code).toBe(0);
    });
  });

  describe('with another registry beside it', () => {
    beforeAll(() => useRegistries({ KubeVela: server.registryUrl('shop'), locked: lock.url }));
    beforeEach(disableAll);

    it('the client asks the lock for the newest dependency of all registries, and fails', async () => {
      const { code, stdout, stderr } = await enable('locked/top', '--version', locked);
      expect(code).not.toBe(0);
      expect(stdout + stderr).toMatch(/not exist/);
      expect(await enabledVersions()).toEqual([undefined, undefined, undefined]);
    });

    // Without a registry's name the client asks them in no defined order, and does the one or the other.
    it('or takes the newer dependency, when the addon comes from the other registry', async () => {
      expect(await enable('KubeVela/top', '--version', locked)).toMatchObject({ code: 0 });
      expect(await enabledVersions()).toEqual([newest, newest, locked]);
    });
  });

  describe('as the only registry', () => {
    beforeAll(() => useRegistries({ locked: lock.url }));
    beforeEach(disableAll);

    it('the lines of the lock enable all three, in order, and their objects are those of the locked versions', async () => {
      expect(lock.order).toEqual([...chain]);
      for (const name of lock.order) {
        const { version } = lock.members.find((member) => member.name === name) ?? {};
        const said = await vela('addon', 'enable', `locked/${name}`, '--version', version ?? '', '--yes');
        expect(said).toContain(`Addon ${name} enabled successfully.`);
      }
      await expectLocked();
      const listed = await plane.kubectl(...installedArguments);
      expect(listed.stdout.trim().split('\n').sort()).toEqual(chain.map((name) => `${name}@${locked}`));
    });

    it('a client that is told the last one only takes the locked dependencies', async () => {
      expect(await enable('top')).toMatchObject({ code: 0 });
      await expectLocked();
    });
  });
});

/** All three addons at one version, whose objects tell it. */
function release(version: string): TestFiles {
  return Object.assign({}, ...chain.map((name, index) => filesOf(name, version, chain[index - 1])));
}

function filesOf(name: string, version: string, needs: string | undefined): TestFiles {
  const dependencies = needs === undefined ? '' : `dependencies:\n  - name: ${needs}\n`;
  return {
    [`addons/${name}/metadata.yaml`]: `name: ${name}\nversion: ${version}\ndescription: a link of a chain\n${dependencies}`,
    [`addons/${name}/resources/config.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: chain-${name}\n  namespace: vela-system\ndata:\n  version: "${version}"\n`,
    [`addons/${name}/definitions/${name}-mark.cue`]: `"${name}-mark": {\n\ttype: "trait"\n\tdescription: "Marks what it is put on."\n\tattributes: appliesToWorkloads: ["*"]\n}\ntemplate: {\n\tpatch: metadata: annotations: mark: "${name}-${version}"\n\tparameter: {}\n}\n`,
  };
}

function applicationPath(name: string): string {
  return `/apis/core.oam.dev/v1beta1/namespaces/vela-system/applications/addon-${name}`;
}

function configPath(name: string): string {
  return `/api/v1/namespaces/vela-system/configmaps/chain-${name}`;
}

function traitPath(name: string): string {
  return `/apis/core.oam.dev/v1beta1/namespaces/vela-system/traitdefinitions/${name}-mark`;
}

function labelOf(object: unknown, label: string): string | undefined {
  const value = valueAt(object, 'metadata', 'labels', label);
  return typeof value === 'string' ? value : undefined;
}

function valueAt(object: unknown, ...path: readonly string[]): unknown {
  let value = object;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
