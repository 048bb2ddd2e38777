import { join } from 'node:path';
import { runChecked } from './run-program.ts';

/** What KubeVela's registry client read of one version (`go/reader/main.go`, versionReading). */
export interface VersionReading {
  readonly version: string;
  readonly error?: string;
  readonly disagreement?: string;
  readonly meta?: ReadMeta;
  readonly requirements?: { readonly vela?: string; readonly kubernetes?: string };
  /** Base names by role, sorted. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly readmeBytes: number;
  readonly hasSchema: boolean;
}

/** metadata.yaml as the client's own type holds it (`pkg/addon/type.go`, Meta). */
export interface ReadMeta {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly icon: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  /** An empty list item is a null pointer in the client. */
  readonly dependencies?: readonly ({ readonly name?: string; readonly version?: string } | null)[];
  readonly needNamespace?: readonly string[];
  readonly invisible: boolean;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What it read of one addon: `versions` newest first, `default` what it takes when no version is named. */
export interface AddonReading {
  readonly name: string;
  readonly listed: string;
  readonly description: string;
  readonly icon?: string;
  readonly tags: readonly string[] | null;
  readonly default?: string;
  readonly versions: readonly VersionReading[];
}

/** Lets KubeVela's own client read a whole registry. `folder` holds the built reader of one release line. */
export async function readRegistry(folder: string, url: string): Promise<readonly AddonReading[]> {
  const text = await runChecked(join(folder, 'reader'), ['read', url], { timeoutMs: 170_000 });
  // The program is ours and its types stand above.
  return (JSON.parse(text) as { addons: readonly AddonReading[] }).addons;
}
