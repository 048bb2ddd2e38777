/** What the client's decoder takes for a value: a scalar of a kind, anything, a structure, a list, or a mapping with any keys. */
export type DecodedShape =
  | 'text'
  | 'flag'
  | 'integer'
  | 'any'
  | { readonly fields: Readonly<Record<string, DecodedShape>> }
  | { readonly items: DecodedShape }
  | { readonly values: DecodedShape };

const texts: DecodedShape = { items: 'text' };
const textMap: DecodedShape = { values: 'text' };
const inputs: DecodedShape = { items: { fields: { from: 'text', parameterKey: 'text' } } };
const outputs: DecodedShape = { items: { fields: { name: 'text', valueFrom: 'text' } } };

const ownerReference: DecodedShape = {
  fields: {
    apiVersion: 'text',
    kind: 'text',
    name: 'text',
    uid: 'text',
    controller: 'flag',
    blockOwnerDeletion: 'flag',
  },
};

const metadata: DecodedShape = {
  fields: {
    name: 'text',
    generateName: 'text',
    namespace: 'text',
    selfLink: 'text',
    uid: 'text',
    resourceVersion: 'text',
    generation: 'integer',
    creationTimestamp: 'text',
    deletionTimestamp: 'text',
    deletionGracePeriodSeconds: 'integer',
    labels: textMap,
    annotations: textMap,
    ownerReferences: { items: ownerReference },
    finalizers: texts,
    managedFields: { items: { fields: {} } },
  },
};

const component: DecodedShape = {
  fields: {
    name: 'text',
    type: 'text',
    externalRevision: 'text',
    properties: 'any',
    dependsOn: texts,
    inputs,
    outputs,
    traits: { items: { fields: { type: 'text', properties: 'any' } } },
    scopes: textMap,
  },
};

const policy: DecodedShape = { fields: { name: 'text', type: 'text', properties: 'any' } };

const baseStep = {
  name: 'text',
  type: 'text',
  meta: { fields: { alias: 'text' } },
  if: 'text',
  timeout: 'text',
  dependsOn: texts,
  inputs,
  outputs,
  properties: 'any',
} satisfies Record<string, DecodedShape>;

const step: DecodedShape = { fields: { ...baseStep, mode: 'text', subSteps: { items: { fields: baseStep } } } };

/** The content of template.yaml (`apis/core.oam.dev/v1beta1/application_types.go`, Application); of `status` only that it is a structure. */
export const applicationShape: DecodedShape = {
  fields: {
    apiVersion: 'text',
    kind: 'text',
    metadata,
    spec: {
      fields: {
        components: { items: component },
        policies: { items: policy },
        workflow: {
          fields: { ref: 'text', mode: { fields: { steps: 'text', subSteps: 'text' } }, steps: { items: step } },
        },
      },
    },
    status: { fields: {} },
  },
};
