/** A type of Go as `encoding/json` decodes into it: what fits, and how its error texts name it. */
export type GoType =
  | { readonly kind: 'text'; readonly name: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'int32' }
  /** `runtime.RawExtension`: any JSON. */
  | { readonly kind: 'raw' }
  | { readonly kind: 'list'; readonly items: GoType }
  | { readonly kind: 'map'; readonly values: GoType }
  | GoStruct;

/** A struct by its name with the package, such as `common.Status`; a pointer to one decodes alike. */
export interface GoStruct {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: Readonly<Record<string, GoType>>;
}

/** How Go prints a type (`reflect.Type.String`). */
export function toGoTypeName(type: GoType): string {
  switch (type.kind) {
    case 'text':
    case 'struct':
      return type.name;
    case 'flag':
      return 'bool';
    case 'int32':
      return 'int32';
    case 'raw':
      return 'runtime.RawExtension';
    case 'list':
      return `[]${toGoTypeName(type.items)}`;
    case 'map':
      return `map[string]${toGoTypeName(type.values)}`;
  }
}
