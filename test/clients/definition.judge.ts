import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { listAdded, readClusterState } from './cluster-state.ts';
import { type ControlPlane, openControlPlane } from './control-plane.ts';
import { describeJudge } from './describe-judge.ts';
import { ownAddons } from './own-addon.ts';
import type { ProgramResult } from './run-program.ts';
import { openTlsProxy, type TlsProxy } from './tls-proxy.ts';
import { waitFor } from './wait-for.ts';

/** One of each kind that own addons bring, by its name in a URL, and its file. */
const definitions = [
  { kind: 'component', name: 'flux-kustomization', addon: 'flux-kustomize' },
  { kind: 'trait', name: 'kubewatch-webhook', addon: 'kubewatch' },
  { kind: 'workflow-step', name: 'flux-wait', addon: 'flux-kustomize' },
] as const;

describeJudge(
  'Definitions by URL beside the real vela and kubectl',
  ['etcd', 'cluster', 'helm-3', 'vela-1.9'],
  (folders) => {
    const velas = { '1.10': join(folders.cluster, 'cli'), '1.9': join(folders['vela-1.9'], 'cli') } as const;
    let server: ChandleryServer;
    let proxy: TlsProxy;
    let plane: ControlPlane;

    const urlOf = (kind: string, name: string, form: 'cue' | 'yaml') =>
      `${server.url}/definitions/${kind}/${name}.${form}`;

    beforeAll(async () => {
      server = await openChandlery({ own: { type: 'local', path: ownAddons } });
      proxy = await openTlsProxy(server.url);
      const programs = { etcd: folders.etcd, cluster: folders.cluster, helm: folders['helm-3'] };
      plane = await openControlPlane(programs, { core: false });
      // A definition is served once it is judged, which takes the longer the busier the machine is.
      await waitFor('the first definition to be served and taken', 60_000, async () => {
        const probe = await plane.vela('def', 'apply', urlOf('component', 'flux-kustomization', 'cue'), '--dry-run');
        return probe.code === 0 ? true : undefined;
      });
    }, 300_000);

    afterAll(async () => {
      await plane?.close();
      await proxy?.close();
      await server?.close();
    });

    async function good(what: string, result: Promise<ProgramResult>): Promise<string> {
      const ended = await result;
      expect(ended.code, `${what}: ${ended.stderr}`).toBe(0);
      return ended.stdout;
    }

    it.each(definitions)('vela makes of $kind $name what its YAML says', async ({ kind, name }) => {
      const said: unknown = parse(await (await fetch(urlOf(kind, name, 'yaml'))).text());
      const made = await good('def apply', plane.vela('def', 'apply', urlOf(kind, name, 'cue'), '--dry-run'));
      expect(parse(made)).toEqual(said);
    });

    it.each(definitions)('vela 1.10 and 1.9 and kubectl apply $kind $name alike', async ({ kind, name }) => {
      const before = await readClusterState(plane);
      await good('kubectl apply', plane.kubectl('apply', '-f', urlOf(kind, name, 'yaml')));
      const applied = listAdded(before, await readClusterState(plane));
      expect(Object.keys(applied)).toHaveLength(1);
      for (const line of ['1.10', '1.9'] as const) {
        await good('kubectl delete', plane.kubectl('delete', '-f', urlOf(kind, name, 'yaml'), '--wait'));
        await good(`def apply of ${line}`, plane.run(velas[line], ['def', 'apply', urlOf(kind, name, 'cue')]));
        const added = listAdded(before, await readClusterState(plane));
        expect(Object.keys(added)).toEqual(Object.keys(applied));
        // Each line formats a template in its own way; the file is that of the newest.
        if (line === '1.10') expect(added).toEqual(applied);
      }
      await good('kubectl delete', plane.kubectl('delete', '-f', urlOf(kind, name, 'yaml'), '--wait'));
    });

    it.each(definitions)('vela shows of $kind $name what it shows of the file', async ({ kind, name, addon }) => {
      const file = join(ownAddons, addon, 'definitions', `${name}.cue`);
      const [shown, wanted] = [await plane.vela('show', urlOf(kind, name, 'cue')), await plane.vela('show', file)];
      expect(shown).toEqual(wanted);
      // The client itself has nothing to show of a workflow step.
      if (kind !== 'workflow-step') expect(shown.stdout).toContain('NAME');
    });

    it('vela discovers components and traits, and gets one', async () => {
      const bucket = ['--url', `oss://${proxy.host}`];
      const trusting = { SSL_CERT_FILE: proxy.certificate };
      const components = await plane.run(velas['1.10'], ['comp', '--discover', ...bucket], trusting);
      expect(components.stdout + components.stderr).toContain('flux-kustomization');
      expect(components.stdout + components.stderr).not.toContain('[WARN]');
      const traits = await plane.run(velas['1.10'], ['trait', '--discover', ...bucket], trusting);
      expect(traits.stdout + traits.stderr).toContain('kubewatch-webhook');
      const before = await readClusterState(plane);
      await good('comp get', plane.run(velas['1.10'], ['comp', 'get', 'flux-kustomization', ...bucket], trusting));
      const added = listAdded(before, await readClusterState(plane));
      expect(Object.keys(added)).toEqual(['ComponentDefinition.core.oam.dev vela-system/flux-kustomization']);
    });
  },
);
