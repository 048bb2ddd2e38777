import type { YamlPath } from '../../registry/located-yaml/parse-located-yaml.ts';
import { redactUrls } from '../../registry/sources/redact-urls.ts';
import type { Config } from '../../schemas/config.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ConfigFile } from './config-file.ts';
import type { CatalogSettings } from './settings.ts';

/** One setting as it is in force. A secret shows as its reference. */
export interface EffectiveSetting {
  /** Such as `port` or `catalogs.official.sources.catalog.branch`. */
  readonly name: string;
  /** Undefined = not set. */
  readonly value: string | number | boolean | undefined;
  /** `flag --port`, `env CHANDLERY_PORT`, `chandlery.yaml:3` or `default`. */
  readonly origin: string;
}

export interface ListCatalogSettingsOptions {
  readonly config: Config;
  readonly catalogs: readonly CatalogSettings[];
  readonly engines: readonly ReleaseLine[];
  readonly file: ConfigFile | undefined;
}

/** Name of an installation on a search server that it has for itself. */
export const defaultSearchIndex = 'chandlery';

const sourceDefaults = {
  git: { path: 'addons', every: '5m' },
  local: { sealed: false, every: '10s' },
} as const;

/** Lists what is in force for the admin token, locks, icons, search, the engines and the catalogs, each leaf with the line it stands in. */
export function listCatalogSettings({
  config,
  catalogs,
  engines,
  file,
}: ListCatalogSettingsOptions): readonly EffectiveSetting[] {
  const configured = config.catalogs !== undefined;
  const originOf = (path: YamlPath) => (file === undefined ? 'default' : `${file.name}:${file.lineOf(path)}`);
  const settings: EffectiveSetting[] = [];

  function addLeaves(name: string, value: unknown, path: YamlPath | undefined): void {
    if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        addLeaves(`${name}.${key}`, part, path === undefined ? undefined : [...path, key]);
      }
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const shown = typeof value === 'string' ? redactUrls(value) : value;
      settings.push({ name, value: shown, origin: path === undefined ? 'default' : originOf(path) });
    }
  }

  if (config.admin === undefined) settings.push({ name: 'admin.token', value: undefined, origin: 'default' });
  else addLeaves('admin', config.admin, ['admin']);
  const lockOrigin = config.locks?.open === undefined ? 'default' : originOf(['locks', 'open']);
  settings.push({ name: 'locks.open', value: config.locks?.open ?? true, origin: lockOrigin });
  for (const [key, fallback] of [
    ['enabled', true],
    ['allowPrivate', false],
  ] as const) {
    const value = config.icons?.[key];
    const origin = value === undefined ? 'default' : originOf(['icons', key]);
    settings.push({ name: `icons.${key}`, value: value ?? fallback, origin });
  }
  if (config.search === undefined) settings.push({ name: 'search.kind', value: 'embedded', origin: 'default' });
  else addLeaves('search', config.search, ['search']);
  if (config.search?.kind === 'meilisearch' && config.search.index === undefined) {
    settings.push({ name: 'search.index', value: defaultSearchIndex, origin: 'default' });
  }
  const enginesOrigin = config.engines === undefined ? 'default' : originOf(['engines']);
  settings.push({ name: 'engines', value: engines.join(', '), origin: enginesOrigin });
  for (const [index, catalog] of catalogs.entries()) {
    const path = configured ? ['catalogs', index] : undefined;
    const name = `catalogs.${catalog.name}`;
    const titled = config.catalogs?.[index]?.title !== undefined;
    addLeaves(`${name}.title`, catalog.title, path !== undefined && titled ? [...path, 'title'] : undefined);
    for (const key of ['dependsOn', 'union'] as const) {
      const named = catalog[key] ?? [];
      const origin = path === undefined ? 'default' : originOf([...path, key]);
      if (named.length > 0) settings.push({ name: `${name}.${key}`, value: named.join(', '), origin });
    }
    for (const [position, { id, config: source }] of catalog.sources.entries()) {
      const sourceName = `${name}.sources.${id.slice(catalog.name.length + 1)}`;
      addLeaves(sourceName, source, path === undefined ? undefined : [...path, 'sources', position]);
      for (const [key, value] of Object.entries(sourceDefaults[source.type])) {
        if (!(key in source)) addLeaves(`${sourceName}.${key}`, value, undefined);
      }
    }
  }
  return settings;
}
