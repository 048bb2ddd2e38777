import { isJsonObject, type JsonObject } from '../../../schemas/json.ts';
import type { ObjectDifference } from '../../../schemas/version-diff.ts';
import { compareText } from '../../findings.ts';
import type { BundleObject } from '../../render/create-bundle.ts';
import { compareValues } from './compare-values.ts';

const maxFields = 50;
const definitionKind = /^(?:Component|Trait|Policy|WorkflowStep|Workload)Definition$/;

/**
 * Compares rendered objects by kind, namespace and name, whatever order they come in; another apiVersion is a changed field. Definitions are
 * left out: what changes in them for their users is told elsewhere.
 */
export function compareObjects(
  before: readonly BundleObject[],
  after: readonly BundleObject[],
): readonly ObjectDifference[] {
  const [was, is] = [indexObjects(before), indexObjects(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return keys.flatMap((key): readonly ObjectDifference[] => {
    const [old, next] = [was.get(key), is.get(key)];
    if (old === undefined || next === undefined) {
      const object = next ?? old;
      const change = old === undefined ? 'added' : 'removed';
      return object === undefined ? [] : [{ ...toHead(object), change, fields: [] }];
    }
    const fields = [...compareValues(old, next)];
    if (fields.length === 0) return [];
    const shown = fields.slice(0, maxFields);
    const more = fields.length - shown.length;
    return [{ ...toHead(next), change: 'changed', fields: shown, ...(more === 0 ? {} : { moreFields: more }) }];
  });
}

/** Objects of one name are told apart by how many of it came before. */
function indexObjects(objects: readonly BundleObject[]): ReadonlyMap<string, JsonObject> {
  const index = new Map<string, JsonObject>();
  for (const { object } of objects) {
    const { kind, namespace = '', name } = toHead(object);
    if (definitionKind.test(kind)) continue;
    const key = [kind, namespace, name].join('\n');
    let free = key;
    for (let number = 2; index.has(free); number += 1) free = `${key}\n${number}`;
    index.set(free, object);
  }
  return index;
}

function toHead(object: JsonObject): Pick<ObjectDifference, 'apiVersion' | 'kind' | 'namespace' | 'name'> {
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  const namespace = metadata['namespace'];
  return {
    apiVersion: toText(object['apiVersion']),
    kind: toText(object['kind']),
    ...(typeof namespace === 'string' && namespace !== '' ? { namespace } : {}),
    name: toText(metadata['name']),
  };
}

function toText(value: JsonObject[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}
