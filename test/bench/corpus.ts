import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findShared } from '../support/shared.ts';

const identity = {
  GIT_AUTHOR_NAME: 'bench',
  GIT_AUTHOR_EMAIL: 'bench@example.com',
  GIT_COMMITTER_NAME: 'bench',
  GIT_COMMITTER_EMAIL: 'bench@example.com',
};

/** A bare clone of the corpus that the benchmark may add commits to. */
export interface Corpus {
  readonly repository: string;
  readonly config: string;
  /** Commits a new version of one addon and returns its number. */
  bump(addon: string): string;
}

/** Clones the corpus below a folder and writes a chandlery.yaml that follows it. Throws when there is no corpus. */
export function cloneCorpus(folder: string): Corpus {
  const shared = findShared();
  if (shared === undefined)
    throw new Error('the benchmark needs the corpus: set CHANDLERY_SHARED to the folder that holds corpus/');
  const repository = join(folder, 'catalog.git');
  git(['clone', '--quiet', '--bare', join(shared, 'corpus/kubevela-catalog-verified.bundle'), repository]);
  const config = join(folder, 'chandlery.yaml');
  writeFileSync(
    config,
    `catalogs:\n  - name: official\n    sources:\n      - { type: git, name: catalog, url: ${JSON.stringify(repository)}, branch: main, path: addons, every: 1h }\n`,
  );
  let minor = 0;

  function bump(addon: string): string {
    minor += 1;
    const version = `99.${minor}.0`;
    const index = join(folder, 'bench-index');
    const env = { ...process.env, ...identity, GIT_DIR: repository, GIT_INDEX_FILE: index };
    git(['read-tree', 'main'], env);
    const path = `addons/${addon}/metadata.yaml`;
    const metadata = git(['cat-file', 'blob', `main:${path}`], env).replace(/^version:.*$/m, `version: ${version}`);
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      env,
      input: metadata,
      encoding: 'utf8',
    }).trim();
    git(['update-index', '--cacheinfo', `100644,${blob},${path}`], env);
    const tree = git(['write-tree'], env).trim();
    const commit = git(['commit-tree', tree, '-p', 'main', '-m', `bump ${addon}`], env).trim();
    git(['update-ref', 'refs/heads/main', commit], env);
    return version;
  }

  return { repository, config, bump };
}

function git(args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  return execFileSync('git', args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
