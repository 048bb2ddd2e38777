import { digestOf } from '../../digest.ts';
import { compareText } from '../../findings.ts';
import { sourceError } from './git-error.ts';
import { type GitRemote, listRemote } from './list-remote.ts';

/** One reference of the remote, where the mirror keeps it, and the object it names. */
export interface TargetReference {
  readonly remote: string;
  readonly mirror: string;
  readonly objectId: string;
}

/** What a source follows, as the remote has it now. */
export interface Target {
  readonly kind: 'branch' | 'tags';
  /** For people, such as `branch "main"`. */
  readonly title: string;
  readonly references: readonly TargetReference[];
}

/** What a configuration asks to follow. */
export type Following =
  | { readonly kind: 'branch'; readonly branch: string | undefined }
  | { readonly kind: 'tags'; readonly glob: string; readonly matches: (tag: string) => boolean };

/** Finds what is followed at the remote, with one `ls-remote` when all is well. Throws SOURCE_UNAVAILABLE or SOURCE_INVALID. */
export function findTarget(remote: GitRemote, following: Following, signal: AbortSignal): Promise<Target> {
  if (following.kind === 'tags') return findTags(remote, following, signal);
  if (following.branch === undefined) return findDefaultBranch(remote, signal);
  return findBranch(remote, following.branch, signal);
}

/** The revision of a target: the commit of a branch, or a digest over names and objects of tags. */
export function toRevision(kind: Target['kind'], references: readonly TargetReference[]): string {
  if (kind === 'branch') return references[0]?.objectId ?? '';
  const lines = references.map(({ remote, objectId }) => `${objectId} ${remote}\n`).toSorted(compareText);
  return digestOf(lines.join(''));
}

async function findBranch(remote: GitRemote, branch: string, signal: AbortSignal): Promise<Target> {
  const name = `refs/heads/${branch}`;
  const objectId = (await listRemote(remote, [name], signal)).references.get(name);
  if (objectId !== undefined) return toBranch(branch, objectId);
  const branches = await listBranches(remote, signal);
  throw sourceError(
    remote.subject,
    'SOURCE_INVALID',
    branches.size === 0
      ? `it has no branch "${branch}", nor any other: the repository is empty, or it is none; check the URL`
      : `it has no branch "${branch}"; it has ${quoteSome([...branches.keys()])}`,
  );
}

async function findDefaultBranch(remote: GitRemote, signal: AbortSignal): Promise<Target> {
  const { references, head } = await listRemote(remote, ['HEAD'], signal);
  const objectId = references.get('HEAD');
  if (objectId !== undefined && head?.startsWith('refs/heads/'))
    return toBranch(head.slice('refs/heads/'.length), objectId);
  if (objectId !== undefined) return toTarget('HEAD', { remote: 'HEAD', mirror: 'refs/chandlery/head', objectId });
  // Bundles and repositories whose HEAD names no branch: the only one, or the one that is called as everybody calls it.
  const branches = await listBranches(remote, signal);
  const names = [...branches.keys()];
  const branch = names.length === 1 ? names[0] : ['main', 'master'].find((name) => branches.has(name));
  const found = branch === undefined ? undefined : branches.get(branch);
  if (branch !== undefined && found !== undefined) return toBranch(branch, found);
  throw sourceError(
    remote.subject,
    'SOURCE_INVALID',
    names.length === 0
      ? 'it has no branch: the repository is empty, or it is none; check the URL'
      : `it does not say which branch is the default; set \`branch\` to one of ${quoteSome(names)}`,
  );
}

async function findTags(
  remote: GitRemote,
  following: Extract<Following, { kind: 'tags' }>,
  signal: AbortSignal,
): Promise<Target> {
  const { references } = await listRemote(remote, ['refs/tags/*'], signal);
  const found: TargetReference[] = [];
  for (const [name, objectId] of references) {
    if (!name.startsWith('refs/tags/') || name.endsWith('^{}')) continue;
    if (following.matches(name.slice('refs/tags/'.length))) found.push({ remote: name, mirror: name, objectId });
  }
  if (found.length === 0) {
    const tags = [...references.keys()]
      .filter((name) => !name.endsWith('^{}'))
      .map((name) => name.slice('refs/tags/'.length));
    throw sourceError(
      remote.subject,
      'SOURCE_INVALID',
      tags.length === 0 ? 'it has no tags' : `none of its tags matches "${following.glob}"; it has ${quoteSome(tags)}`,
    );
  }
  return { kind: 'tags', title: `tags "${following.glob}"`, references: found };
}

async function listBranches(remote: GitRemote, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const { references } = await listRemote(remote, ['refs/heads/*'], signal);
  const branches = [...references].filter(([name]) => name.startsWith('refs/heads/'));
  return new Map(branches.map(([name, objectId]) => [name.slice('refs/heads/'.length), objectId]));
}

function toBranch(branch: string, objectId: string): Target {
  const name = `refs/heads/${branch}`;
  return toTarget(`branch "${branch}"`, { remote: name, mirror: name, objectId });
}

function toTarget(title: string, reference: TargetReference): Target {
  return { kind: 'branch', title, references: [reference] };
}

function quoteSome(names: readonly string[]): string {
  const shown = names
    .toSorted(compareText)
    .slice(0, 5)
    .map((name) => JSON.stringify(name.slice(0, 100)));
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}
