/** A field of a Go structure, as its `json` tag describes it. */
export interface GoField {
  readonly key: string;
  readonly type: GoType;
  /** `omitempty`: left out when it holds nothing. */
  readonly omitEmpty: boolean;
  /** Name of the embedded structure that brings the field, which messages of `encoding/json` mention. */
  readonly embedded?: string;
}

export interface GoStruct {
  readonly kind: 'struct';
  /** As Go prints the type: `v1beta1.Application`. */
  readonly name: string;
  readonly fields: readonly GoField[];
  /** Behind a pointer: null makes it absent. */
  readonly pointer: boolean;
}

/** The part of Go's type system that an Application is made of. `raw` keeps any JSON as it is. */
export type GoType =
  | { readonly kind: 'text'; readonly name: string }
  | { readonly kind: 'integer'; readonly name: string; readonly pointer: boolean }
  | { readonly kind: 'flag'; readonly pointer: boolean }
  | { readonly kind: 'time'; readonly pointer: boolean }
  | { readonly kind: 'raw' }
  | { readonly kind: 'list'; readonly name: string; readonly item: GoType }
  | { readonly kind: 'map'; readonly name: string; readonly value: GoType }
  | GoStruct;

/** A text type; named ones print their own name. */
export function text(name = 'string'): GoType {
  return { kind: 'text', name };
}

/** A slice of a type. */
export function list(item: GoType & { readonly name: string }): GoType {
  return { kind: 'list', name: `[]${item.name}`, item };
}

/** A slice that has a name of its own. */
export function namedList(name: string, item: GoType): GoType {
  return { kind: 'list', name, item };
}

/** A map from texts to texts. */
export const textMap: GoType = { kind: 'map', name: 'map[string]string', value: text() };

/** Any JSON (`runtime.RawExtension` behind a pointer). */
export const raw: GoType = { kind: 'raw' };

/** A structure that stands where it is. */
export function struct(name: string, fields: readonly GoField[]): GoStruct {
  return { kind: 'struct', name, fields, pointer: false };
}

/** A structure behind a pointer. */
export function pointerTo(type: GoStruct): GoStruct {
  return { ...type, pointer: true };
}

/** A field that is always printed. */
export function field(key: string, type: GoType): GoField {
  return { key, type, omitEmpty: false };
}

/** A field that is left out when it holds nothing. */
export function optional(key: string, type: GoType): GoField {
  return { key, type, omitEmpty: true };
}

/** Fields that an embedded structure brings. */
export function embed(name: string, fields: readonly GoField[]): readonly GoField[] {
  return fields.map((each) => ({ ...each, embedded: name }));
}
