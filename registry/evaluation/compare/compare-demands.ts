import type { AddonMetadata } from '../../../schemas/addon.ts';
import type { DependencyDifference, RangeChange, RequirementDifference } from '../../../schemas/version-diff.ts';
import { compareText } from '../../findings.ts';
import { compareRanges } from '../../version/compare-ranges.ts';
import { boundText } from './bound-text.ts';

/** The same range may be absent or empty; undefined here means that nothing is demanded at all. */
interface RangeStep {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Judgement = Pick<DependencyDifference, 'change' | 'breaking' | 'bump' | 'message' | 'before' | 'after'>;

/** Compares which other addons two versions need, by name. */
export function compareDependencies(before: AddonMetadata, after: AddonMetadata): readonly DependencyDifference[] {
  const was = new Map(before.dependencies.map(({ name, version = '' }) => [name, version]));
  const is = new Map(after.dependencies.map(({ name, version = '' }) => [name, version]));
  const names = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return names.flatMap((name) => {
    const step = { before: was.get(name), after: is.get(name) };
    const judgement = judgeStep(step, `The addon \`${name}\``);
    return judgement === undefined ? [] : [{ name, ...judgement }];
  });
}

const systems = [
  ['vela', 'KubeVela'],
  ['kubernetes', 'Kubernetes'],
] as const;

/** Compares what two versions demand of the cluster. */
export function compareRequirements(before: AddonMetadata, after: AddonMetadata): readonly RequirementDifference[] {
  return systems.flatMap(([system, word]) => {
    const step = { before: before.system?.[system] || undefined, after: after.system?.[system] || undefined };
    const judgement = judgeStep(step, word);
    return judgement === undefined ? [] : [{ system, ...judgement }];
  });
}

function judgeStep({ before, after }: RangeStep, subject: string): Judgement | undefined {
  if (before === after) return undefined;
  const change = findChange({ before, after });
  const texts = {
    ...(before === undefined ? {} : { before: boundText(before) }),
    ...(after === undefined ? {} : { after: boundText(after) }),
  };
  // Whoever does not meet it keeps the version before: the client refuses before it touches anything.
  const isMore = change === 'added' || change === 'narrowed' || change === 'changed';
  return {
    change,
    breaking: false,
    bump: isMore ? 'minor' : 'patch',
    message: `${subject} ${toWords(change, texts)}.`,
    ...texts,
  };
}

function findChange({ before, after }: RangeStep): RangeChange {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  const order = compareRanges(before, after) ?? 'changed';
  return order === 'same' ? 'rewritten' : order;
}

function toWords(
  change: RangeChange,
  { before, after }: { readonly before?: string; readonly after?: string },
): string {
  const [was, is] = [quote(before), quote(after)];
  switch (change) {
    case 'added':
      return after === '' ? 'is needed now' : `is needed now, at ${is}`;
    case 'removed':
      return 'is not demanded any more';
    case 'widened':
      return `may be of more versions: ${is}, was ${was}`;
    case 'narrowed':
      return `may be of fewer versions: ${is}, was ${was}`;
    case 'changed':
      return `must be of other versions: ${is}, was ${was}`;
    case 'rewritten':
      return `may be of the same versions, written as ${is}, was ${was}`;
  }
}

function quote(range: string | undefined): string {
  return range === undefined || range === '' ? 'any version' : `\`${range}\``;
}
