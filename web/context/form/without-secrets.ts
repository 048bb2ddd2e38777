import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import type { FormShape } from './form-shape.ts';
import { toPointer } from './pointer.ts';
import { isSecretName } from './secret-name.ts';

/** Values without the secrets among them, and where these stood, as JSON pointers. */
export interface PublicValues {
  readonly values: JsonObject;
  readonly secrets: readonly string[];
}

/** Takes out of values what no address may hold: texts of fields for secrets, and of members without a field whose name says it. */
export function withoutSecrets(shape: FormShape, values: JsonObject): PublicValues {
  const known = new Map<string, boolean>();
  collectNames(shape, known);
  const secrets: string[] = [];
  function strip(value: JsonValue, pointer: string): JsonValue {
    if (isJsonList(value)) return value.map((item, index) => strip(item, `${pointer}/${index}`));
    if (!isJsonObject(value)) return value;
    return stripMembers(value, pointer);
  }
  function stripMembers(members: JsonObject, pointer: string): JsonObject {
    const kept: [string, JsonValue][] = [];
    for (const [name, member] of Object.entries(members)) {
      const own = `${pointer}${toPointer([name])}`;
      const isSecret = typeof member === 'string' && member !== '' && (known.get(name) ?? isSecretName(name));
      if (isSecret) secrets.push(own);
      else kept.push([name, strip(member, own)]);
    }
    return Object.fromEntries(kept);
  }
  return { values: stripMembers(values, ''), secrets };
}

function collectNames({ fields = [], element, oneOf = [] }: FormShape, known: Map<string, boolean>): void {
  for (const field of fields) {
    known.set(field.name, field.secret || (known.get(field.name) ?? false));
    collectNames(field, known);
  }
  for (const below of [...(element === undefined ? [] : [element]), ...oneOf]) collectNames(below, known);
}
