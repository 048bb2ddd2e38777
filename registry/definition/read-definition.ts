import type { DefinitionDocument } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { digestOf } from '../digest.ts';
import type { Engines } from '../engine/types.ts';
import { type ConvertDefinitionOptions, convertDefinition } from './convert-definition.ts';
import { findDefinitionFacts, findTemplate, findText, findWorkload } from './definition-facts.ts';
import { findWrittenText } from './find-written-text.ts';
import { readTemplateParameters, readTemplateSchema } from './read-template.ts';
import { readTerraform } from './read-terraform.ts';
import { toJsonSchema } from './to-json-schema.ts';
import type { DefinitionReading } from './types.ts';

type ReadDefinitionOptions = ConvertDefinitionOptions & {
  /** Leaves out the schemas, which cost most: for those who read many definitions. */
  readonly parts?: 'all' | 'without-schemas';
};

/** What a definition's schematic says of its parameters. */
interface Parts {
  readonly parameters: readonly Parameter[];
  readonly document: Partial<Pick<DefinitionDocument, 'template' | 'module' | 'openApi' | 'jsonSchema'>>;
  readonly findings: readonly Finding[];
}

/** Reads a definition in full, as a release line takes it. Objects that are no definitions are converted only. */
export async function readDefinition(
  context: { readonly engines: Engines },
  options: ReadDefinitionOptions,
): Promise<DefinitionReading> {
  const { file, content } = options;
  const conversion = await convertDefinition(context, options);
  if (conversion.kind === 'refused') return { conversion, findings: [] };
  const { object } = conversion;
  const facts = findDefinitionFacts(object, { file, digest: digestOf(content) });
  if (facts === undefined) return { conversion, findings: [] };
  const { parameters, document, findings } = await readParts(context, { options, object });
  const workload = findWorkload(object);
  const healthPolicy = findText(object, 'spec', 'status', 'healthPolicy');
  const customStatus = findText(object, 'spec', 'status', 'customStatus');
  const statusDetails = findText(object, 'spec', 'status', 'details');
  return {
    conversion,
    document: {
      ...facts,
      object,
      ...(workload === undefined ? {} : { workload }),
      ...(healthPolicy === undefined ? {} : { healthPolicy }),
      ...(customStatus === undefined ? {} : { customStatus }),
      ...(statusDetails === undefined ? {} : { statusDetails }),
      ...document,
      parameters: [...parameters],
    },
    findings,
  };
}

async function readParts(
  context: { readonly engines: Engines },
  { options, object }: { readonly options: ReadDefinitionOptions; readonly object: JsonObject },
): Promise<Parts> {
  const { file, content, line, signal, parts = 'all' } = options;
  const written = findWrittenText(file, content);
  const template = findTemplate(object);
  if (template === undefined) return readTerraformParts(object, { file, written, parts });
  const question = { file, line, stored: template, written, ...(signal === undefined ? {} : { signal }) };
  const described = await readTemplateParameters(context, question);
  if (parts === 'without-schemas') return { ...described, document: { template } };
  const { schema, findings } = await readTemplateSchema(context, question);
  return {
    parameters: described.parameters,
    document: {
      template,
      ...(schema === undefined ? {} : { openApi: schema, jsonSchema: toJsonSchema(described.parameters, described) }),
    },
    findings: [...described.findings, ...findings],
  };
}

async function readTerraformParts(
  object: JsonObject,
  { parts, ...place }: Parameters<typeof readTerraform>[1] & { readonly parts: string },
): Promise<Parts> {
  const terraform = await readTerraform(object, place);
  if (terraform === undefined) return { parameters: [], document: {}, findings: [] };
  const { configuration, module, parameters, schema, findings } = terraform;
  const document = {
    template: configuration,
    ...(module === undefined ? {} : { module }),
    ...(schema === undefined || parts !== 'all'
      ? {}
      : { openApi: schema, jsonSchema: toJsonSchema(parameters, { closed: false }) }),
  };
  return { parameters, document, findings };
}
