import type { Finding } from '../../../schemas/finding.ts';
import type { PackageLimits } from '../../addon/limits.ts';
import { createSourceFinding } from '../source-rules.ts';
import type { Snapshot } from '../types.ts';
import { adoptHistory, type HistoryStep } from './adopt-history.ts';
import { findHistoryFindings } from './find-history-findings.ts';
import { type Target, type TargetReference, toRevision } from './find-target.ts';
import { MirrorDamaged, sourceError } from './git-error.ts';
import { listBranchCommits, listTagCommits } from './list-commits.ts';
import type { GitRemote } from './list-remote.ts';
import { condemnMirror } from './mirror.ts';
import { type ObjectReader, openObjectReader } from './object-reader.ts';
import { readAddonTree } from './read-addon-tree.ts';
import { type HistoryMemory, readHistory } from './read-history.ts';

export interface OpenGitSnapshotOptions {
  /** References as the mirror holds them. */
  readonly target: Target;
  /** References that named other objects before this run. */
  readonly moved: readonly TargetReference[];
  /** '' is the root. */
  readonly path: string;
  readonly configuredAdoption: string | undefined;
  readonly recordedAdoption: string | undefined;
  readonly known: string | undefined;
  readonly limits: PackageLimits;
  readonly memory: HistoryMemory;
  readonly signal: AbortSignal;
}

/** Reads the whole history of a mirror and leaves its objects open for reading. Throws MirrorDamaged, or SOURCE_INVALID for a configuration that the history contradicts. */
export async function openGitSnapshot(remote: GitRemote, options: OpenGitSnapshotOptions): Promise<Snapshot> {
  const objects = openObjectReader(remote.context);
  const abort = (): void => objects.close();
  options.signal.addEventListener('abort', abort, { once: true });
  try {
    return await readSnapshot(remote, objects, options);
  } catch (error) {
    objects.close();
    options.signal.throwIfAborted();
    throw error;
  } finally {
    options.signal.removeEventListener('abort', abort);
  }
}

async function readSnapshot(
  remote: GitRemote,
  objects: ObjectReader,
  options: OpenGitSnapshotOptions,
): Promise<Snapshot> {
  const { target, path, limits, signal } = options;
  const revision = toRevision(target.kind, target.references);
  const commits =
    target.kind === 'branch'
      ? await listBranchCommits(remote, revision, signal)
      : await listTagCommits(remote, target.references, signal);
  const history = await readHistory(objects, { commits, path, limits, memory: options.memory });
  if (history.folders.length === 0 && history.tip === undefined) {
    throw sourceError(
      remote.subject,
      'SOURCE_INVALID',
      `${target.title} never had a folder "${path}"; set \`path\` to the folder that holds the addons, or to "." for the root`,
    );
  }
  const adoption = findAdoption(remote, history.steps, options);
  const adopted = adoptHistory(history.steps, adoption.index);
  const findings = [
    ...findRewrite(history.steps, options),
    ...adoption.findings,
    ...adopted.findings.map((finding) => (path === '' ? finding : { ...finding, file: `${path}/${finding.file}` })),
    ...findHistoryFindings(history, path),
  ];
  return {
    revision,
    adopted: history.steps[adoption.index]?.revision,
    versions: adopted.versions,
    findings,
    async readTree(version, treeSignal) {
      treeSignal.throwIfAborted();
      try {
        return await abortable(readAddonTree(objects, version.content.contentId, limits), treeSignal);
      } catch (error) {
        if (!(error instanceof MirrorDamaged)) throw error;
        await condemnMirror(remote.context.gitDir);
        throw sourceError(
          remote.subject,
          'SOURCE_UNAVAILABLE',
          'objects of the mirror cannot be read; it will be fetched anew',
          error,
        );
      }
    },
    close() {
      objects.close();
      return Promise.resolve();
    },
  };
}

interface Adoption {
  readonly index: number;
  readonly findings: readonly Finding[];
}

/**
 * Finds the step of adoption. A configured one must be there. A recorded one that a rewritten history lost is replaced by the tip,
 * as if the source were followed from today; what was sealed stays sealed in the store.
 */
function findAdoption(remote: GitRemote, steps: readonly HistoryStep[], options: OpenGitSnapshotOptions): Adoption {
  const { configuredAdoption, recordedAdoption, target } = options;
  const tip = steps.length - 1;
  if (configuredAdoption !== undefined) {
    const index = steps.findIndex(({ revision }) => revision === configuredAdoption);
    if (index >= 0) return { index, findings: [] };
    throw sourceError(
      remote.subject,
      'SOURCE_INVALID',
      `\`adopted: ${configuredAdoption}\` is not in the first-parent history of ${target.title}; name one of its commits, such as ${steps[tip]?.revision ?? 'the tip'}`,
    );
  }
  if (recordedAdoption === undefined) return { index: tip, findings: [] };
  const index = steps.findIndex(({ revision }) => revision === recordedAdoption);
  if (index >= 0) return { index, findings: [] };
  const finding = createSourceFinding('source/adoption-moved', {
    message: `the commit ${recordedAdoption} at which this source was adopted is no longer in ${target.title}; the source is adopted anew at ${steps[tip]?.revision ?? 'its tip'}`,
  });
  return { index: tip, findings: [finding] };
}

/** A branch that lost the commit that was known, or tags that name other commits than before. */
function findRewrite(
  steps: readonly HistoryStep[],
  { known, moved, target }: OpenGitSnapshotOptions,
): readonly Finding[] {
  if (target.kind === 'tags') {
    return moved.map(({ remote }) =>
      createSourceFinding('source/history-rewritten', {
        message: `the tag "${remote.slice('refs/tags/'.length)}" names another commit than before`,
      }),
    );
  }
  if (known === undefined || steps.some(({ revision }) => revision === known)) return [];
  return [
    createSourceFinding('source/history-rewritten', {
      message: `${target.title} no longer holds the commit ${known} that was read before: it was moved or its history was rewritten`,
    }),
  ];
}

/** Lets go of a reading that nobody waits for; its replies are dropped when they come. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
