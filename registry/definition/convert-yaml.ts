import { isJsonObject, type JsonObject } from '../../schemas/json.ts';
import { decodeObject } from '../addon/decode-object.ts';
import { createDefinitionFinding } from './definition-rules.ts';
import type { DefinitionConversion } from './types.ts';

/** Takes a definition in YAML form as it is (`pkg/addon/addon.go`, RenderDefinitions): the first document, put into `vela-system`. */
export function convertYaml(file: string, text: string): DefinitionConversion {
  const decoded = decodeObject(text);
  if (!decoded.ok) {
    const rule =
      decoded.fault === 'limit'
        ? 'definition/evaluation-stopped'
        : decoded.fault === 'syntax'
          ? 'resource/invalid-yaml'
          : 'resource/no-kind';
    const findings = decoded.places.map(({ line, column, message }) =>
      createDefinitionFinding(rule, {
        file,
        line,
        column,
        message: decoded.fault === 'syntax' ? `The file is not valid YAML: ${message}.` : message,
      }),
    );
    return { kind: 'refused', file, message: decoded.message, findings };
  }
  return { kind: 'converted', file, object: withNamespace(decoded.object), findings: [] };
}

/** Sets the namespace that addons install their definitions in (`types.DefaultKubeVelaNS`); metadata of another shape stays, as the client leaves it. */
export function withNamespace(object: JsonObject): JsonObject {
  const metadata = object['metadata'] ?? {};
  if (!isJsonObject(metadata)) return object;
  return { ...object, metadata: { ...metadata, namespace: 'vela-system' } };
}
