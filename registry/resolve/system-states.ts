import type { ResolveRequest } from '../../schemas/resolution.ts';
import { checkSemVer, readRequirement } from '../version/check-sem-ver.ts';
import { isOfficialKubeVelaVersion } from '../version/official-version.ts';
import { createStateSet, type StateSet } from './solver/state-set.ts';
import type { SystemName } from './types.ts';

/** A system has two states beside 0: 1 is the version that was given, 2 any other. */
export const systemSize = 3;

/** The version of a part of the system that a request gives; empty when it gives none. */
export function getSystemVersion({ vela = '', kubernetes = '' }: ResolveRequest, system: SystemName): string {
  return system === 'kubevela' ? vela : kubernetes;
}

/** Parts of the system whose version was given and is one that the client compares. */
export function listComparedSystems(request: ResolveRequest): readonly SystemName[] {
  const systems = ['kubevela', 'kubernetes'] as const;
  return systems.filter((system) => isOfficialKubeVelaVersion(getSystemVersion(request, system)));
}

/** States of a system that a requirement admits; one that cannot be read admits none. */
export function admitSystem(version: string, range: string): StateSet {
  const met = checkSemVer(version, range);
  if (!met.ok) return createStateSet(systemSize, readRequirement(range).ok ? [2] : []);
  return createStateSet(systemSize, met.value ? [1, 2] : [2]);
}
