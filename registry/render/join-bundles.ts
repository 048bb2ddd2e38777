import { isJsonObject, type JsonObject } from '../../schemas/json.ts';
import type { BundleObject } from './create-bundle.ts';
import { toGoJson } from './go-json.ts';

/** The objects of one addon among several. */
export interface BundlePart {
  readonly addon: string;
  readonly objects: readonly BundleObject[];
}

/** An object and the addon whose it is. */
export type JoinedObject = BundleObject & { readonly addon: string };

/** One addon after the other, for `kubectl apply`: an object that several write stands once, where the first has it and as the last has it, since that is how it would be left. */
export function joinBundles(parts: readonly BundlePart[]): {
  readonly objects: readonly JoinedObject[];
  /** One for each object that two addons write differently. */
  readonly warnings: readonly string[];
} {
  const kept = new Map<string, JoinedObject>();
  const warnings: string[] = [];
  for (const { addon, objects } of parts) {
    for (const { from, object } of objects) {
      const key = toKey(object);
      const before = kept.get(key);
      if (before !== undefined && toGoJson(before.object) === toGoJson(object)) continue;
      if (before !== undefined) {
        warnings.push(
          `${toWords(object)} is written differently by ${before.addon} and ${addon}; ${addon} has its way`,
        );
      }
      kept.set(key, { addon, from, object });
    }
  }
  return { objects: [...kept.values()], warnings };
}

/** One object of a cluster, whatever version its group is written in. */
function toKey({ apiVersion, kind, metadata }: JsonObject): string {
  const [group] = String(apiVersion).includes('/') ? String(apiVersion).split('/') : [''];
  return JSON.stringify([group, kind ?? null, ...toPlace(metadata)]);
}

function toWords({ kind, metadata }: JsonObject): string {
  return [String(kind), ...toPlace(metadata).filter((part) => part !== '')].join(' ');
}

function toPlace(metadata: JsonObject[string] | undefined): readonly string[] {
  if (!isJsonObject(metadata)) return [];
  return [metadata['namespace'], metadata['name']].map((part) => (typeof part === 'string' ? part : ''));
}
