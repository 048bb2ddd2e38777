import { findStanding } from '../../../registry/catalog/listed.ts';
import type { AddonDetail, VersionSummary } from '../../../schemas/rest.ts';
import type { Verdict } from '../../../schemas/verdict.ts';
import type { Badge } from './draw-badge.ts';

/** The badge of something that is not here. */
export const unknownBadge: Badge = { label: 'addon', message: 'unknown', tone: 'neutral' };

/** The version that stands for an addon, coloured by its state. */
export function toVersionBadge(addon: AddonDetail): Badge {
  const label = `${addon.catalog}/${addon.name}`;
  const version = findShown(addon);
  if (version === undefined) return { label, message: 'no version', tone: 'neutral' };
  if (version.state === 'deprecated') return { label, message: `${version.version} deprecated`, tone: 'warn' };
  return { label, message: version.version, tone: 'plain' };
}

/** What a release line makes of the version that stands for an addon; undefined when the line is not judged here. */
export function toVerdictBadge(addon: AddonDetail, line: string): Badge | undefined {
  const label = `KubeVela ${line}`;
  const version = findShown(addon);
  if (version === undefined) return { label, message: 'no version', tone: 'neutral' };
  const verdict = version.verdicts.find((each) => each.line === line);
  return verdict === undefined ? undefined : { label, ...wordsOf(verdict) };
}

/** `latest` of an addon is a version's text, and stands among its versions. */
function findShown({ latest, versions }: AddonDetail): VersionSummary | undefined {
  return findStanding({ versions, latest: versions.find(({ version }) => version === latest) });
}

function wordsOf({ render, admitted }: Verdict): Omit<Badge, 'label'> {
  if (!admitted) return { message: 'excluded', tone: 'neutral' };
  switch (render) {
    case 'works':
      return { message: 'works', tone: 'good' };
    case 'needs-parameters':
      return { message: 'needs parameters', tone: 'warn' };
    case 'refused':
      return { message: 'refused', tone: 'bad' };
    case 'pending':
      return { message: 'pending', tone: 'neutral' };
  }
}
