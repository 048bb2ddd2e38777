import type { Parameter } from '../../schemas/parameter.ts';
import type { ParameterPath } from './types.ts';
import { walkParameters } from './walk-parameters.ts';

const maxPaths = 500;
const maxUsageLength = 2_000;

/** Parameters at every depth by their paths (`a.b[].c`), outer ones first, each path once, at most 500; those that are not meant for people are left out. */
export function listParameterPaths(parameters: readonly Parameter[]): readonly ParameterPath[] {
  const listed = new Map<string, ParameterPath>();
  for (const { path: segments, parameter } of walkParameters(parameters)) {
    if (listed.size === maxPaths) break;
    const path = segments.join('.').replaceAll('.[]', '[]');
    if (parameter.ignore === true || listed.has(path)) continue;
    listed.set(path, { path, usage: (parameter.usage ?? '').slice(0, maxUsageLength) });
  }
  return [...listed.values()];
}
