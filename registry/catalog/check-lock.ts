import type { LockCheck, LockContent, LockMember, LockMemberCheck, LockProblem } from '../../schemas/lock.ts';
import { isDigest } from '../digest.ts';
import { toCanonicalLock, toLockId } from '../resolve/lock/canonical-lock.ts';
import type { CurrentState } from '../state/fold-state-events.ts';
import type { BlobStore, StateStore } from '../storage/types.ts';
import { checkSemVer } from '../version/check-sem-ver.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { type AskedSystem, admits } from '../version/requirements.ts';
import { findCurrentState } from './find-current-state.ts';
import type { CatalogViews, VersionView } from './types.ts';

export interface LockChecker {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly blobs: Pick<BlobStore, 'hasBlob'>;
  readonly store: Pick<StateStore, 'listStateEvents'>;
}

/** Says of each member what keeps it from holding. What is not asked for is checked for the KubeVela and Kubernetes that the lock was made for. */
export async function checkLock(checker: LockChecker, given: LockContent, asked: AskedSystem): Promise<LockCheck> {
  const content = toCanonicalLock(given);
  const vela = asked.vela ?? content.vela;
  const kubernetes = asked.kubernetes ?? content.kubernetes;
  const system = { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) };
  const pinned = new Map([...(content.outside ?? []), ...content.members].map(({ name, version }) => [name, version]));
  const members: LockMemberCheck[] = [];
  for (const member of content.members) {
    const current = await findCurrentState(checker.store, member);
    const problems = [
      ...findRowProblems(member, findRow(checker, member)),
      ...findStateProblems(member, current),
      ...(await findByteProblems(checker, member)),
      ...findSystemProblems(member, system),
      ...findDependencyProblems(member, pinned),
    ];
    const { catalog, name, version } = member;
    members.push({ catalog, name, version, state: current.state, problems });
  }
  const holds = members.every(({ problems }) => problems.every(({ severity }) => severity !== 'error'));
  return { id: toLockId(content), holds, ...system, members };
}

function findRow({ views }: LockChecker, { catalog, name, version }: LockMember): VersionView | undefined {
  const key = normalizeVersion(version);
  return views
    .findView(catalog)
    ?.byName.get(name)
    ?.versions.find((each) => each.key === key);
}

function findRowProblems(member: LockMember, row: VersionView | undefined): readonly LockProblem[] {
  const { catalog, name, version, digest } = member;
  if (row === undefined) return [error('missing', `catalog ${catalog} has no ${name} ${version} any more`)];
  if (row.digest === digest) return [];
  const [now, then] = [toShort(row.digest), toShort(digest)];
  return [error('digest', `${name} ${version} of ${catalog} has other bytes now: ${now}, and the lock has ${then}`)];
}

async function findByteProblems({ blobs }: LockChecker, member: LockMember): Promise<readonly LockProblem[]> {
  const { name, version, digest } = member;
  if (isDigest(digest) && (await blobs.hasBlob(digest))) return [];
  return [error('bytes', `the bytes of ${name} ${version} (${toShort(digest)}) are not on this server`)];
}

function findStateProblems({ name, version }: LockMember, { state, reason }: CurrentState): readonly LockProblem[] {
  const because = reason === undefined ? '' : `: ${reason.reason}`;
  switch (state) {
    case 'active':
      return [];
    case 'yanked':
      return [error('yanked', `${name} ${version} was yanked${because}`)];
    case 'quarantined':
      return [error('quarantined', `${name} ${version} is quarantined, and its bytes are blocked${because}`)];
    case 'deprecated': {
      const instead = reason?.replacement === undefined ? '' : `; use ${reason.replacement} instead`;
      return [
        { code: 'deprecated', severity: 'warning', text: `${name} ${version} is deprecated${because}${instead}` },
      ];
    }
  }
}

function findSystemProblems({ name, version, requirements }: LockMember, system: AskedSystem): readonly LockProblem[] {
  const problems: LockProblem[] = [];
  for (const [code, title] of [
    ['vela', 'KubeVela'],
    ['kubernetes', 'Kubernetes'],
  ] as const) {
    const [actual, require] = [system[code], requirements[code]];
    if (actual === undefined || require === undefined || admits({ [code]: require }, { [code]: actual })) continue;
    problems.push(error(code, `${name} ${version} needs ${title} ${require}, and this is checked for ${actual}`));
  }
  return problems;
}

function findDependencyProblems(member: LockMember, pinned: ReadonlyMap<string, string>): readonly LockProblem[] {
  const problems: LockProblem[] = [];
  for (const { name, version: range = '' } of member.dependencies) {
    const actual = pinned.get(name);
    const needs = `${member.name} ${member.version} needs ${name}${range === '' ? '' : ` ${range}`}`;
    if (actual === undefined) {
      problems.push(error('dependency', `${needs}, which is not in the lock`));
      continue;
    }
    const match = checkSemVer(actual, range);
    if (!match.ok || !match.value) problems.push(error('dependency', `${needs}, and the lock has ${actual}`));
  }
  return problems;
}

function error(code: LockProblem['code'], text: string): LockProblem {
  return { code, severity: 'error', text };
}

function toShort(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
