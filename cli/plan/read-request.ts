import type { ResolveRequest } from '../../schemas/resolution.ts';
import { parseWant } from './parse-want.ts';
import { readInstalled } from './read-installed.ts';

/** What a command line says about a request, beside the names. */
export interface RequestOptions {
  readonly vela?: string;
  readonly kubernetes?: string;
  /** Path of the list of what the cluster has. */
  readonly installed?: string;
  /** Names, several of them between commas too. */
  readonly upgrade?: readonly string[];
  readonly pre?: boolean;
}

/** Makes a request of what was typed. Throws INPUT_INVALID where it cannot be read. */
export async function readRequest(
  { readText }: { readText(path: string): Promise<string> },
  names: readonly string[],
  { vela, kubernetes, installed, upgrade, pre }: RequestOptions,
): Promise<ResolveRequest> {
  return {
    want: names.map(parseWant),
    ...(vela === undefined ? {} : { vela }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    ...(installed === undefined
      ? {}
      : { installed: readInstalled({ path: installed, text: await readText(installed) }) }),
    ...(upgrade === undefined ? {} : { upgrade: upgrade.flatMap((each) => each.split(',')) }),
    ...(pre === true ? { prereleases: true } : {}),
  };
}
