import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';

/** The namespace of KubeVela itself, where everything of an addon is written. */
export const systemNamespace = 'vela-system';

/** Labels or annotations of an object as Kubernetes' unstructured accessors see them: none at all when a single value is no text. */
export function readMetadataTexts(
  object: JsonObject,
  name: 'labels' | 'annotations',
): Readonly<Record<string, string>> {
  const texts = isJsonObject(object['metadata']) ? object['metadata'][name] : undefined;
  if (!isJsonObject(texts)) return {};
  const entries = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return entries.length === Object.keys(texts).length ? Object.fromEntries(entries) : {};
}

/** Sets members of `metadata`, which is made when it is missing; an object whose metadata is no mapping stays as it is. */
export function withMetadata(object: JsonObject, members: JsonObject): JsonObject {
  const metadata: JsonValue = Object.hasOwn(object, 'metadata') ? (object['metadata'] ?? null) : {};
  if (!isJsonObject(metadata)) return object;
  return { ...object, metadata: { ...metadata, ...members } };
}

/** Sets labels above those that are there. */
export function withLabels(object: JsonObject, labels: Readonly<Record<string, string>>): JsonObject {
  return withMetadata(object, { labels: { ...readMetadataTexts(object, 'labels'), ...labels } });
}

/** The text at `metadata.name`; empty without one. */
export function readName(object: JsonObject): string {
  const name = isJsonObject(object['metadata']) ? object['metadata']['name'] : undefined;
  return typeof name === 'string' ? name : '';
}

/** A ConfigMap as a typed Go structure prints it. */
export function createConfigMap(
  name: string,
  data: Readonly<Record<string, string>>,
  more: JsonObject = {},
): JsonObject {
  const metadata = { creationTimestamp: null, name, namespace: systemNamespace, ...more };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}
