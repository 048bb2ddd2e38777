import type { ControlPlane, KubernetesObject } from './control-plane.ts';

/** Every object of a control plane by what identifies it: `kind.group namespace/name`. */
export type ClusterState = ReadonlyMap<string, KubernetesObject>;

/** Written again and again by others while nothing happens. */
const restless = /^(events|leases|endpoints|endpointslices|componentstatuses|apiservices)(\.|$)/;

/** Reads all objects of all kinds that can be listed. */
export async function readClusterState(plane: ControlPlane): Promise<ClusterState> {
  const listed = await checked(plane, 'api-resources', '--verbs=list', '-o', 'name');
  const kinds = listed.split('\n').filter((name) => name !== '' && !restless.test(name));
  const text = await checked(plane, 'get', kinds.join(','), '--all-namespaces', '-o', 'json');
  // `kubectl get -o json` prints a list of objects.
  const { items } = JSON.parse(text) as { readonly items: readonly KubernetesObject[] };
  return new Map(items.map((object) => [identify(object), object]));
}

/** What one state has beside another, as it can be compared, by identity and sorted. */
export function listAdded(before: ClusterState, after: ClusterState): Readonly<Record<string, unknown>> {
  const added = [...after].filter(([identity]) => !before.has(identity));
  return Object.fromEntries(
    added.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, object]) => [key, toComparable(object)]),
  );
}

/** Resource versions by identity: equal ones mean that nothing was written. */
export function listResourceVersions(state: ClusterState): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...state].map(([identity, { metadata }]) => [identity, fieldOf(metadata, 'resourceVersion')]),
  );
}

const serverSet = ['creationTimestamp', 'generation', 'managedFields', 'ownerReferences', 'resourceVersion', 'uid'];
/** What clients note for themselves, in annotations and labels, beside what they were asked to write. */
const notes = [
  'addons.oam.dev/registry',
  'oam.dev/render-hash',
  'app.oam.dev/publishVersion',
  'app.oam.dev/last-applied-configuration',
  'app.oam.dev/last-applied-time',
  'kubectl.kubernetes.io/last-applied-configuration',
];

/**
 * The object without what "the same set of objects" ignores, and without nulls, which `kubectl apply` never stores;
 * annotations and labels that are empty then are absent.
 */
function toComparable(object: KubernetesObject): unknown {
  const { status: _status, metadata, ...rest } = withoutNulls(object);
  const kept = without(metadata, serverSet);
  const annotations = without(kept['annotations'], notes);
  const labels = without(kept['labels'], notes);
  const { annotations: _annotations, labels: _labels, ...other } = kept;
  return {
    ...rest,
    metadata: {
      ...other,
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
    },
  };
}

function withoutNulls(object: KubernetesObject): KubernetesObject {
  // What JSON.parse makes of JSON is JSON again.
  return JSON.parse(JSON.stringify(object, (_, value: unknown) => (value === null ? undefined : value)));
}

function without(value: unknown, keys: readonly string[]): Record<string, unknown> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
}

function identify({ apiVersion, kind, metadata }: KubernetesObject): string {
  const [group] = String(apiVersion).split('/');
  const place = [fieldOf(metadata, 'namespace'), fieldOf(metadata, 'name')].filter((part) => part !== undefined);
  return `${String(kind)}.${group} ${place.join('/')}`;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

async function checked(plane: ControlPlane, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await plane.kubectl(...args);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${code}\n${stderr}`);
  return stdout;
}
