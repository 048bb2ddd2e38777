import { isAlias, isMap, isScalar, parseDocument } from 'yaml';

/** Name and version of an addon, or why metadata.yaml does not tell them. */
export type IdentityReading =
  | { readonly name: string; readonly version: string }
  | { readonly fault: string; readonly line: number; readonly column: number };

/** Reads name and version from metadata.yaml as the author wrote them; an absent name falls back to the folder's. */
export function readIdentity(bytes: Uint8Array, directory: string): IdentityReading {
  const text = new TextDecoder('utf-8').decode(bytes);
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const position = error.linePos?.[0];
    return { fault: error.message.split('\n')[0] ?? error.code, line: position?.line ?? 1, column: position?.col ?? 1 };
  }
  const root = document.contents;
  if (!isMap(root)) return { fault: 'it is no mapping of keys to values', line: 1, column: 1 };
  const texts = new Map<string, string>();
  for (const { key, value } of root.items) {
    if (!isScalar(key) || (key.value !== 'name' && key.value !== 'version')) continue;
    const scalar = isAlias(value) ? value.resolve(document) : value;
    if (scalar === null || (isScalar(scalar) && scalar.value === null)) texts.set(key.value, '');
    else if (isScalar(scalar)) texts.set(key.value, scalar.source ?? String(scalar.value));
    else return { fault: `the value of "${key.value}" is no text`, line: 1, column: 1 };
  }
  return { name: texts.get('name') || directory, version: texts.get('version') ?? '' };
}
