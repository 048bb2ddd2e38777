import type { JsonObject, JsonValue } from '../../../schemas/json.ts';

/** Parameters while they are being set: mappings are maps, so that no key means anything to JavaScript. */
export type SetNode = null | boolean | number | string | SetList | SetMap;

/** A list of parameters while they are being set. */
export type SetList = SetNode[];

/** A mapping of parameters while they are being set. */
export type SetMap = Map<string, SetNode>;

/** Copies JSON into a tree that can be changed. */
export function toSetMap(object: JsonObject): SetMap {
  return new Map(Object.entries(object).map(([key, value]) => [key, toSetNode(value)]));
}

function toSetNode(value: JsonValue): SetNode {
  if (value === null || typeof value !== 'object') return value;
  return isJsonList(value) ? value.map(toSetNode) : toSetMap(value);
}

/** Writes a tree as JSON. Every key is an own property, `__proto__` too. */
export function toParameters(map: SetMap): JsonObject {
  return Object.fromEntries([...map].map(([key, node]) => [key, toJson(node)]));
}

function toJson(node: SetNode): JsonValue {
  if (node instanceof Map) return toParameters(node);
  return Array.isArray(node) ? node.map(toJson) : node;
}

function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
