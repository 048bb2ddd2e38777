import type { Lock } from '../../../schemas/lock.ts';
import { toShellWord } from '../shell-word.ts';

/** The lines that install from a lock with an unmodified `vela`, each group in the order to run it. */
export interface LockCommands {
  /** Notes which registries there are, and keeps them in a file. */
  readonly keep: readonly string[];
  /** Takes the registry away that every control plane is born with; others go the same way. */
  readonly remove: readonly string[];
  /** Makes the lock the only registry. */
  readonly add: readonly string[];
  /** One addon a line: a client installs one missing dependency per call. */
  readonly enable: readonly string[];
  /** Brings back what was kept. */
  readonly back: readonly string[];
  /** Fetches the lock as a file, and tells whether it still holds. */
  readonly check: readonly string[];
}

/** The registry that KubeVela's own chart adds (charts/vela-core/templates/addon_registry.yaml). */
const defaultRegistry = 'KubeVela';
const keptFile = 'vela-addon-registry.yaml';

/**
 * The client merges all registries and takes the newest version of all (pkg/addon/addon.go), so a lock must be the only one:
 * the others are kept in a file, deleted, and brought back afterwards.
 */
export function toLockCommands(lock: Pick<Lock, 'id' | 'url' | 'order' | 'members'>): LockCommands {
  const versions = new Map(lock.members.map(({ name, version }) => [name, version]));
  const registry = `lock-${lock.id.slice(0, 12)}`;
  const server = lock.url.slice(0, lock.url.lastIndexOf('/lock/'));
  return {
    keep: [
      'vela addon registry list',
      `kubectl get configmap vela-addon-registry -n vela-system -o yaml > ${keptFile}`,
    ],
    remove: [`vela addon registry delete ${defaultRegistry}`],
    add: [`vela addon registry add ${registry} --type helm --endpoint ${toShellWord(lock.url)}`],
    enable: lock.order.map(
      (name) => `vela addon enable ${toShellWord(name)} --version ${toShellWord(versions.get(name) ?? '')}`,
    ),
    back: [`kubectl replace --force -f ${keptFile}`],
    check: [
      `curl -fsS -o chandlery.lock ${toShellWord(`${server}/api/v1/locks/${lock.id}/chandlery.lock`)}`,
      `chandlery lock check chandlery.lock --server ${toShellWord(server)}`,
    ],
  };
}
