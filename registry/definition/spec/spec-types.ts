import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { GoStruct, GoType } from './go-type.ts';

const text: GoType = { kind: 'text', name: 'string' };
const flag: GoType = { kind: 'flag' };
const texts: GoType = { kind: 'list', items: text };

function struct(name: string, fields: GoStruct['fields']): GoStruct {
  return { kind: 'struct', name, fields };
}

const reference = struct('common.DefinitionReference', { name: text, version: text });
const secretReference = { name: text, namespace: text };
const schematic = struct('common.Schematic', {
  cue: struct('common.CUE', { template: text }),
  terraform: struct('common.Terraform', {
    configuration: text,
    type: text,
    path: text,
    writeConnectionSecretToRef: struct('types.SecretReference', secretReference),
    providerRef: struct('types.Reference', secretReference),
    deleteResource: flag,
    customRegion: text,
    gitCredentialsSecretReference: struct('v1.SecretReference', secretReference),
  }),
});
const workload = struct('common.WorkloadTypeDescriptor', {
  type: text,
  definition: struct('common.WorkloadGVK', { apiVersion: text, kind: text }),
});
const childResourceKind = struct('common.ChildResourceKind', {
  apiVersion: text,
  kind: text,
  selector: { kind: 'map', values: text },
});

/**
 * Types of `spec` that KubeVela decodes a definition in CUE form into, per release line (`apis/core.oam.dev/v1beta1` and `common/types.go`
 * at the tags of the releases). A workload definition is not checked at all.
 */
export function findSpecType(kind: DefinitionKind, line: ReleaseLine): GoStruct | undefined {
  const version: GoStruct['fields'] = line === '1.9' ? {} : { version: text };
  const status = struct('common.Status', {
    customStatus: text,
    healthPolicy: text,
    ...(line === '1.9' ? {} : { details: text }),
  });
  const observed: GoStruct['fields'] = { status, schematic, extension: { kind: 'raw' } };
  switch (kind) {
    case 'component':
      return struct('v1beta1.ComponentDefinitionSpec', {
        ...version,
        ...observed,
        workload,
        childResourceKinds: { kind: 'list', items: childResourceKind },
        revisionLabel: text,
        podSpecPath: text,
      });
    case 'trait':
      return struct('v1beta1.TraitDefinitionSpec', {
        ...version,
        ...observed,
        definitionRef: reference,
        revisionEnabled: flag,
        workloadRefPath: text,
        podDisruptive: flag,
        appliesToWorkloads: texts,
        conflictsWith: texts,
        manageWorkload: flag,
        controlPlaneOnly: flag,
        stage: { kind: 'text', name: 'v1beta1.StageType' },
      });
    case 'policy':
      return struct('v1beta1.PolicyDefinitionSpec', {
        ...version,
        definitionRef: reference,
        schematic,
        manageHealthCheck: flag,
        ...(line === '1.11'
          ? { scope: { kind: 'text', name: 'v1beta1.PolicyScope' }, global: flag, priority: { kind: 'int32' } }
          : {}),
      });
    case 'workflow-step':
      return struct('v1beta1.WorkflowStepDefinitionSpec', { ...version, definitionRef: reference, schematic });
    case 'workload':
      return undefined;
  }
}
