import { type Static, Type } from 'typebox';
import { parameterSchema } from './parameter.ts';

/** The kinds of X-Definitions, as `type:` of the CUE form names them. */
export const definitionKindSchema = Type.Enum(['component', 'trait', 'policy', 'workflow-step', 'workload']);

/** What a definition's template is written in. */
export const schematicSchema = Type.Enum(['cue', 'terraform', 'helm', 'kube', 'none']);

/** A definition as a list shows it. */
export const definitionFactsSchema = Type.Object(
  {
    kind: definitionKindSchema,
    name: Type.String(),
    file: Type.String(),
    form: Type.Enum(['cue', 'yaml'], { description: 'how the author wrote it' }),
    apiVersion: Type.String({ description: 'as the object has it: core.oam.dev/v1beta1, or a legacy v1alpha2' }),
    schematic: schematicSchema,
    alias: Type.Optional(Type.String()),
    description: Type.String(),
    deprecated: Type.Boolean(),
    version: Type.Optional(Type.String({ description: 'spec.version' })),
    appliesTo: Type.Array(Type.String()),
    conflictsWith: Type.Array(Type.String()),
    imports: Type.Array(Type.String()),
    /** Digest of the author's text: the same text, the same definition. */
    digest: Type.String(),
  },
  { $id: 'DefinitionFacts', additionalProperties: false },
);

/** Everything about one definition on one release line. */
export const definitionDocumentSchema = Type.Object(
  {
    ...definitionFactsSchema.properties,
    object: Type.Unknown({ description: 'the object as enabling writes it' }),
    template: Type.Optional(Type.String({ description: 'CUE text, or the Terraform configuration' })),
    workload: Type.Optional(
      Type.String({ description: 'what a component brings: a kind, or autodetects.core.oam.dev' }),
    ),
    module: Type.Optional(
      Type.Object(
        { source: Type.String(), ref: Type.Optional(Type.String()), path: Type.Optional(Type.String()) },
        {
          additionalProperties: false,
          description: 'a Terraform module elsewhere, whose variables are not known without fetching it',
        },
      ),
    ),
    healthPolicy: Type.Optional(Type.String()),
    customStatus: Type.Optional(Type.String()),
    statusDetails: Type.Optional(Type.String({ description: 'spec.status.details' })),
    parameters: Type.Array(parameterSchema),
    openApi: Type.Optional(Type.Unknown({ description: "KubeVela's own schema of the parameters" })),
    jsonSchema: Type.Optional(Type.Unknown({ description: 'JSON Schema 2020-12 of the same' })),
  },
  { $id: 'DefinitionDocument', additionalProperties: false },
);

export type DefinitionKind = Static<typeof definitionKindSchema>;
export type Schematic = Static<typeof schematicSchema>;
export type DefinitionFacts = Static<typeof definitionFactsSchema>;
export type DefinitionDocument = Static<typeof definitionDocumentSchema>;
