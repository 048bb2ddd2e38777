import type { EffectDifference, StepVerdict, VersionDiff } from '../../../schemas/version-diff.ts';
import { judgeBump } from '../../definition/diff/judge-bump.ts';
import { findLargestBump } from '../../definition/diff/order-bumps.ts';
import { suggestVersion } from '../../definition/diff/suggest-version.ts';
import type { Bump } from '../../definition/diff/types.ts';
import { compareVersions } from '../../version/compare-versions.ts';
import { parseVersion } from '../../version/parse-version.ts';

/** What a verdict rests on. */
export interface JudgedStep
  extends Pick<VersionDiff, 'parameters' | 'definitions' | 'dependencies' | 'requirements' | 'effects'> {
  readonly from: string;
  readonly to: string;
  /** Whether any file differs at all. */
  readonly changed: boolean;
}

/** Says what all differences of two versions require of the version number, and whether it moved as far. */
export function judgeStep(step: JudgedStep): StepVerdict {
  const { from, to, effects } = step;
  const judged = [...step.parameters, ...step.definitions, ...step.dependencies, ...step.requirements];
  const lostKinds = listKinds(effects, 'vanished').filter((kind) => !listKinds(effects, 'appeared').includes(kind));
  const reasons = [
    ...judged.filter(({ breaking }) => breaking).map(({ message }) => message),
    ...lostKinds.map(toLossText),
  ];
  const required = findLargestBump([
    ...judged.map(({ bump }) => bump),
    ...(reasons.length > 0 ? (['major'] as const) : []),
    ...(step.changed ? (['patch'] as const) : []),
  ]);
  return { breaking: reasons.length > 0, reasons, required, ...judgeNumbers({ from, to }, required) };
}

function judgeNumbers(
  { from, to }: { readonly from: string; readonly to: string },
  required: Bump,
): Pick<StepVerdict, 'actual' | 'adequate' | 'suggested'> {
  const judgement = judgeBump({ from, to }, required);
  if (judgement === undefined || isBackwards(from, to)) return {};
  const { bump: actual, adequate } = judgement;
  const suggested = adequate || required === 'none' ? undefined : suggestVersion(from, required);
  return { actual, adequate, ...(suggested === undefined ? {} : { suggested }) };
}

function isBackwards(from: string, to: string): boolean {
  const [was, is] = [parseVersion(from), parseVersion(to)];
  return was.ok && is.ok && compareVersions(was.value, is.value) > 0;
}

function listKinds(effects: readonly EffectDifference[], change: EffectDifference['change']): readonly string[] {
  return effects
    .filter((each) => each.change === change && each.effect.kind === 'crd')
    .map(({ effect }) => effect.value);
}

function toLossText(name: string): string {
  return `The kind \`${name}\` is not written any more: an upgrade deletes it, and every object of it.`;
}
