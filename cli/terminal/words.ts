import type { Dependency, Requirements } from '../../schemas/addon.ts';
import type { FindingCounts, VersionSummary } from '../../schemas/rest.ts';
import type { Verdict } from '../../schemas/verdict.ts';

/** Says how many, with the right ending: `1 version`, `2 versions`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Says how many findings of each severity there are; `none` when there is none. */
export function toFindingText(counts: FindingCounts): string {
  const parts = [
    ...(counts.error > 0 ? [count(counts.error, 'error')] : []),
    ...(counts.warning > 0 ? [count(counts.warning, 'warning')] : []),
    ...(counts.info > 0 ? [`${counts.info} info`] : []),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** Says what a version demands of the cluster; empty when it demands nothing. */
export function toRequirementText({ vela, kubernetes }: Requirements): string {
  return [
    ...(vela === undefined ? [] : [`vela ${vela}`]),
    ...(kubernetes === undefined ? [] : [`kubernetes ${kubernetes}`]),
  ].join(', ');
}

/** Says what a version is, who says so and why, and what to use instead; empty when it is simply active. */
export function toStateText({ state, stateReason }: Pick<VersionSummary, 'state' | 'stateReason'>): string {
  if (stateReason === undefined) return state === 'active' ? '' : state;
  const { reason, author, at, replacement } = stateReason;
  const instead = replacement === undefined ? '' : `; use ${replacement} instead`;
  return `${state} since ${toDay(at)} by ${author}: ${reason}${instead}`;
}

/** Says which addons must be enabled first; empty when none. */
export function toDependencyText(dependencies: readonly Dependency[]): string {
  return dependencies.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`)).join(', ');
}

/** Says what each release line makes of a version: `1.9 works, 1.10 needs parameters (image), 1.11 refused`. */
export function toVerdictText(verdicts: readonly Verdict[]): string {
  return verdicts.map((verdict) => `${verdict.line} ${toVerdictWord(verdict)}`).join(', ');
}

function toVerdictWord({ render, admitted, parameters = [] }: Verdict): string {
  if (!admitted) return 'excluded';
  if (render === 'pending') return 'not evaluated yet';
  return render === 'needs-parameters' ? `needs parameters (${parameters.join(', ')})` : render;
}

/** The release lines that enable a version, given its parameters. */
export function toWorkingLines(verdicts: readonly Verdict[]): string {
  const enabling = verdicts.filter(
    ({ render, admitted }) => admitted && (render === 'works' || render === 'needs-parameters'),
  );
  return enabling.map(({ line }) => line).join(' ');
}

/** The day of a time, as people write it down. */
export function toDay(time: string): string {
  return time.slice(0, 10);
}

/** The beginning of a digest or commit, enough to tell it from others. */
export function toShort(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
