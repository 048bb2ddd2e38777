import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import type { TerraformVariable } from './types.ts';

/** KubeVela's schema of a Terraform definition, or its own reason why there is none and the variable that is to blame. */
export type TerraformSchema =
  | { readonly ok: true; readonly schema: JsonObject }
  | { readonly ok: false; readonly message: string; readonly variable: TerraformVariable };

const types: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  bool: 'boolean',
  list: 'array',
  tuple: 'array',
  map: 'object',
  object: 'object',
};

/** What every Terraform definition takes beside its variables (`pkg/controller/utils/capability.go`). */
const otherProperties: JsonObject = {
  deleteResource: {
    default: true,
    description:
      'DeleteResource will determine whether provisioned cloud resources will be deleted when application is deleted',
    title: 'deleteResource',
    type: 'boolean',
  },
  providerRef: {
    description: 'specifies the Provider',
    properties: {
      name: { description: 'The name of the Terraform Cloud provider', title: 'name', type: 'string' },
      namespace: {
        default: 'default',
        description: 'The namespace of the Terraform Cloud provider',
        title: 'namespace',
        type: 'string',
      },
    },
    required: ['name'],
    title: 'providerRef',
    type: 'object',
  },
  region: {
    description: "Region is cloud provider's region. It will override providerRef",
    title: 'region',
    type: 'string',
  },
  writeConnectionSecretToRef: {
    description: 'The secret which the cloud resource connection will be written to',
    properties: {
      name: {
        description: 'The secret name which the cloud resource connection will be written to',
        title: 'name',
        type: 'string',
      },
      namespace: {
        description: 'The secret namespace which the cloud resource connection will be written to',
        title: 'namespace',
        type: 'string',
      },
    },
    required: ['name'],
    title: 'writeConnectionSecretToRef',
    type: 'object',
  },
};

/** Makes the schema that KubeVela stores for a Terraform definition (`GetOpenAPISchemaFromTerraformComponentDefinition`); `required` in the order of the text. */
export function toTerraformSchema(variables: readonly TerraformVariable[]): TerraformSchema {
  const properties: (readonly [string, JsonValue])[] = [];
  const required: string[] = [];
  for (const variable of variables) {
    const { name, description } = variable;
    const refuse = (message: string): TerraformSchema => ({ ok: false, message, variable });
    if (variable.computed) return refuse(`the default of variable ${name} is an expression that has no value yet`);
    const type = findType(variable);
    if (type === undefined) {
      return refuse(
        variable.type === undefined
          ? `null type variable is NOT supported, please specify a type for the variable: ${name}`
          : `the type \`${variable.type}\` of variable ${name} is NOT supported`,
      );
    }
    const fallback = variable.default ?? null;
    properties.push([
      name,
      {
        ...(fallback === null ? {} : { default: fallback }),
        ...(description === '' ? {} : { description }),
        title: name,
        type,
      },
    ]);
    if (variable.default === undefined) required.push(name);
  }
  const schema = {
    properties: { ...Object.fromEntries(properties), ...otherProperties },
    ...(required.length === 0 ? {} : { required }),
    type: 'object',
  };
  return { ok: true, schema };
}

function findType({ type, default: fallback }: TerraformVariable): string | undefined {
  if (type === undefined) {
    if (fallback === undefined || fallback === null || typeof fallback === 'string') return 'string';
    return typeof fallback === 'number' ? 'number' : findCollection(fallback);
  }
  if (type === 'any') return findCollection(fallback);
  const simple = Object.hasOwn(types, type) ? types[type] : undefined;
  if (simple !== undefined) return simple;
  if (/^(?:list|tuple|set)\(/.test(type)) return 'array';
  return /^(?:map|object)\(/.test(type) ? 'object' : undefined;
}

function findCollection(value: JsonValue | undefined): string | undefined {
  if (isJsonList(value)) return 'array';
  return isJsonObject(value) ? 'object' : undefined;
}
