import type { Finding } from '../../schemas/finding.ts';
import { judgeBump } from '../definition/diff/judge-bump.ts';
import { RegistryError, type RegistryErrorCode } from '../errors.ts';
import { compareVersions } from '../version/compare-versions.ts';
import { parseVersion } from '../version/parse-version.ts';
import { isListed } from './listed.ts';
import type { AddonView, CatalogViews, StepFinder, VersionView } from './types.ts';

export interface StepJudgeOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly steps: StepFinder;
}

/** Tells what is wrong with a version as the successor of the one before. */
export type StepJudge = (addon: string, version: VersionView) => Promise<readonly Finding[]>;

/** What the page of a version does without: it is told again when the engine answers. */
const passing: ReadonlySet<RegistryErrorCode> = new Set([
  'ENGINE_UNAVAILABLE',
  'ENGINE_BUSY',
  'BLOB_NOT_FOUND',
  'BLOB_CORRUPT',
]);

/** Judges a version when somebody asks for it; a number that announces everything is not looked at. */
export function createStepJudge({ views, steps }: StepJudgeOptions): StepJudge {
  return async (addon, version) => {
    const { catalog } = version;
    const view = views.findView(catalog)?.byName.get(addon);
    const before = view === undefined ? undefined : findPredecessor(view, version);
    if (before === undefined || version.state === 'quarantined') return [];
    const [from, to] = [before.version, version.version];
    if (judgeBump({ from, to }, 'major')?.adequate !== false) return [];
    try {
      return await steps.listStepFindings({ catalog, addon, from, to });
    } catch (error) {
      if (error instanceof RegistryError && passing.has(error.code)) return [];
      throw error;
    }
  };
}

/** The highest lower version that people have: listed, and no pre-release, whose users expect changes. */
export function findPredecessor({ versions }: AddonView, { version }: VersionView): VersionView | undefined {
  const own = parseVersion(version);
  if (!own.ok) return undefined;
  // Newest first.
  return versions.find((candidate) => {
    if (candidate.prerelease || !isListed(candidate)) return false;
    const other = parseVersion(candidate.version);
    return other.ok && compareVersions(other.value, own.value) < 0;
  });
}
