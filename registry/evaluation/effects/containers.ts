import {
  findEntryOf,
  findTextOf,
  type LocatedEntry,
  type LocatedObject,
  listItemsOf,
} from '../located/located-value.ts';
import { type EffectDetector, type FoundEffect, findComponentType, findKind } from './effect-scope.ts';
import { sayEffect } from './say-effect.ts';

const imageReference = /^[a-z0-9][\w.:/@-]*$/;
const hostNamespaces = ['hostNetwork', 'hostPID', 'hostIPC'];
const workloadKinds = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'];
const workloadTypes = ['webservice', 'worker', 'task', 'cron-task', 'daemon', 'statefulset'];

/** What runs: workloads, images, and what their pods may do to the node. */
export const detectContainers: EffectDetector = function* detectContainers(object) {
  yield* detectWorkload(object);
  for (const entry of object.entries) {
    if (entry.key === 'image') yield* detectImage(entry);
    else if (entry.key === 'hostPath') yield* detectHostPath(entry);
    else if (entry.key === 'privileged') yield* detectPrivileged(entry);
    else if (entry.key === 'capabilities') yield* detectCapabilities(entry);
    else if (hostNamespaces.includes(entry.key) && isTrue(entry)) {
      yield { kind: 'host-namespace', severity: 'danger', value: entry.key, place: entry.place };
    }
  }
};

function* detectWorkload(object: LocatedObject): Generator<FoundEffect> {
  const kind = findKind(object);
  if (kind !== undefined && workloadKinds.includes(kind)) {
    const place = findEntryOf(object, 'kind')?.place ?? object.place;
    yield { kind: 'workload', severity: 'plain', value: kind, place };
  }
  const type = findComponentType(object);
  if (type !== undefined && workloadTypes.includes(type)) {
    const place = findEntryOf(object, 'type')?.place ?? object.place;
    yield { kind: 'workload', severity: 'plain', value: type, place };
  }
}

/** `image: "nginx:1"` of containers and components, `image: {repository: …, tag: …}` of charts' values. */
function* detectImage({ value, place }: LocatedEntry): Generator<FoundEffect> {
  if (value.kind === 'object') {
    const repository = findTextOf(value, 'repository');
    if (repository === undefined || !imageReference.test(repository)) return;
    const registry = findTextOf(value, 'registry');
    const tag = findTextOf(value, 'tag');
    const image = `${registry === undefined ? '' : `${registry}/`}${repository}${tag === undefined ? '' : `:${tag}`}`;
    yield { kind: 'image', severity: 'plain', value: image, place };
  } else {
    const image = findTextOf(value);
    if (image !== undefined && imageReference.test(image)) {
      yield { kind: 'image', severity: 'plain', value: image, place };
    }
  }
}

/** Of a volume (`hostPath: {path}`) and of KubeVela's own components (`volumeMounts: hostPath: [{path}]`). */
function* detectHostPath({ value, place }: LocatedEntry): Generator<FoundEffect> {
  const volumes = listItemsOf(value).filter((item) => findEntryOf(item, 'path') !== undefined);
  if (volumes.length === 0) return;
  const paths = volumes.map((volume) => findTextOf(volume, 'path') ?? '');
  yield { kind: 'host-path', severity: 'danger', ...sayEffect({ code: 'host-paths', paths }), place };
}

function* detectPrivileged(entry: LocatedEntry): Generator<FoundEffect> {
  if (!isTrue(entry)) return;
  yield { kind: 'privileged', severity: 'danger', ...sayEffect({ code: 'privileged' }), place: entry.place };
}

function* detectCapabilities({ value }: LocatedEntry): Generator<FoundEffect> {
  const added = findEntryOf(value, 'add');
  const capabilities = listItemsOf(added?.value).flatMap((item) => findTextOf(item) ?? []);
  // Binding low ports is what an unprivileged server asks for.
  const notable = capabilities.filter((capability) => capability !== 'NET_BIND_SERVICE');
  if (added === undefined || notable.length === 0) return;
  const said = sayEffect({ code: 'capabilities', names: notable });
  yield { kind: 'privileged', severity: 'danger', ...said, place: added.place };
}

function isTrue({ value }: LocatedEntry): boolean {
  return value.kind === 'scalar' && value.value === true;
}
