import { findEntryOf, findTextOf, type LocatedObject } from '../located/located-value.ts';
import { type EffectDetector, type FoundEffect, findComponentType, findKind } from './effect-scope.ts';
import { sayEffect } from './say-effect.ts';

/** Content that the cluster fetches from elsewhere: charts, repositories, Terraform modules. */
export const detectRemoteContent: EffectDetector = function* detectRemoteContent(object) {
  yield* detectChart(object);
  yield* detectComponentSource(object);
  const kind = findKind(object);
  if (kind === 'GitRepository') yield* detectUrl(object, ['spec', 'url'], 'git-repository');
  if (kind === 'ComponentDefinition') yield* detectTerraformModule(object);
  if (kind === 'Configuration') yield* detectUrl(object, ['spec', 'remote'], 'remote-module');
};

/** `chart` beside `version`, as components of type `helm`, HelmRelease (`spec.chart.spec`) and HelmChart write it. */
function* detectChart(object: LocatedObject): Generator<FoundEffect> {
  const chart = findEntryOf(object, 'chart');
  const name = findTextOf(chart?.value);
  if (chart === undefined || name === undefined) return;
  const isChart = ['url', 'version', 'sourceRef', 'repoType'].some((key) => findEntryOf(object, key) !== undefined);
  if (!isChart) return;
  const version = findTextOf(object, 'version');
  const url = findTextOf(object, 'url');
  const said = sayEffect({
    code: 'chart',
    name,
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
  });
  yield { kind: 'chart', severity: 'plain', ...said, place: chart.place };
}

function* detectComponentSource(object: LocatedObject): Generator<FoundEffect> {
  if (findComponentType(object) === undefined) return;
  const properties = findEntryOf(object, 'properties')?.value;
  const isGit = findTextOf(properties, 'repoType') === 'git' || findEntryOf(properties, 'git') !== undefined;
  if (isGit && properties?.kind === 'object') yield* detectUrl(properties, ['url'], 'git-repository');
}

function* detectTerraformModule(object: LocatedObject): Generator<FoundEffect> {
  const terraform = findEntryOf(object, 'spec', 'schematic', 'terraform')?.value;
  if (terraform?.kind !== 'object' || findTextOf(terraform, 'type') !== 'remote') return;
  yield* detectUrl(terraform, ['configuration'], 'remote-module');
}

function* detectUrl(
  object: LocatedObject,
  path: readonly string[],
  kind: 'git-repository' | 'remote-module',
): Generator<FoundEffect> {
  const entry = findEntryOf(object, ...path);
  const value = findTextOf(entry?.value);
  if (entry !== undefined && value !== undefined) yield { kind, severity: 'plain', value, place: entry.place };
}
