import { resolve } from 'node:path';
import { RegistryError } from '../../registry/errors.ts';
import type { YamlPath } from '../../registry/located-yaml/parse-located-yaml.ts';
import { toSourceNames } from '../../registry/sources/source-name.ts';
import { releaseLines } from '../../registry/version/release-lines.ts';
import type { Config, SecretReference } from '../../schemas/config.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { createDefaultCatalogs } from './default-catalogs.ts';
import { defaultSearchIndex, type EffectiveSetting, listCatalogSettings } from './effective-settings.ts';
import { readSecret } from './read-secret.ts';
import { parseChoice, parsePort, parsePublicUrl } from './scalar-settings.ts';
import type { CatalogSettings, SearchSettings, Secret, Settings } from './settings.ts';

/** What was said on the command line. */
export interface SettingFlags {
  readonly config?: string;
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly publicUrl?: string;
}

export interface LoadSettingsOptions {
  readonly flags: SettingFlags;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative paths of flags and variables start here. */
  readonly workingFolder: string;
  /** Holds `addons/`. */
  readonly packageRoot: string;
  /** Whether a person watches the log. */
  readonly interactive: boolean;
}

/** The settings, and where each comes from. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly effective: readonly EffectiveSetting[];
}

/** Where one setting may come from, strongest first. */
interface Candidates<Value> {
  readonly name: string;
  readonly flag?: string | undefined;
  readonly variable: string;
  readonly path?: YamlPath;
  readonly inFile?: Value | undefined;
  readonly fallback: Value;
  /** Reads the text of a flag or variable. Throws CONFIG_INVALID that begins with `where`. */
  readonly parse: (text: string, where: string) => Value;
}

const everyUnitsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Loads the settings: flags over environment over file over defaults. Throws CONFIG_INVALID that names every fault and its place. */
export async function loadSettings(options: LoadSettingsOptions): Promise<LoadedSettings> {
  const { flags, environment, workingFolder, packageRoot } = options;
  const file = await findConfigFile(options);
  const config = file?.config ?? {};
  const effective: EffectiveSetting[] = [];
  const faults: string[] = [];

  function choose<Value extends string | number | undefined>(candidates: Candidates<Value>): Value {
    try {
      const { value, origin } = chooseCandidate(candidates, { environment, file });
      effective.push({ name: candidates.name, value, origin });
      return value;
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      faults.push(error.message);
      return candidates.fallback;
    }
  }
  const asText = (text: string) => text;

  const host = choose({
    name: 'host',
    flag: flags.host,
    variable: 'CHANDLERY_HOST',
    inFile: config.host,
    fallback: '127.0.0.1',
    parse: asText,
  });
  const port = choose({
    name: 'port',
    flag: flags.port,
    variable: 'CHANDLERY_PORT',
    inFile: config.port,
    fallback: 7770,
    parse: parsePort,
  });
  const dataFolder = choose({
    name: 'data',
    flag: flags.data,
    variable: 'CHANDLERY_DATA',
    inFile: config.data === undefined ? undefined : resolve(file?.folder ?? workingFolder, config.data),
    fallback: resolve(workingFolder, 'data'),
    parse: (text) => resolve(workingFolder, text),
  });
  const publicUrl = choose<string | undefined>({
    name: 'publicUrl',
    flag: flags.publicUrl,
    variable: 'CHANDLERY_PUBLIC_URL',
    inFile: config.publicUrl?.replace(/\/+$/, ''),
    fallback: undefined,
    parse: parsePublicUrl,
  });
  const logLevel = choose({
    name: 'logLevel',
    variable: 'CHANDLERY_LOG_LEVEL',
    inFile: config.logLevel,
    fallback: options.interactive ? ('warn' as const) : ('info' as const),
    parse: parseChoice(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  });
  const sqlite = choose({
    name: 'sqlite',
    variable: 'CHANDLERY_SQLITE',
    fallback: 'auto' as const,
    parse: parseChoice(['auto', 'better-sqlite3', 'node']),
  });
  if (faults.length > 0) throw new RegistryError('CONFIG_INVALID', faults.join('\n'));
  const folder = file?.folder ?? workingFolder;
  const token = config.admin?.token;
  const engines = releaseLines.map(({ line }) => line).filter((line) => config.engines?.includes(line) ?? true);
  const catalogs = toCatalogSettings(config.catalogs ?? createDefaultCatalogs(packageRoot), folder);
  return {
    settings: {
      host,
      port,
      dataFolder,
      publicUrl,
      logLevel,
      sqlite,
      catalogs,
      engines,
      openLocks: config.locks?.open ?? true,
      icons: { enabled: config.icons?.enabled ?? true, allowPrivate: config.icons?.allowPrivate ?? false },
      search: toSearchSettings(config.search, (reference) => createSecret(reference, { environment, folder })),
      adminToken: token === undefined ? undefined : createSecret(token, { environment, folder }),
    },
    effective: [...effective, ...listCatalogSettings({ config, catalogs, engines, file })],
  };
}

function findConfigFile({ flags, environment, workingFolder }: LoadSettingsOptions): Promise<ConfigFile | undefined> {
  const named = environment['CHANDLERY_CONFIG'] === '' ? undefined : environment['CHANDLERY_CONFIG'];
  if (flags.config !== undefined) return readConfigFile({ name: flags.config, workingFolder, namedBy: '--config' });
  if (named !== undefined) return readConfigFile({ name: named, workingFolder, namedBy: 'CHANDLERY_CONFIG' });
  return readConfigFile({ name: 'chandlery.yaml', workingFolder, namedBy: undefined });
}

function chooseCandidate<Value>(
  candidates: Candidates<Value>,
  from: { readonly environment: LoadSettingsOptions['environment']; readonly file: ConfigFile | undefined },
): { value: Value; origin: string } {
  const { name, flag, variable, inFile, fallback, parse } = candidates;
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (flag !== undefined) return { value: parse(flag, option), origin: `flag ${option}` };
  const text = from.environment[variable];
  if (text !== undefined && text !== '') return { value: parse(text, variable), origin: `env ${variable}` };
  if (inFile !== undefined && from.file !== undefined) {
    return { value: inFile, origin: `${from.file.name}:${from.file.lineOf([name])}` };
  }
  return { value: fallback, origin: 'default' };
}

function toCatalogSettings(catalogs: NonNullable<Config['catalogs']>, folder: string): readonly CatalogSettings[] {
  return catalogs.map(({ name: catalog, title, dependsOn = [], union, sources = [] }) => {
    const names = toSourceNames(sources);
    return {
      name: catalog,
      title: title ?? catalog,
      dependsOn,
      ...(union === undefined ? {} : { union }),
      sources: sources.map((config, index) => ({
        id: `${catalog}/${names[index]}`,
        catalog,
        everyMs: toMilliseconds(config.every ?? (config.type === 'git' ? '5m' : '10s')),
        config,
        folder,
      })),
    };
  });
}

function toSearchSettings(search: Config['search'], toSecret: (reference: SecretReference) => Secret): SearchSettings {
  if (search?.kind !== 'meilisearch') return { kind: 'embedded' };
  const { kind, url, key, index = defaultSearchIndex } = search;
  return { kind, url, index, key: key === undefined ? undefined : toSecret(key) };
}

function toMilliseconds(every: string): number {
  return Number(every.slice(0, -1)) * (everyUnitsMs[every.slice(-1)] ?? 1_000);
}

function createSecret(reference: SecretReference, options: Parameters<typeof readSecret>[1]): Secret {
  return { reference, resolve: () => readSecret(reference, options) };
}
