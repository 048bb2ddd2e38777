import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GitSourceConfig, SecretReference } from '../../../schemas/config.ts';
import { defaultPackageLimits, type PackageLimits } from '../../addon/limits.ts';
import { digestOf } from '../../digest.ts';
import { redactUrls } from '../redact-urls.ts';
import type { OpenSnapshotOptions, Snapshot, Source } from '../types.ts';
import { type Following, findTarget, toRevision } from './find-target.ts';
import { createGitContext } from './git-context.ts';
import { MirrorDamaged, sourceError } from './git-error.ts';
import { type GitLocation, parseGitLocation } from './git-location.ts';
import { normalizeSourcePath, parseBranch, parseSourcePath, parseTagGlob } from './git-reference.ts';
import type { GitRemote } from './list-remote.ts';
import { condemnMirror, dataFolderUnusable, type MirrorLimits, rebuildMirror, refreshMirror } from './mirror.ts';
import { openGitSnapshot } from './open-git-snapshot.ts';
import type { HistoryMemory } from './read-history.ts';

export interface GitSourceLimits extends MirrorLimits {
  /** For asking a remote what it has. */
  readonly askDeadlineMs: number;
  /** Memory of each process that asks: room for millions of references. */
  readonly askMemoryBytes: number;
  /** An http transfer slower than 1 000 bytes a second for so long is given up. */
  readonly lowSpeedSeconds: number;
}

/** Start values of `threats.md` section 3, with room for the first fetch of a large repository. */
export const defaultGitSourceLimits: GitSourceLimits = {
  askDeadlineMs: 60_000,
  askMemoryBytes: 1024 ** 3,
  fetchDeadlineMs: 15 * 60_000,
  fetchIdleMs: 60_000,
  maxFetchBytes: 2 * 1024 ** 3,
  maxPacks: 50,
  lowSpeedSeconds: 30,
};

export interface GitSourceOptions {
  /** `<catalog>/<name>`. */
  readonly id: string;
  readonly config: GitSourceConfig;
  /** Paths in the configuration are relative to it. */
  readonly configFolder: string;
  /** Mirrors are kept in `mirrors` below it. */
  readonly dataFolder: string;
  /** The environment of the server: search path, ssh agent, proxies and certificates are taken from it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a secret when it is needed. */
  readonly readSecret: (reference: SecretReference) => Promise<string>;
  readonly limits?: Partial<GitSourceLimits>;
  readonly packageLimits?: PackageLimits;
}

/** What a configuration means, once it is checked. */
interface Plan {
  readonly location: GitLocation;
  readonly following: Following;
  /** '' is the root. */
  readonly path: string;
}

/**
 * Makes a source that follows a Git repository: a bare mirror under the data folder, read from objects, never checked out.
 * Never throws: a configuration that cannot work is reported by the first call, so that it harms no other source.
 */
export function createGitSource(options: GitSourceOptions): Source {
  const { config, id, packageLimits = defaultPackageLimits } = options;
  const limits = { ...defaultGitSourceLimits, ...options.limits };
  const memory: HistoryMemory = { folders: new Map() };
  // One run at a time touches the mirror.
  let turn: Promise<unknown> = Promise.resolve();

  async function prepare(): Promise<{ readonly plan: Plan; readonly remote: GitRemote }> {
    const plan = planSource(options);
    return { plan, remote: await createRemote(options, plan, limits) };
  }

  async function open({ adopted, known, signal }: OpenSnapshotOptions): Promise<Snapshot> {
    const { plan, remote } = await prepare();
    const target = await findTarget(remote, plan.following, signal);
    const attempt = async (): Promise<Snapshot> => {
      const { references, moved } = await refreshMirror(remote, { target, limits, signal });
      return openGitSnapshot(remote, {
        path: plan.path,
        target: { ...target, references },
        moved,
        configuredAdoption: config.adopted,
        recordedAdoption: adopted,
        known,
        limits: packageLimits,
        memory,
        signal,
      });
    };
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof MirrorDamaged)) throw error;
    }
    try {
      await rebuildMirror(remote, target, signal);
      return await attempt();
    } catch (error) {
      if (!(error instanceof MirrorDamaged)) throw error;
      await condemnMirror(remote.context.gitDir);
      throw sourceError(
        remote.subject,
        'SOURCE_UNAVAILABLE',
        `what was fetched cannot be read: ${error.message}`,
        error,
      );
    }
  }

  return {
    id,
    type: 'git',
    location: redactUrls(config.url),
    folder: normalizeSourcePath(config.path ?? 'addons'),
    settings: digestOf(JSON.stringify([config.url, config.tags ?? null, config.branch ?? null, config.path ?? null])),
    mutable: false,
    async findRevision(signal) {
      const { plan, remote } = await prepare();
      const target = await findTarget(remote, plan.following, signal);
      return toRevision(target.kind, target.references);
    },
    openSnapshot(request) {
      const opened = turn.then(() => open(request));
      turn = opened.catch(() => undefined);
      return opened;
    },
  };
}

function planSource({ config, configFolder }: GitSourceOptions): Plan {
  return {
    location: parseGitLocation(config.url, configFolder),
    path: parseSourcePath(config.path ?? 'addons'),
    following:
      config.tags === undefined
        ? { kind: 'branch', branch: config.branch === undefined ? undefined : parseBranch(config.branch) }
        : { kind: 'tags', glob: config.tags, matches: parseTagGlob(config.tags) },
  };
}

async function createRemote(
  options: GitSourceOptions,
  { location }: Plan,
  limits: GitSourceLimits,
): Promise<GitRemote> {
  const { config, configFolder, id } = options;
  const folder = resolve(options.dataFolder, 'mirrors');
  const trustFile = join(folder, 'trust.gitconfig');
  try {
    await mkdir(folder, { recursive: true });
    // The operator named the one repository that Git opens; whom its files belong to does not matter.
    if (location.protocol === 'file') await writeFile(trustFile, '[safe]\n\tdirectory = *\n[pack]\n\tthreads = 2\n');
  } catch (cause) {
    throw dataFolderUnusable(cause);
  }
  const password = config.auth?.password === undefined ? undefined : await options.readSecret(config.auth.password);
  const subject = { id, display: location.display, password };
  if (password !== undefined && /[\r\n\0]/.test(password)) {
    throw sourceError(subject, 'SOURCE_INVALID', 'the password holds a line break');
  }
  const toPath = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(configFolder, path);
  const context = createGitContext({
    location,
    folder,
    trustFile,
    gitDir: join(folder, createHash('sha256').update(`${id}\n${location.address}`).digest('hex').slice(0, 32)),
    environment: options.environment,
    username: config.auth?.username,
    password,
    sshKeyFile: toPath(config.auth?.sshKey?.file),
    caBundleFile: toPath(config.caBundle),
    proxy: config.proxy,
    lowSpeedSeconds: limits.lowSpeedSeconds,
  });
  return { context, location, subject, deadlineMs: limits.askDeadlineMs, memoryBytes: limits.askMemoryBytes };
}
