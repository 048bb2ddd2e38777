import { join } from 'node:path';
import { type GitSubject, sourceError, toSourceError } from './git-error.ts';
import type { GitLocation } from './git-location.ts';
import { type GitContext, runGit } from './run-git.ts';

/** A repository as it can be asked: how to run Git for it, where it is, and what to call it in errors. */
export interface GitRemote {
  readonly context: GitContext;
  readonly location: GitLocation;
  readonly subject: GitSubject;
  /** For asking what it has. */
  readonly deadlineMs: number;
  /** For what it says then. */
  readonly memoryBytes: number;
}

export interface RemoteReferences {
  /** Full reference name -> object id. Peeled tags end in `^{}`. */
  readonly references: ReadonlyMap<string, string>;
  /** What `HEAD` names, when the remote says so. */
  readonly head: string | undefined;
}

/** Asks a remote for its references that match patterns: one `ls-remote`. Throws SOURCE_UNAVAILABLE or SOURCE_INVALID. */
export async function listRemote(
  remote: GitRemote,
  patterns: readonly string[],
  signal: AbortSignal,
): Promise<RemoteReferences> {
  // Whatever state the mirror is in, it has no say in what the remote has.
  const context = { ...remote.context, gitDir: join(remote.context.folder, 'no-repository') };
  const run = await runGit(context, {
    args: ['ls-remote', '--symref', '--end-of-options', remote.location.address, ...patterns],
    deadlineMs: remote.deadlineMs,
    maxMemoryBytes: remote.memoryBytes,
    signal,
  });
  // Before the exit code: what another host answered is no answer of this source, be it good or bad.
  refuseOtherHost(remote, run.stderr);
  if (run.exitCode !== 0 || run.cut !== undefined) throw toSourceError(remote.subject, run);
  return parseReferences(run.stdout);
}

/** Throws SOURCE_INVALID when Git was redirected to another host. */
export function refuseOtherHost(remote: GitRemote, stderr: string): void {
  const target = /redirecting to (\S+)/.exec(stderr)?.[1];
  if (target === undefined || remote.location.origin === undefined || !URL.canParse(target)) return;
  const { hostname, origin } = new URL(target);
  if (new URL(remote.location.origin).hostname === hostname) return;
  throw sourceError(
    remote.subject,
    'SOURCE_INVALID',
    `it redirects to another host, ${origin}; write that URL in the configuration if you trust it`,
  );
}

function parseReferences(stdout: string): RemoteReferences {
  const references = new Map<string, string>();
  let head: string | undefined;
  for (const line of stdout.split('\n')) {
    const [value = '', name = ''] = line.split('\t');
    if (value.startsWith('ref: ') && name === 'HEAD') head = value.slice('ref: '.length);
    else if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) references.set(name, value);
  }
  return { references, head };
}
