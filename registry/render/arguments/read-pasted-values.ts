import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { readValues, type ValuesReading } from './read-values.ts';

/** The key under which the client keeps arguments in their Secret (`pkg/addon/utils.go`). */
const secretKey = 'addonParameterDataKey';

/**
 * Reads the current parameters of an addon as people have them: a values file in YAML or JSON, or the Secret `addon-secret-NAME` (alone or in a
 * list) in which the client keeps them. What cannot be read says where.
 */
export function readPastedValues(text: string): ValuesReading {
  const read = readValues(text);
  if (!read.ok) return read;
  const { parameters: given } = read;
  const secret = findSecret(given);
  if (secret !== undefined) return readSecret(secret);
  if (typeof given['apiVersion'] === 'string' && typeof given['kind'] === 'string') {
    const kind = given['kind'];
    const message = `a ${kind} does not hold the parameters of an addon: the Secret addon-secret-NAME in vela-system does`;
    return { ok: false, line: 1, column: 1, message };
  }
  return read;
}

function findSecret(value: JsonObject): JsonObject | undefined {
  if (value['apiVersion'] === 'v1' && value['kind'] === 'Secret') return value;
  const { items } = value;
  if (value['kind'] !== 'List' || !isJsonList(items)) return undefined;
  return items.filter(isJsonObject).find((item) => findArguments(item) !== undefined);
}

function readSecret(secret: JsonObject): ValuesReading {
  const text = findArguments(secret);
  if (text === undefined) {
    return {
      ok: false,
      line: 1,
      column: 1,
      message: `the Secret has no ${secretKey} and so no parameters of an addon`,
    };
  }
  const read = readValues(text);
  // Places in what the Secret holds say nothing to who sees the Secret.
  return read.ok ? read : { ok: false, line: 1, column: 1, message: `${secretKey} of the Secret: ${read.message}` };
}

function findArguments(secret: JsonObject): string | undefined {
  const plain = findText(secret['stringData']);
  if (plain !== undefined) return plain;
  const encoded = findText(secret['data']);
  if (encoded === undefined) return undefined;
  return new TextDecoder().decode(Uint8Array.from(atobOrEmpty(encoded), (letter) => letter.charCodeAt(0)));
}

function findText(data: JsonValue | undefined): string | undefined {
  const text = isJsonObject(data) ? data[secretKey] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function atobOrEmpty(text: string): string {
  try {
    return atob(text.replace(/\s/g, ''));
  } catch {
    return '';
  }
}
