import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RegistryError } from '../../errors.ts';
import type { Target, TargetReference } from './find-target.ts';
import { MirrorDamaged, toSourceError } from './git-error.ts';
import { type GitRemote, refuseOtherHost } from './list-remote.ts';
import { runGit } from './run-git.ts';

export interface MirrorLimits {
  /** For one fetch as a whole. */
  readonly fetchDeadlineMs: number;
  /** For silence in the middle of a fetch. */
  readonly fetchIdleMs: number;
  /** What one fetch may bring. */
  readonly maxFetchBytes: number;
  /** Packs that may pile up before they are put together. */
  readonly maxPacks: number;
}

export interface FetchOptions {
  readonly target: Target;
  readonly limits: MirrorLimits;
  readonly signal: AbortSignal;
}

export interface RefreshedMirror {
  /** As the mirror holds them now. */
  readonly references: readonly TargetReference[];
  /** Those of them that named another object before. */
  readonly moved: readonly TargetReference[];
}

const localDeadlineMs = 60_000;

/**
 * Brings the mirror to what the remote has and says which references it then holds: nothing is fetched when it holds them already.
 * Throws MirrorDamaged when the mirror cannot be used, DATA_FOLDER_UNUSABLE when it cannot be written.
 */
export async function refreshMirror(remote: GitRemote, options: FetchOptions): Promise<RefreshedMirror> {
  const { target, signal } = options;
  const before = await readReferences(remote, signal);
  if (target.references.every(({ mirror, objectId }) => before.get(mirror) === objectId)) {
    return { references: target.references, moved: [] };
  }
  await removeRemains(remote.context.gitDir);
  await fetchReferences(remote, options);
  await joinPacks(remote, options);
  const after = await readReferences(remote, signal);
  // What the remote had a moment ago may have moved on meanwhile; what was fetched counts.
  const references = target.references.map((reference) => {
    const objectId = after.get(reference.mirror);
    if (objectId === undefined) throw new MirrorDamaged(`${reference.mirror} is missing after a fetch`);
    return { ...reference, objectId };
  });
  const moved = references.filter(({ mirror, objectId }) => before.has(mirror) && before.get(mirror) !== objectId);
  return { references, moved };
}

/** Makes an empty mirror in place of whatever is there. */
export async function rebuildMirror(remote: GitRemote, target: Target, signal: AbortSignal): Promise<void> {
  const { gitDir } = remote.context;
  const format = target.references[0]?.objectId.length === 64 ? 'sha256' : 'sha1';
  try {
    await rm(gitDir, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(gitDir, { recursive: true });
  } catch (cause) {
    throw dataFolderUnusable(cause);
  }
  const run = await runGit(remote.context, {
    args: ['-c', 'init.defaultBranch=main', 'init', '--quiet', '--bare', '--template=', `--object-format=${format}`],
    deadlineMs: localDeadlineMs,
    signal,
  });
  if (run.exitCode !== 0) throw dataFolderUnusable(new Error(run.stderr));
}

/** Notes that objects of the mirror cannot be read, so that the next run builds it anew. */
export async function condemnMirror(gitDir: string): Promise<void> {
  await writeFile(join(gitDir, 'condemned'), '').catch(() => undefined);
}

/** The folder of mirrors cannot be written. */
export function dataFolderUnusable(cause: unknown): RegistryError {
  const said = cause instanceof Error ? cause.message.trim() : String(cause);
  return new RegistryError('DATA_FOLDER_UNUSABLE', `the folder of mirrors cannot be written: ${said}`, { cause });
}

/** References of the mirror that are followed, as they are now. */
export async function readReferences(remote: GitRemote, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const condemned = await stat(join(remote.context.gitDir, 'condemned')).catch(() => undefined);
  if (condemned !== undefined) throw new MirrorDamaged('objects could not be read in an earlier run');
  const run = await runGit(remote.context, {
    args: ['for-each-ref', '--format=%(objectname) %(refname)'],
    deadlineMs: localDeadlineMs,
    signal,
  });
  // Git warns of broken references and goes on: to us they are a reason to start anew.
  if (run.exitCode !== 0 || run.stderr !== '') throw new MirrorDamaged(run.stderr);
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}

async function fetchReferences(remote: GitRemote, { target, limits, signal }: FetchOptions): Promise<void> {
  const packs = join(remote.context.gitDir, 'objects', 'pack');
  const sizeBefore = await sumSizes(packs);
  const excess = `more than ${limits.maxFetchBytes} bytes`;
  const findExcess = async (): Promise<string | undefined> =>
    (await sumSizes(packs)) - sizeBefore > limits.maxFetchBytes ? excess : undefined;
  const run = await runGit(remote.context, {
    args: [
      'fetch',
      '--atomic',
      '--force',
      '--no-tags',
      '--no-write-fetch-head',
      '--no-auto-maintenance',
      '--no-recurse-submodules',
      '--progress',
      '--stdin',
      '--end-of-options',
      remote.location.address,
    ],
    input: target.references.map((reference) => `+${reference.remote}:${reference.mirror}\n`).join(''),
    deadlineMs: limits.fetchDeadlineMs,
    idleMs: limits.fetchIdleMs,
    watch: findExcess,
    signal,
  });
  refuseOtherHost(remote, run.stderr);
  if (run.exitCode === 0 && run.cut === undefined) {
    // A quick transfer ends between two looks at its size.
    if ((await findExcess()) === undefined) return;
    await condemnMirror(remote.context.gitDir);
    throw toSourceError(remote.subject, { ...run, cut: { reason: 'watch', text: excess } });
  }
  if (run.cut === undefined && localTrouble.test(run.stderr)) throw new MirrorDamaged(run.stderr);
  throw toSourceError(remote.subject, run);
}

// What a broken mirror, or a lock that a killed process left, makes of a fetch.
const localTrouble =
  /\.lock': File exists|cannot lock ref|bad object|unable to read|unresolved deltas|missing blob|missing tree|did not send all necessary objects|cannot open|is corrupt|inflate:|bad config|not a git repository: '/i;

/** Removes what a killed fetch left half-written. */
async function removeRemains(gitDir: string): Promise<void> {
  const packs = join(gitDir, 'objects', 'pack');
  const names = await readdir(packs).catch(() => []);
  const remains = names.filter((name) => name.startsWith('tmp_') || name.startsWith('.tmp-'));
  await Promise.all(remains.map((name) => rm(join(packs, name), { force: true })));
}

async function joinPacks(remote: GitRemote, { limits, signal }: FetchOptions): Promise<void> {
  const names = await readdir(join(remote.context.gitDir, 'objects', 'pack')).catch(() => []);
  if (names.filter((name) => name.endsWith('.pack')).length <= limits.maxPacks) return;
  // Objects that no reference reaches any more are kept: a snapshot may still be reading them. A failure costs speed, no data.
  await runGit(remote.context, {
    args: ['repack', '-a', '-d', '-k', '--quiet'],
    deadlineMs: localDeadlineMs,
    signal,
  });
}

async function sumSizes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
