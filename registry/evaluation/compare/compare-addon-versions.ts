import type { ReleaseLine } from '../../../schemas/release-line.ts';
import type { VersionDiff } from '../../../schemas/version-diff.ts';
import type { Engines } from '../../engine/types.ts';
import { compareFindings } from '../../findings.ts';
import { boundText } from './bound-text.ts';
import { compareContracts } from './compare-contracts.ts';
import { compareFiles } from './compare-files.ts';
import { compareObjects } from './compare-objects.ts';
import type { ComparedVersion } from './types.ts';

export interface CompareVersionsOptions {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly line: ReleaseLine;
}

/** How long each list may become; the verdict is made of all. */
const limits = {
  parameters: 500,
  definitions: 300,
  dependencies: 300,
  objects: 300,
  effects: 500,
  files: 2000,
} as const;

/** Compares two versions in everything, as a release line sees them. A side that does not render says so and has no objects to compare. */
export async function compareAddonVersions(
  context: { readonly engines: Engines },
  { before, after, line }: CompareVersionsOptions,
): Promise<VersionDiff> {
  const { findings, verdict, requirements, ...contract } = await compareContracts(context, { before, after, line });
  const canCompare = 'objects' in before.rendering && 'objects' in after.rendering;
  const parts = {
    ...contract,
    objects: canCompare ? compareObjects(listObjects(before), listObjects(after)) : [],
    files: compareFiles(before.files, after.files),
  };
  const cut: VersionDiff['cut'] = [];
  function limit<Item>(part: VersionDiff['cut'][number], items: readonly Item[]): Item[] {
    if (items.length > limits[part]) cut.push(part);
    return items.slice(0, limits[part]);
  }
  return {
    from: toSide(before),
    to: toSide(after),
    for: line,
    verdict: { ...verdict, reasons: verdict.reasons.slice(0, limits.definitions) },
    parameters: limit('parameters', parts.parameters),
    definitions: limit('definitions', parts.definitions).map(({ changes, ...definition }) => ({
      ...definition,
      changes: limit('parameters', changes),
    })),
    dependencies: limit('dependencies', parts.dependencies),
    requirements,
    objects: limit('objects', parts.objects),
    effects: limit('effects', parts.effects),
    files: limit('files', parts.files),
    findings: [...findings].sort(compareFindings),
    cut: [...new Set(cut)],
  };
}

function listObjects({ rendering }: ComparedVersion) {
  return 'objects' in rendering ? rendering.objects : [];
}

function toSide({ catalog, metadata, digest, treeDigest, rendering }: ComparedVersion): VersionDiff['from'] {
  return {
    ...(catalog === undefined ? {} : { catalog }),
    name: metadata.name,
    version: metadata.version,
    ...(digest === undefined ? {} : { digest }),
    treeDigest,
    ...('refused' in rendering ? { refused: boundText(rendering.refused) } : {}),
  };
}
