import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { type ClusterState, listAdded, listResourceVersions, readClusterState } from './cluster-state.ts';
import { compareText, sortOutputs } from './compare-install.ts';
import { type ControlPlane, openControlPlane } from './control-plane.ts';
import { describeJudge } from './describe-judge.ts';
import { ownAddons } from './own-addon.ts';
import { openTreeFolder, type TreeFolder } from './tree-folder.ts';
import { waitFor } from './wait-for.ts';

interface Sample {
  readonly catalog: 'own' | 'corpus';
  readonly addon: string;
  readonly version: string;
}

/** Arguments that addons are enabled with, one list after the other; none where nothing is said. */
const argumentsOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  chandlery: [['image=example.com/chandlery:1', 'storage.persistent=false']],
  fluxcd: [[], ['onlyHelmComponents=true']],
  kubewatch: [[], ['image=example.com/kubewatch:v1', 'watch.pods=true', 'namespace=a\\,b']],
};

const corpusSamples = 10;
/** `kubectl apply` notes what it applied in an annotation, of which the API server admits 256 KiB. */
const maxAppliedLength = 200_000;

describeJudge('Bundles beside the real vela and kubectl', ['etcd', 'cluster', 'helm-3', 'vela-1.9'], (folders) => {
  const shared = findShared();
  const velas = { '1.10': join(folders.cluster, 'cli'), '1.9': join(folders['vela-1.9'], 'cli') } as const;
  let corpus: TreeFolder;
  let server: ChandleryServer;
  let plane: ControlPlane;
  let samples: readonly Sample[] = [];

  beforeAll(async () => {
    corpus = openTreeFolder(shared === undefined ? new Map() : readCatalogTip(shared));
    server = await openChandlery({
      own: { type: 'local', path: ownAddons },
      corpus: { type: 'local', path: corpus.folder },
    });
    plane = await openControlPlane(
      { etcd: folders.etcd, cluster: folders.cluster, helm: folders['helm-3'] },
      { core: false },
    );
    await takeRegistries();
    samples = [...(await listSamples('own')), ...(await listSamples('corpus')).slice(0, corpusSamples)];
  }, 300_000);

  afterAll(async () => {
    await plane?.close();
    await server?.close();
    corpus?.remove();
  });

  async function takeRegistries(): Promise<void> {
    await vela('addon', 'registry', 'delete', 'KubeVela');
    for (const name of ['own', 'corpus']) {
      await vela('addon', 'registry', 'add', name, '--type', 'helm', '--endpoint', server.registryUrl(name));
    }
  }

  async function vela(...args: readonly string[]): Promise<string> {
    const result = await plane.vela(...args);
    expect(result, `vela ${args.join(' ')}`).toMatchObject({ code: 0 });
    return result.stdout;
  }

  async function kubectl(...args: readonly string[]): Promise<string> {
    const result = await plane.kubectl(...args);
    expect(result, `kubectl ${args.join(' ')}`).toMatchObject({ code: 0 });
    return result.stdout;
  }

  /** The newest version of every addon whose bundle is made of kinds that this control plane knows. */
  async function listSamples(catalog: Sample['catalog']): Promise<readonly Sample[]> {
    const known = new Set(
      (await kubectl('api-resources', '--no-headers')).split('\n').map((line) => line.split(/\s+/).at(-1)),
    );
    const found: Sample[] = [];
    for (const addon of (await server.listAddonNames(catalog)).sort()) {
      const { latest } = await server.getAddon(catalog, addon);
      if (latest === undefined) continue;
      const sample: Sample = { catalog, addon, version: latest };
      const answer = await fetch(bundleUrl(sample, { flavor: 'apply' }, lastArguments(sample)));
      const text = await answer.text();
      const kinds = [...text.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind);
      const applicable = answer.ok && text.length < maxAppliedLength && kinds.every((kind) => known.has(kind));
      if (applicable) found.push(sample);
      else expect(catalog, `${addon} ${latest}: ${answer.status} ${kinds}`).toBe('corpus');
    }
    return found;
  }

  function bundleUrl(
    { catalog, addon, version }: Sample,
    query: Readonly<Record<string, string>>,
    set: readonly string[] = [],
  ) {
    const path = ['catalogs', catalog, 'addons', addon, 'versions', version].map(encodeURIComponent).join('/');
    const search = new URLSearchParams([...Object.entries(query), ...set.map((each) => ['set', each])]);
    return `${server.url}/api/v1/${path}/bundle.yaml?${search}`;
  }

  /** Lets the client take the dependencies for enabled, so that it installs the one addon that is asked about. */
  async function pretendDependencies({ catalog, addon, version }: Sample): Promise<string | undefined> {
    const { metadata } = await server.getVersion(catalog, addon, version);
    const items = metadata.dependencies.map(({ name }) => ({
      apiVersion: 'core.oam.dev/v1beta1',
      kind: 'Application',
      metadata: {
        name: `addon-${name}`,
        namespace: 'vela-system',
        labels: {
          'addons.oam.dev/name': name,
          'addons.oam.dev/version': '99.0.0',
          'addons.oam.dev/registry': 'local',
        },
      },
      spec: { components: [] },
    }));
    if (items.length === 0) return undefined;
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    const file = corpus.write('../dependencies.json', list);
    await kubectl('apply', '-f', file);
    return file;
  }

  it(`has all own addons and ${corpusSamples} of the corpus to ask about`, ({ skip }) => {
    console.log(samples.map(({ catalog, addon, version }) => `${catalog}/${addon} ${version}`).join(', '));
    expect(samples.filter(({ catalog }) => catalog === 'own').length).toBeGreaterThanOrEqual(5);
    if (shared === undefined) skip('needs the corpus in the shared folder');
    expect(samples.filter(({ catalog }) => catalog === 'corpus')).toHaveLength(corpusSamples);
  });

  describe.each(['1.10', '1.9'] as const)('dry runs of vela %s', (line) => {
    it('print what bundles hold, byte for byte', async () => {
      const differences: string[] = [];
      for (const sample of samples) {
        for (const set of argumentsOf[sample.addon] ?? [[]]) {
          const { catalog, addon, version } = sample;
          await pretendDependencies(sample);
          const options = ['--version', version, '--dry-run', '--skip-version-validating', '--override-definitions'];
          const printed = await plane.run(velas[line], ['addon', 'enable', `${catalog}/${addon}`, ...options, ...set]);
          const answer = await fetch(bundleUrl(sample, { for: line }, set));
          const ours = await answer.text();
          expect(answer.status, ours).toBe(200);
          const difference = compareText('line', normalize(ours), normalize(printed.stdout));
          differences.push(...difference.map((each) => `${addon} ${version} ${set}: ${each} ${printed.stderr}`));
        }
      }
      expect(differences).toEqual([]);
    }, 300_000);
  });

  describe('objects in the control plane', () => {
    it('are accepted, stay as they are, and are those that enabling writes', async () => {
      await kubectl('delete', 'applications.core.oam.dev', '--all', '--namespace', 'vela-system');
      for (const sample of samples) {
        const dependencies = await pretendDependencies(sample);
        const before = await readClusterState(plane);
        const applied = await applyTwice(sample, before);
        const enabled = await enable(sample, before);
        expect(enabled, `${sample.addon} ${sample.version}`).toEqual(applied);
        if (dependencies !== undefined) await kubectl('delete', '-f', dependencies);
      }
    }, 600_000);
  });

  async function applyTwice(sample: Sample, before: ClusterState): Promise<Readonly<Record<string, unknown>>> {
    const url = bundleUrl(sample, { for: '1.10', flavor: 'apply' }, lastArguments(sample));
    await kubectl('apply', '-f', url);
    const once = await readClusterState(plane);
    const said = await kubectl('apply', '-f', url);
    expect(
      said
        .trimEnd()
        .split('\n')
        .filter((line) => !line.endsWith(' unchanged')),
    ).toEqual([]);
    expect(listResourceVersions(await readClusterState(plane))).toEqual(listResourceVersions(once));
    await kubectl('delete', '-f', url, '--wait');
    await waitUntilGone(before);
    return listAdded(before, once);
  }

  async function enable(sample: Sample, before: ClusterState): Promise<Readonly<Record<string, unknown>>> {
    const { catalog, addon, version } = sample;
    const application = `/apis/core.oam.dev/v1beta1/namespaces/vela-system/applications/addon-${addon}`;
    const enabling = plane.vela(
      'addon',
      'enable',
      `${catalog}/${addon}`,
      '--version',
      version,
      ...lastArguments(sample),
    );
    // In place of the core, which does not run here: the client waits for this word.
    const running = JSON.stringify({ status: { status: 'running', observedGeneration: 1000 } });
    await waitFor(`the Application of ${addon}`, 60_000, async () => {
      if ((await plane.findObject(application)) === undefined) return undefined;
      const patch = ['--namespace', 'vela-system', '--subresource=status', '--type=merge', '--patch', running];
      return (await kubectl('patch', 'applications.core.oam.dev', `addon-${addon}`, ...patch)) || true;
    });
    expect(await enabling, `${addon} ${version}`).toMatchObject({ code: 0 });
    const added = listAdded(before, await readClusterState(plane));
    await vela('addon', 'disable', addon);
    await waitUntilGone(before);
    return added;
  }

  async function waitUntilGone(before: ClusterState): Promise<void> {
    await waitFor('everything to be gone', 60_000, async () => {
      const left = listAdded(before, await readClusterState(plane));
      return Object.keys(left).length === 0 || undefined;
    });
  }
});

function lastArguments({ addon }: Sample): readonly string[] {
  return argumentsOf[addon]?.at(-1) ?? [];
}

/** Outputs come in no order from the client. */
function normalize(text: string): string {
  return sortOutputs(
    text
      .trimEnd()
      .split('\n---\n')
      .map((document) => document.trimEnd()),
  ).join('\n---\n');
}
