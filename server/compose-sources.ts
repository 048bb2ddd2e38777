import type { ScheduledSource } from '../registry/jobs/open-source-runner.ts';
import { createGitSource } from '../registry/sources/git/create-git-source.ts';
import { findHost } from '../registry/sources/git/git-location.ts';
import { createLocalSource } from '../registry/sources/local/create-local-source.ts';
import type { Source } from '../registry/sources/types.ts';
import { readSecret } from './config/read-secret.ts';
import type { Settings, SourceSettings } from './config/settings.ts';

/** Makes the configured sources, each with its schedule. */
export function composeSources(settings: Settings): readonly ScheduledSource[] {
  return settings.catalogs
    .flatMap((catalog) => catalog.sources)
    .map((configured) => ({
      source: createSource(configured, settings),
      catalog: configured.catalog,
      place: (configured.config.type === 'git' ? findHost(configured.config.url) : undefined) ?? 'this machine',
      everyMs: configured.everyMs,
      adopted: configured.config.type === 'git' ? configured.config.adopted : undefined,
    }));
}

function createSource({ id, config, folder }: SourceSettings, { dataFolder }: Settings): Source {
  if (config.type === 'local') return createLocalSource({ id, config, configFolder: folder });
  const environment = process.env;
  return createGitSource({
    id,
    config,
    configFolder: folder,
    dataFolder,
    environment,
    readSecret: (reference) => readSecret(reference, { environment, folder }),
  });
}
