import { join } from 'node:path';
import type { Config } from '../../schemas/config.ts';

const community = { type: 'git', url: 'https://github.com/kubevela/catalog', branch: 'master' } as const;

/** What is served when no catalog is configured: the addons that come with the program, and the community's two catalogs. */
export function createDefaultCatalogs(packageRoot: string): NonNullable<Config['catalogs']> {
  return [
    {
      name: 'chandlery',
      title: 'Addons that come with Chandlery',
      sources: [{ type: 'local', name: 'addons', path: join(packageRoot, 'addons') }],
    },
    {
      name: 'official',
      title: 'KubeVela community addons',
      sources: [{ ...community, path: 'addons' }],
    },
    {
      name: 'experimental',
      title: 'KubeVela experimental addons',
      dependsOn: ['official'],
      sources: [{ ...community, path: 'experimental/addons' }],
    },
  ];
}
