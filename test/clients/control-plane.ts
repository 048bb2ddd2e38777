import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProcessGroup, type ProcessGroup } from './process-group.ts';
import { type ProgramResult, runChecked, runProgram } from './run-program.ts';
import { goEnvironment } from './toolchain.ts';
import { waitFor } from './wait-for.ts';

/** A Kubernetes object as the API server gives it. */
export type KubernetesObject = Readonly<Record<string, unknown>>;

/** Where the programs stand that a control plane is made of. */
export interface ControlPlanePrograms {
  readonly etcd: string;
  readonly cluster: string;
  readonly helm: string;
}

/** A real KubeVela control plane as plain processes on loopback: etcd, kube-apiserver, our controllers, vela-core. No pod ever runs. */
export interface ControlPlane {
  /** Runs the real `vela` against it, with a home folder of its own. */
  vela(...args: readonly string[]): Promise<ProgramResult>;
  /** Runs the real `kubectl` against it. */
  kubectl(...args: readonly string[]): Promise<ProgramResult>;
  /** Runs any other program as `vela` is run; settings add to the environment. */
  run(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<ProgramResult>;
  /** An object by its path in the Kubernetes API; undefined when there is none. */
  findObject(path: string): Promise<KubernetesObject | undefined>;
  close(): Promise<void>;
}

const token = 'control-plane-of-a-test';
const agent = new Agent({ rejectUnauthorized: false }); // a certificate that the API server made for itself a moment ago
const clusterModule = fileURLToPath(new URL('./go/cluster', import.meta.url));

/** Settings of a control plane. */
export interface ControlPlaneOptions {
  /** `false` = KubeVela's objects are there, but vela-core does not run: what is written stays as it was written. */
  readonly core?: boolean;
}

/** Starts a control plane with KubeVela's chart installed and waits until it works. */
export async function openControlPlane(
  programs: ControlPlanePrograms,
  { core = true }: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-cluster-'));
  const group = openProcessGroup(join(folder, 'logs'));
  const close = async () => {
    await group.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const api = await startKubernetes(group, folder, programs);
    const env = writeKubeconfig(folder, api);
    const controllers = join(programs.cluster, 'controllers');
    group.start('controllers', controllers, ['--kubeconfig', join(folder, 'kubeconfig')]);
    const defaultAccount = '/api/v1/namespaces/default/serviceaccounts/default';
    await waitFor('the default service account', 30_000, () => findObject(api, defaultAccount));
    await installVela(programs, env);
    // The API server tells of new kinds a moment after it took them in; clients ask it what kinds there are.
    await waitFor('the kinds of KubeVela', 30_000, async () => {
      const kinds = JSON.stringify(await findObject(api, '/apis/core.oam.dev/v1beta1'));
      return velaKinds.every((kind) => kinds?.includes(`"${kind}"`)) ? true : undefined;
    });
    if (core) await startCore(group, folder, { programs, env });
    const run: ControlPlane['run'] = (program, args, more = {}) =>
      runProgram(program, args, { env: { ...env, ...more }, cwd: folder, timeoutMs: 120_000 });
    return {
      vela: (...args) => run(join(programs.cluster, 'cli'), args),
      kubectl: (...args) => run(join(programs.cluster, 'kubectl'), args),
      run,
      findObject: (path) => findObject(api, path),
      close,
    };
  } catch (error) {
    const logs = group.readLogs();
    await close();
    throw new Error(`the control plane did not start\n${logs}`, { cause: error });
  }
}

const velaKinds = [
  'Application',
  'ComponentDefinition',
  'TraitDefinition',
  'PolicyDefinition',
  'WorkflowStepDefinition',
];

async function startKubernetes(group: ProcessGroup, folder: string, programs: ControlPlanePrograms): Promise<string> {
  const [client, peer, secure] = [await freePort(), await freePort(), await freePort()];
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  writeFileSync(join(certificates, 'tokens.csv'), `${token},admin,admin,"system:masters"\n`);
  await runChecked('openssl', ['genrsa', '-out', join(certificates, 'accounts.key'), '2048']);
  group.start('etcd', join(programs.etcd, 'etcd'), [
    ...['--data-dir', join(folder, 'etcd')],
    ...['--listen-client-urls', `http://127.0.0.1:${client}`, '--advertise-client-urls', `http://127.0.0.1:${client}`],
    ...['--listen-peer-urls', `http://127.0.0.1:${peer}`, '--initial-advertise-peer-urls', `http://127.0.0.1:${peer}`],
    ...['--initial-cluster', `default=http://127.0.0.1:${peer}`],
  ]);
  const accountKey = join(certificates, 'accounts.key');
  group.start('kube-apiserver', join(programs.cluster, 'kube-apiserver'), [
    ...['--etcd-servers', `http://127.0.0.1:${client}`, '--bind-address', '127.0.0.1', '--secure-port', `${secure}`],
    ...['--advertise-address', '127.0.0.1', '--cert-dir', join(certificates, 'api')],
    ...['--token-auth-file', join(certificates, 'tokens.csv'), '--authorization-mode', 'RBAC'],
    ...['--service-account-issuer', 'https://kubernetes.default.svc', '--service-account-key-file', accountKey],
    ...['--service-account-signing-key-file', accountKey, '--service-cluster-ip-range', '10.96.0.0/16'],
    ...['--endpoint-reconciler-type', 'none', '--allow-privileged'],
  ]);
  const api = `https://127.0.0.1:${secure}`;
  await waitFor('kube-apiserver', 60_000, async () => {
    group.assertRunning();
    const answer = await get(api, '/readyz').catch(() => undefined);
    return answer?.status === 200 ? true : undefined;
  });
  return api;
}

function writeKubeconfig(folder: string, api: string): Record<string, string> {
  const kubeconfig = join(folder, 'kubeconfig');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: api, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'admin' } }],
    'current-context': 'c',
  };
  writeFileSync(kubeconfig, JSON.stringify(config));
  const home = join(folder, 'home');
  mkdirSync(home);
  const helm = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  return { KUBECONFIG: kubeconfig, HOME: home, ...helm };
}

