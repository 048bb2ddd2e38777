import { compareText } from '../../findings.ts';
import type { TargetReference } from './find-target.ts';
import { MirrorDamaged } from './git-error.ts';
import type { GitRemote } from './list-remote.ts';
import type { HistoryCommit } from './read-history.ts';
import { runGit } from './run-git.ts';

const deadlineMs = 120_000;

/** Lists the first-parent commits that lead to a commit, oldest first, with their committer times. Throws MirrorDamaged. */
export async function listBranchCommits(
  remote: GitRemote,
  tip: string,
  signal: AbortSignal,
): Promise<readonly HistoryCommit[]> {
  return listCommits(remote, { args: ['--first-parent', '--reverse', '--end-of-options', tip], input: '' }, signal);
}

/** Lists the commits that tags name, by committer time, then by tag; a tag of something else than a commit is left out. Throws MirrorDamaged. */
export async function listTagCommits(
  remote: GitRemote,
  references: readonly TargetReference[],
  signal: AbortSignal,
): Promise<readonly HistoryCommit[]> {
  const tags = references.toSorted((left, right) => compareText(left.mirror, right.mirror));
  const peeled = await peel(remote, tags, signal);
  const commits = await listCommits(
    remote,
    { args: ['--no-walk=unsorted', '--stdin'], input: peeled.join('\n') },
    signal,
  );
  const byRevision = new Map(commits.map((commit) => [commit.revision, commit]));
  // Ordered by tag already; sorting by time is stable.
  const ordered = [...new Set(peeled)].flatMap((revision) => byRevision.get(revision) ?? []);
  return ordered.toSorted((left, right) => compareText(left.at, right.at));
}

async function peel(
  remote: GitRemote,
  tags: readonly TargetReference[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const run = await runGit(remote.context, {
    args: ['cat-file', '--batch-check'],
    input: tags.map(({ objectId }) => `${objectId}^{commit}\n`).join(''),
    deadlineMs,
    signal,
  });
  if (run.exitCode !== 0 || run.cut !== undefined) throw new MirrorDamaged(run.stderr);
  return run.stdout.split('\n').flatMap((line) => /^([0-9a-f]{40,64}) commit /.exec(line)?.[1] ?? []);
}

interface CommitSelection {
  readonly args: readonly string[];
  readonly input: string;
}

async function listCommits(
  remote: GitRemote,
  { args, input }: CommitSelection,
  signal: AbortSignal,
): Promise<readonly HistoryCommit[]> {
  const run = await runGit(remote.context, {
    args: ['rev-list', '--format=%H %ct', ...args],
    input,
    deadlineMs,
    signal,
  });
  if (run.exitCode !== 0 || run.cut !== undefined) throw new MirrorDamaged(run.stderr);
  const commits: HistoryCommit[] = [];
  for (const line of run.stdout.split('\n')) {
    const [revision = '', seconds = ''] = line.split(' ');
    if (/^[0-9a-f]{40,64}$/.test(revision)) commits.push({ revision, at: toTime(seconds) });
  }
  return commits;
}

const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** A commit may claim any time; one that RFC 3339 cannot say becomes the nearest that it can. */
function toTime(seconds: string): string {
  const number = Number(seconds);
  const bounded = Number.isFinite(number) ? Math.min(Math.max(number, 0), lastSecond) : 0;
  return new Date(bounded * 1000).toISOString();
}
