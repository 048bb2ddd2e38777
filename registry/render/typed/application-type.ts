import {
  embed,
  field,
  type GoStruct,
  type GoType,
  list,
  namedList,
  optional,
  pointerTo,
  raw,
  struct,
  text,
  textMap,
} from './go-type.ts';

const int64: GoType = { kind: 'integer', name: 'int64', pointer: false };
const int64Pointer: GoType = { kind: 'integer', name: 'int64', pointer: true };
const flagPointer: GoType = { kind: 'flag', pointer: true };
const texts = namedList('[]string', text());

const ownerReference = struct('v1.OwnerReference', [
  field('apiVersion', text()),
  field('kind', text()),
  field('name', text()),
  field('uid', text('types.UID')),
  optional('controller', flagPointer),
  optional('blockOwnerDeletion', flagPointer),
]);

const managedFields = struct('v1.ManagedFieldsEntry', [
  optional('manager', text()),
  optional('operation', text('v1.ManagedFieldsOperationType')),
  optional('apiVersion', text()),
  optional('time', { kind: 'time', pointer: true }),
  optional('fieldsType', text()),
  optional('fieldsV1', raw),
  optional('subresource', text()),
]);

/** `metav1.ObjectMeta`; its creation time is printed as null even when nobody set it. */
const objectMeta = struct('v1.ObjectMeta', [
  optional('name', text()),
  optional('generateName', text()),
  optional('namespace', text()),
  optional('selfLink', text()),
  optional('uid', text('types.UID')),
  optional('resourceVersion', text()),
  optional('generation', int64),
  field('creationTimestamp', { kind: 'time', pointer: false }),
  optional('deletionTimestamp', { kind: 'time', pointer: true }),
  optional('deletionGracePeriodSeconds', int64Pointer),
  optional('labels', textMap),
  optional('annotations', textMap),
  optional('ownerReferences', list(ownerReference)),
  optional('finalizers', texts),
  optional('managedFields', list(managedFields)),
]);

const inputs = namedList(
  'v1alpha1.StepInputs',
  struct('v1alpha1.InputItem', [optional('parameterKey', text()), field('from', text())]),
);
const outputs = namedList(
  'v1alpha1.StepOutputs',
  struct('v1alpha1.OutputItem', [field('valueFrom', text()), field('name', text())]),
);

/** `common.ApplicationComponent` (`apis/core.oam.dev/common/types.go`), which a component file is decoded into. */
export const componentType: GoStruct = struct('common.ApplicationComponent', [
  field('name', text()),
  field('type', text()),
  optional('externalRevision', text()),
  optional('properties', raw),
  optional('dependsOn', texts),
  optional('inputs', inputs),
  optional('outputs', outputs),
  optional('traits', list(struct('common.ApplicationTrait', [field('type', text()), optional('properties', raw)]))),
  optional('scopes', textMap),
]);

const policy = struct('v1beta1.AppPolicy', [
  optional('name', text()),
  field('type', text()),
  optional('properties', raw),
]);

const mode = text('v1alpha1.WorkflowMode');

const stepBase = [
  optional('name', text()),
  field('type', text()),
  optional('meta', pointerTo(struct('v1alpha1.WorkflowStepMeta', [optional('alias', text())]))),
  optional('if', text()),
  optional('timeout', text()),
  optional('dependsOn', texts),
  optional('inputs', inputs),
  optional('outputs', outputs),
  optional('properties', raw),
] as const;

const step = struct('v1alpha1.WorkflowStep', [
  ...embed('WorkflowStepBase', stepBase),
  optional('mode', mode),
  optional('subSteps', list(struct('v1alpha1.WorkflowStepBase', stepBase))),
]);

const workflow = struct('v1beta1.Workflow', [
  optional('ref', text()),
  optional(
    'mode',
    pointerTo(struct('v1alpha1.WorkflowExecuteMode', [optional('steps', mode), optional('subSteps', mode)])),
  ),
  optional('steps', list(step)),
]);

/** Of a status, which nobody writes into a template, only the phase is looked at; the rest passes through. */
const status = struct('common.AppStatus', [
  optional('status', text('common.ApplicationPhase')),
  optional('observedGeneration', int64),
  ...[
    'conditions',
    'rollout',
    'components',
    'services',
    'workflow',
    'latestRevision',
    'appliedResources',
    'policy',
  ].map((key) => optional(key, raw)),
]);

/** `v1beta1.Application` (`apis/core.oam.dev/v1beta1/application_types.go`), the same on all release lines. */
export const applicationType: GoStruct = struct('v1beta1.Application', [
  ...embed('TypeMeta', [optional('kind', text()), optional('apiVersion', text())]),
  field('metadata', objectMeta),
  field(
    'spec',
    struct('v1beta1.ApplicationSpec', [
      field('components', list(componentType)),
      optional('policies', list(policy)),
      optional('workflow', pointerTo(workflow)),
    ]),
  ),
  field('status', status),
]);
