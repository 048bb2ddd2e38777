import type { JsonObject } from '../../schemas/json.ts';
import { toGoJson } from './go-json.ts';
import { systemNamespace } from './unstructured.ts';

/** The Secret in which the client remembers the arguments (`RenderArgsSecret`); undefined without arguments. */
export function createArgumentSecret(addon: string, parameters: JsonObject): JsonObject | undefined {
  if (Object.keys(parameters).length === 0) return undefined;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { creationTimestamp: null, name: `addon-secret-${addon}`, namespace: systemNamespace },
    type: 'Opaque',
    data: { addonParameterDataKey: Buffer.from(toGoJson(parameters), 'utf8').toString('base64') },
  };
}
