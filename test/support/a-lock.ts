import { digestOf } from '../../registry/digest.ts';
import type { LockContent, LockMember } from '../../schemas/lock.ts';

/** A valid member that somebody asked for; both digests follow name and version. */
export function aMember(change: Partial<LockMember> & Pick<LockMember, 'name'>): LockMember {
  const { name, version = '1.0.0' } = change;
  return {
    catalog: 'official',
    version,
    digest: digestOf(`archive ${name} ${version}`),
    treeDigest: digestOf(`tree ${name} ${version}`),
    ...('requiredBy' in change ? {} : { want: {} }),
    requiredBy: [],
    dependencies: [],
    requirements: {},
    ...change,
  };
}

/** Grafana, which was asked for, dex that it declares, and fluxcd that it uses without a word. */
export function aLock(change: Partial<LockContent> = {}): LockContent {
  return {
    format: 1,
    vela: '1.10.9',
    kubernetes: '1.29.3',
    members: [
      aMember({ name: 'dex', version: 'v0.6.5', requiredBy: [{ name: 'grafana', range: '>=0.6' }] }),
      aMember({
        name: 'fluxcd',
        version: '2.3.1',
        requiredBy: [{ name: 'grafana', suspected: true, uses: [{ kind: 'component', name: 'helm' }] }],
        requirements: { vela: '>=v1.5.0' },
      }),
      aMember({
        name: 'grafana',
        version: '1.10',
        want: { range: '1.x' },
        dependencies: [{ name: 'dex', version: '>=0.6' }, { name: 'prism' }],
        requirements: { vela: '>=1.9', kubernetes: '>=1.19.0-0' },
      }),
      aMember({ name: 'prism', requiredBy: [{ name: 'grafana' }] }),
    ],
    ...change,
  };
}