async function installVela(programs: ControlPlanePrograms, env: Record<string, string>): Promise<void> {
  const downloaded = await runChecked('go', ['mod', 'download', '-json', 'github.com/oam-dev/kubevela'], {
    cwd: clusterModule,
    env: goEnvironment,
  });
  // `go help mod download` describes the shape.
  const module = JSON.parse(downloaded) as { Dir: string };
  const settings = [
    'admissionWebhooks.enabled=false',
    'multicluster.enabled=false',
    'test.enabled=false',
    'image.tag=v1.10.9',
  ];
  const chart = join(module.Dir, 'charts/vela-core');
  const place = ['--namespace', 'vela-system', '--create-namespace'];
  const install = ['install', 'kubevela', chart, ...place, '--set', settings.join(',')];
  await runChecked(join(programs.helm, 'helm'), install, { env });
}

async function startCore(
  group: ProcessGroup,
  folder: string,
  { programs, env }: { readonly programs: ControlPlanePrograms; readonly env: Record<string, string> },
): Promise<void> {
  const health = await freePort();
  const flags = [
    ...['--metrics-addr=127.0.0.1:0', `--health-addr=127.0.0.1:${health}`, '--use-webhook=false'],
    ...['--system-definition-namespace=vela-system', '--concurrent-reconciles=4'],
    ...['--kube-api-qps=200', '--kube-api-burst=400'],
    ...['--max-workflow-wait-backoff-time=3', '--max-workflow-failed-backoff-time=3'],
    '--enable-external-package-watch-for-default-compiler=false',
  ];
  group.start('vela-core', join(programs.cluster, 'core'), flags, { env, cwd: folder });
  await waitFor('vela-core', 60_000, async () => {
    group.assertRunning();
    const answer = await fetch(`http://127.0.0.1:${health}/readyz`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
}

async function findObject(api: string, path: string): Promise<KubernetesObject | undefined> {
  const answer = await get(api, path);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.body}`);
  // An API server answers with JSON objects only.
  return JSON.parse(answer.body) as KubernetesObject;
}

function get(api: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    const call = request(`${api}${path}`, { agent, headers, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    call.on('timeout', () => call.destroy(new Error(`GET ${path}: no answer within 10 s`)));
    call.on('error', reject);
    call.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
