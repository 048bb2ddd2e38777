import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Catalog, SourceState } from '../../schemas/rest.ts';
import type { StoreHealth } from '../../schemas/store-health.ts';
import type { Strings } from '../strings/strings.ts';
import type { Formats } from './formats.ts';
import type { Links, VersionReference } from './links.ts';

/** Languages that the pages speak. */
export type Language = 'en' | 'zh';

/** How a person wants the pages lit; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Ways to install that an install box has lines for. */
export const installClients = ['vela', 'kubectl', 'helm', 'lock'] as const;

/** A way to install. */
export type InstallClient = (typeof installClients)[number];

/** What every page needs beside its own data. */
export interface PageContext {
  readonly language: Language;
  readonly theme: Theme;
  /** The way to install that install boxes show first. */
  readonly client: InstallClient;
  readonly strings: Strings;
  readonly formats: Formats;
  readonly links: Links;
  /** Path of this page below the base path, without a query. */
  readonly path: string;
  /** Query of this page without the parameters that set language and theme. */
  readonly query: Readonly<Record<string, string>>;
  readonly catalogs: readonly Catalog[];
  readonly sources: readonly SourceState[];
  /** Whether versions are being judged at this moment. */
  readonly evaluating: boolean;
  readonly storeHealth: StoreHealth;
  /** Release lines that verdicts are given for, oldest first, and the one that is meant when nobody says. */
  readonly lines: readonly ReleaseLine[];
  readonly defaultLine: ReleaseLine;
  readonly serverVersion: string;
  /** File names below `/assets`, with their content hash. */
  readonly assets: PageAssets;
  /** Path of the icon of a version; undefined when this server has none. */
  findIcon(reference: VersionReference): string | undefined;
  /** Turns a path that starts with the base path into an absolute URL. */
  toAbsolute(path: string): string;
}

/** Names of the served assets. */
export interface PageAssets {
  readonly stylesheet: string;
  readonly icon: string;
  readonly islands: Readonly<Record<Island, string | undefined>>;
}

/** Scripts that make a page more comfortable and never more capable. */
export type Island = 'keys' | 'search' | 'copy' | 'theme' | 'source' | 'graph' | 'parameters' | 'progress';

/** What a page function returns to the server besides its markup. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Path of the page that search engines should know instead of this one. */
  readonly canonical?: string;
  /** From the outside in, without the home page. */
  readonly trail: readonly TrailStep[];
  /** Pages about something missing are kept out of search engines. */
  readonly noIndex?: true;
  /** Path of the same facts as JSON. */
  readonly json?: string;
  /** The version that the page is about; its card stands for the page elsewhere, and feeds tell of its addon. */
  readonly version?: VersionReference;
  /** What the page is about, in words of schema.org. */
  readonly structured?: Readonly<Record<string, unknown>>;
}

/** A step of the way from the home page to this one; the last has no link. */
export interface TrailStep {
  readonly label: string;
  readonly href?: string;
}
