import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { findText } from './definition-facts.ts';
import { createDefinitionFinding } from './definition-rules.ts';
import type { TemplateText } from './template/types.ts';
import { readTerraformVariables } from './terraform/read-variables.ts';
import { toTerraformSchema } from './terraform/terraform-schema.ts';
import { toTerraformParameters } from './terraform/to-parameters.ts';

/** What the Terraform configuration of a definition says. */
export interface TerraformParts {
  readonly configuration: string;
  /** Where the configuration is, when it is not in the definition; its variables are not known then. */
  readonly module?: { readonly source: string; readonly ref?: string; readonly path?: string };
  readonly parameters: readonly Parameter[];
  readonly schema?: JsonObject;
  readonly findings: readonly Finding[];
}

const place = ['spec', 'schematic', 'terraform'] as const;

/** Path of the configuration in a definition's object. */
export const configurationPath = [...place, 'configuration'] as const;

/** Reads the variables of a Terraform definition; undefined when the object has no configuration. */
export async function readTerraform(
  object: JsonObject,
  { file, written }: { readonly file: string; readonly written: TemplateText | undefined },
): Promise<TerraformParts | undefined> {
  const configuration = findText(object, ...configurationPath);
  if (configuration === undefined) return undefined;
  const type = findText(object, ...place, 'type') ?? 'hcl';
  if (type === 'remote') {
    const path = findText(object, ...place, 'path');
    return { configuration, module: toModule(configuration, path), parameters: [], findings: [] };
  }
  const text = written ?? { text: configuration, locate: () => ({ line: 1, column: 1 }) };
  const reading = await readTerraformVariables({ file, configuration: text, type: type === 'json' ? 'json' : 'hcl' });
  const parameters = toTerraformParameters(file, reading.variables);
  if (reading.findings.length > 0) return { configuration, parameters, findings: reading.findings };
  const schema = toTerraformSchema(reading.variables);
  if (schema.ok) return { configuration, parameters, schema: schema.schema, findings: [] };
  const { line, column } = schema.variable;
  const message = `KubeVela makes no schema of the variables: ${schema.message}`;
  const finding = createDefinitionFinding('definition/unsupported-terraform-variable', { file, line, column, message });
  return { configuration, parameters, findings: [finding] };
}

/** Splits the address of a module at `?ref=`; addresses of other forms stay whole. */
function toModule(configuration: string, path: string | undefined): NonNullable<TerraformParts['module']> {
  const address = configuration.trim();
  const ref = /[?&]ref=([^&\s]+)/.exec(address)?.[1];
  const source =
    ref === undefined
      ? address
      : address.replace(/\?ref=[^&\s]+&?|&ref=[^&\s]+/, (found) => (found.endsWith('&') ? '?' : ''));
  return { source, ...(ref === undefined ? {} : { ref }), ...(path === undefined || path === '' ? {} : { path }) };
}
