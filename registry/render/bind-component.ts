import type { JsonObject } from '../../schemas/json.ts';
import { isList, isObject } from './go-json.ts';
import { readMetadataTexts } from './unstructured.ts';

/** Tells whether the component that an object is bound to is in the Application; true for an object that is bound to none (`checkBondComponentExist`). */
export function isApplied(object: JsonObject, application: JsonObject): boolean {
  const annotations = readMetadataTexts(object, 'annotations');
  const bound = annotations['addon.oam.dev/bind-component'] ?? annotations['addon.oam.dev/ignore-without-component'];
  if (bound === undefined) return true;
  const components = isObject(application['spec']) ? application['spec']['components'] : undefined;
  return isList(components) && components.some((component) => isObject(component) && component['name'] === bound);
}
