import type { Requirements } from '../../schemas/addon.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { getReleaseLine } from './release-lines.ts';
import { admits } from './requirements.ts';

/**
 * Whether declared requirements let in some release of a KubeVela line, by the client's own rules. Releases are those
 * known of the line, and those that the requirement itself names: `>=1.10.30` says that there is one.
 */
export function admitsLine(requirements: Requirements, line: ReleaseLine): boolean {
  const { vela } = requirements;
  if (vela === undefined) return true;
  return [...listReleases(line), ...listNamedReleases(vela, line)].some((release) =>
    admits({ vela }, { vela: release }),
  );
}

/** Every release of a line that is known, oldest first: patches up to the newest, or alphas up to the newest. */
export function listReleases(line: ReleaseLine): readonly string[] {
  const { release } = getReleaseLine(line);
  const end = release.lastIndexOf('.') + 1;
  const newest = Number(release.slice(end));
  const first = release.includes('-') ? 1 : 0;
  return Array.from({ length: newest + 1 - first }, (_, index) => `${release.slice(0, end)}${first + index}`);
}

function listNamedReleases(constraint: string, line: ReleaseLine): readonly string[] {
  const named = constraint.match(/[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?/g) ?? [];
  return named.filter((release) => release.startsWith(`${line}.`));
}
