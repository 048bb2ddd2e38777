import type { ReleaseLine } from '../../schemas/release-line.ts';
import { releaseLines } from '../version/release-lines.ts';
import type { CueText } from './evaluation-rule.ts';

/** KubeVela's own packages that its first lines do not have, and which line brought them (definitions.md section 11). */
const packagesSince: ReadonlyMap<string, ReleaseLine> = new Map([
  ...[
    'base64',
    'builtin',
    'cue',
    'email',
    'http',
    'kube',
    'metrics',
    'multicluster',
    'oam',
    'query',
    'terraform',
    'time',
    'util',
  ].map((name) => [`vela/${name}`, '1.10'] as const),
  ['vela/helm', '1.11'] as const,
]);

const order = releaseLines.map(({ line }) => line);

/** Whether KubeVela has a package of that name, and brought it with a later line than this one. */
export function comesLater(path: string, line: ReleaseLine): boolean {
  const since = packagesSince.get(path);
  return since !== undefined && order.indexOf(since) > order.indexOf(line);
}

/** The oldest line that knows everything that texts import and write; undefined when all lines do. */
export function findMinimumLine(texts: readonly CueText[]): ReleaseLine | undefined {
  const needed = texts.flatMap(({ facts }) => [
    // CUE knows the marker `!` from v0.6 on.
    ...(facts.requiredFields.length > 0 ? ['1.10' as const] : []),
    ...facts.imports.flatMap(({ path }) => packagesSince.get(path) ?? []),
  ]);
  return needed.sort((left, right) => order.indexOf(right) - order.indexOf(left))[0];
}
