import { checkSemVer } from '../../version/check-sem-ver.ts';
import type { LintSubject } from './types.ts';

/** KubeVela's release lines, the oldest first. */
export const releaseLines = ['1.9', '1.10', '1.11'] as const;

type ReleaseLine = (typeof releaseLines)[number];

/** Kinds that an addon can install, by the `type` of a definition in CUE (`pkg/definition`, `pkg/addon/utils.go`). */
export const definitionKinds: ReadonlyMap<string, string> = new Map([
  ['component', 'ComponentDefinition'],
  ['trait', 'TraitDefinition'],
  ['policy', 'PolicyDefinition'],
  ['workflow-step', 'WorkflowStepDefinition'],
]);

const since = {
  always: '1.9',
  version: '1.10',
  statusDetails: '1.10',
  policyScope: '1.11',
} as const satisfies Record<string, ReleaseLine>;

const fieldsEverywhere = { schematic: since.always, version: since.version };
const statusFields = { status: since.always, extension: since.always };

/** Fields of a spec and the first line that knows them (`apis/core.oam.dev/v1beta1`, compared at the tags of the releases). */
const specFields: Record<string, Readonly<Record<string, ReleaseLine>>> = {
  ComponentDefinition: {
    ...fieldsEverywhere,
    ...statusFields,
    workload: since.always,
    childResourceKinds: since.always,
    revisionLabel: since.always,
    podSpecPath: since.always,
  },
  TraitDefinition: {
    ...fieldsEverywhere,
    ...statusFields,
    definitionRef: since.always,
    revisionEnabled: since.always,
    workloadRefPath: since.always,
    podDisruptive: since.always,
    appliesToWorkloads: since.always,
    conflictsWith: since.always,
    manageWorkload: since.always,
    controlPlaneOnly: since.always,
    stage: since.always,
  },
  PolicyDefinition: {
    ...fieldsEverywhere,
    definitionRef: since.always,
    manageHealthCheck: since.always,
    scope: since.policyScope,
    global: since.policyScope,
    priority: since.policyScope,
  },
  WorkflowStepDefinition: { ...fieldsEverywhere, definitionRef: since.always },
};

/** The release lines whose core does not know a field of a definition's spec; none for kinds that have no table. */
export function listLinesWithout(kind: string, field: string, options: { ignoreCase: boolean }): readonly string[] {
  const fields = specFields[kind];
  if (fields === undefined) return [];
  const wanted = options.ignoreCase ? field.toLowerCase() : field;
  const known = Object.entries(fields).find(([name]) => (options.ignoreCase ? name.toLowerCase() : name) === wanted);
  if (known === undefined) return releaseLines;
  return releaseLines.slice(0, releaseLines.indexOf(known[1]));
}

/** The release lines that the addon's own requirement lets in; all when there is none or it cannot be read. */
export function listAdmittedLines({ metadata }: LintSubject): readonly string[] {
  const requirement = metadata?.system?.vela ?? '';
  return releaseLines.filter((line) =>
    [`${line}.0`, `${line}.99`].some((version) => {
      const met = checkSemVer(version, requirement);
      return !met.ok || met.value;
    }),
  );
}
