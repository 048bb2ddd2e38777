import type { SqliteChoice } from '../../registry/sqlite/sqlite-driver.ts';
import type { GitSourceConfig, LocalSourceConfig, LogLevel, SecretReference } from '../../schemas/config.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';

/** Everything that decides how a server behaves: flags over environment over file over defaults, all checked. */
export interface Settings {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Absolute path. */
  readonly dataFolder: string;
  /** How the outside reaches the server; may carry a path, never ends in a slash. */
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  readonly sqlite: SqliteChoice;
  /** In configured order. */
  readonly catalogs: readonly CatalogSettings[];
  /** Release lines that addons are evaluated for, oldest first; never empty. */
  readonly engines: readonly ReleaseLine[];
  /** Whether everybody may keep locks here, or only the administrator. */
  readonly openLocks: boolean;
  readonly icons: IconSettings;
  readonly search: SearchSettings;
  /** The credential for write routes; undefined = only the command line of this machine. */
  readonly adminToken: Secret | undefined;
}

/** Whether icons from elsewhere are fetched, and from where. */
export interface IconSettings {
  readonly enabled: boolean;
  readonly allowPrivate: boolean;
}

/** Where the search index is kept. */
export type SearchSettings =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'meilisearch';
      readonly url: string;
      readonly key: Secret | undefined;
      /** Name of this installation among those that share the server. */
      readonly index: string;
    };

/** A catalog as it is configured. */
export interface CatalogSettings {
  readonly name: string;
  readonly title: string;
  /** Catalogs that dependencies of its addons may come from after itself, in order. */
  readonly dependsOn: readonly string[];
  /** Present on a catalog without sources: the catalogs that it unites, in order. */
  readonly union?: readonly string[];
  readonly sources: readonly SourceSettings[];
}

/** A source as it is configured, with its defaults filled in. */
export interface SourceSettings {
  /** `<catalog>/<name>`. */
  readonly id: string;
  readonly catalog: string;
  readonly everyMs: number;
  /** As written; `config.type` tells which. */
  readonly config: GitSourceConfig | LocalSourceConfig;
  /** Absolute path that relative paths and secret files in `config` start from. */
  readonly folder: string;
}

/** A secret that is read when it is needed and never before. */
export interface Secret {
  readonly reference: SecretReference;
  /** Throws CONFIG_INVALID when the variable is not set or the file cannot be read. */
  resolve(): Promise<string>;
}
