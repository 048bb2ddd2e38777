import type { DefinitionKind } from '../../schemas/definition.ts';

const kinds: readonly (readonly [DefinitionKind, string])[] = [
  ['component', 'ComponentDefinition'],
  ['trait', 'TraitDefinition'],
  ['policy', 'PolicyDefinition'],
  ['workflow-step', 'WorkflowStepDefinition'],
  ['workload', 'WorkloadDefinition'],
];

const objectKinds: ReadonlyMap<string, string> = new Map(kinds);
const definitionKinds: ReadonlyMap<string, DefinitionKind> = new Map(kinds.map(([type, kind]) => [kind, type]));

/** The kind of object that a `type` of the CUE form stands for; undefined for what KubeVela refuses. */
export function findObjectKind(type: string): string | undefined {
  return objectKinds.get(type);
}

/** The kind of definition that an object of this `kind` is; undefined when it is none. */
export function findDefinitionKind(objectKind: unknown): DefinitionKind | undefined {
  return typeof objectKind === 'string' ? definitionKinds.get(objectKind) : undefined;
}
