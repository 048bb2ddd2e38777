import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { StateReason } from '../../../schemas/version-state.ts';
import type { SystemName } from '../types.ts';

const systems: Record<SystemName, string> = { kubevela: 'KubeVela', kubernetes: 'Kubernetes' };

const kinds: Record<DefinitionKind, string> = {
  component: 'component type',
  trait: 'trait',
  policy: 'policy',
  'workflow-step': 'workflow step',
  workload: 'workload type',
};

/** An addon that would change if another version were taken; `from` is absent when it would be added, `to` when it would go. */
export interface Shift {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** English sentences about a plan that holds. */
export const planWordsEn = {
  passedOver: {
    yanked: (reason: string | undefined): string => `It was yanked${toReason(reason)}.`,
    quarantined: (reason: string | undefined): string => `It is in quarantine${toReason(reason)}.`,
    prerelease: 'It is a pre-release, and a stable version fits.',
    unwanted: (range: string): string => `You asked for ${range}.`,
    requirements: (system: SystemName, range: string, actual: string): string =>
      `It needs ${systems[system]} ${range}; the cluster has ${actual}.`,
    installed: (version: string): string => `${version} is installed and may not be moved.`,
    kept: (version: string): string => `${version} is installed, and nothing needs a newer one.`,
    preferred: (version: string): string => `${version} was asked to be kept, and it fits.`,
    dependency: (name: string, version: string, range: string): string => `${name} ${version} needs ${range}.`,
    conflict: 'It does not go together with the rest.',
    conflictingNeed: (name: string, range: string): string =>
      `It needs ${toAsk(name, range)}, which does not go together with the rest.`,
    shifts: (shifts: readonly Shift[]): string => `With it, ${toAnd(shifts.map(toShift))}.`,
  },

  notices: {
    shadowed: (name: string, catalog: string, others: readonly string[]): string =>
      `${name} comes from the catalog ${catalog}, which stands first; ${toAnd(others)} ${others.length === 1 ? 'has' : 'have'} one of that name too.`,
    cycle: (path: readonly string[]): string =>
      `${path.join(' needs ')}: "vela addon enable" would follow this circle for ever where none of them is installed.`,
    deprecated: (name: string, version: string, { reason, replacement }: Partial<StateReason>): string =>
      `${name} ${version} is deprecated${toReason(reason)}.${replacement === undefined ? '' : ` Use ${replacement} instead.`}`,
    prerelease: (name: string, version: string): string =>
      `${name} ${version} is a pre-release: no stable version fits.`,
    suspected: (
      name: string,
      on: string,
      uses: readonly { readonly kind: DefinitionKind; readonly name: string }[],
    ): string =>
      `${name} uses ${toAnd(uses.map((use) => `the ${kinds[use.kind]} "${use.name}"`))}, which ${on} brings, without declaring that it needs it.`,
    notCompared: (system: SystemName, version: string): string =>
      `"${version}" is no release of ${systems[system]}: as in the client, requirements are not compared with it.`,
    refused: (name: string, version: string, line: string): string =>
      `KubeVela ${line} refuses ${name} ${version}: see its findings.`,
    installedUnknown: (name: string, version: string): string =>
      `${name} ${version} is installed, but no catalog lists it: what it needs is not known.`,
    yanked: (name: string, version: string, reason: string | undefined): string =>
      `${name} ${version} was yanked${toReason(reason)}: vela finds it in a lock only.`,
  },
};

function toReason(reason: string | undefined): string {
  return reason === undefined ? '' : ` (${reason})`;
}

function toAsk(name: string, range: string): string {
  return range === '' ? name : `${name} ${range}`;
}

function toShift({ name, from, to }: Shift): string {
  if (to === undefined) return `${name} would not be needed`;
  return from === undefined ? `${name} ${to} would be needed too` : `${name} would be ${to} instead of ${from}`;
}

function toAnd(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
