import type { PlanNotice, ResolveRequest } from '../../../schemas/resolution.ts';
import { namesPrerelease, readRequirement } from '../../version/check-sem-ver.ts';
import { isOfficialKubeVelaVersion } from '../../version/official-version.ts';
import type { AddonUniverse, ResolutionProblem } from '../types.ts';
import type { ChosenAddon } from './list-chosen.ts';
import type { PlanWords } from './plan-words.ts';

export interface NoticesOptions {
  readonly problem: ResolutionProblem;
  readonly words: PlanWords;
  /** In install order. */
  readonly members: readonly ChosenAddon[];
  readonly cycles: readonly (readonly string[])[];
}

/** What a person should know about a plan that holds: about the question first, then about the members in their order. */
export function listNotices({ problem, words, members, cycles }: NoticesOptions): readonly PlanNotice[] {
  const { request, universe } = problem;
  return [
    ...listNotCompared(request, words),
    ...cycles.map((path): PlanNotice => ({ code: 'cycle', text: words.notices.cycle(path) })),
    ...members.flatMap((member) => [
      ...listShadowed(universe, member, words),
      ...listNoticesOf(member, { request, words }),
    ]),
  ];
}

function listNotCompared({ vela, kubernetes }: ResolveRequest, words: PlanWords): readonly PlanNotice[] {
  const given = [
    ['kubevela', vela],
    ['kubernetes', kubernetes],
  ] as const;
  return given.flatMap(([system, version]): PlanNotice[] => {
    if (version === undefined || isOfficialKubeVelaVersion(version)) return [];
    return [{ code: 'not-compared', text: words.notices.notCompared(system, version) }];
  });
}

function listShadowed(universe: AddonUniverse, member: ChosenAddon, words: PlanWords): readonly PlanNotice[] {
  const { name, wants, release } = member;
  if (release === undefined || wants.length === 0 || wants.some(({ catalog }) => catalog !== undefined)) return [];
  const others = universe.catalogs
    .map((catalog) => catalog.name)
    .filter((catalog) => catalog !== release.catalog && universe.listReleases(catalog, name).length > 0);
  if (others.length === 0) return [];
  return [{ code: 'shadowed', text: words.notices.shadowed(name, release.catalog, others) }];
}

interface Context {
  readonly request: ResolveRequest;
  readonly words: PlanWords;
}

function listNoticesOf(member: ChosenAddon, { request, words: { notices } }: Context): readonly PlanNotice[] {
  const { name, release, suspicions, candidate } = member;
  const { version } = candidate;
  if (release === undefined) return [{ code: 'installed-unknown', text: notices.installedUnknown(name, version) }];
  const { state, stateReason = {} } = release;
  const found: PlanNotice[] = suspicions.map(({ on, uses }) => ({
    code: 'suspected',
    text: notices.suspected(name, on, uses),
  }));
  if (state === 'deprecated') found.push({ code: 'deprecated', text: notices.deprecated(name, version, stateReason) });
  if (state === 'yanked')
    found.push({ code: 'yanked', text: notices.yanked(name, version, release.stateReason?.reason) });
  if (release.prerelease && request.prereleases !== true && !member.wants.some(meansPrerelease)) {
    found.push({ code: 'prerelease', text: notices.prerelease(name, version) });
  }
  const line = /^v?([0-9]+\.[0-9]+)\./.exec(request.vela ?? '')?.[1];
  const refusing = release.refusedBy?.find((each) => each === line);
  if (refusing !== undefined) found.push({ code: 'refused', text: notices.refused(name, version, refusing) });
  return found;
}

/** Whether the person named a pre-release, in a range or as an exact version. */
function meansPrerelease({ range = '' }: ChosenAddon['wants'][number]): boolean {
  const requirement = readRequirement(range);
  return requirement.ok ? namesPrerelease(requirement.value) : range.includes('-');
}
