import { isJsonList, isJsonObject, type JsonObject } from '../../schemas/json.ts';
import { readMetadataTexts } from './unstructured.ts';

/** Tells whether the component that an object is bound to is in the Application; true for an object that is bound to none (`checkBondComponentExist`). */
export function isApplied(object: JsonObject, application: JsonObject): boolean {
  const annotations = readMetadataTexts(object, 'annotations');
  const bound = annotations['addon.oam.dev/bind-component'] ?? annotations['addon.oam.dev/ignore-without-component'];
  if (bound === undefined) return true;
  const components = isJsonObject(application['spec']) ? application['spec']['components'] : undefined;
  return (
    isJsonList(components) && components.some((component) => isJsonObject(component) && component['name'] === bound)
  );
}
