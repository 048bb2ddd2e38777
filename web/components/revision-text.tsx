import type { VNode } from 'preact';
import { findCommitUrl } from '../context/commit-url.ts';

/** A revision, with a link where its page is known. */
export function RevisionText({ repository, revision }: { repository: string; revision: string }): VNode {
  const commitUrl = findCommitUrl(repository, revision);
  const text = <code title={revision}>{shorten(revision)}</code>;
  if (commitUrl === undefined) return text;
  return (
    <a class="external" href={commitUrl} rel="noopener nofollow">
      {text}
    </a>
  );
}

/** Whether a revision is the hash of a Git commit. */
export function isCommit(revision: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(revision);
}

function shorten(revision: string): string {
  if (isCommit(revision)) return revision.slice(0, 12);
  return revision.startsWith('sha256:') ? revision.slice(0, 'sha256:'.length + 12) : revision;
}
