import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path, as text; undefined removes; `{ link }` is a symbolic link. */
export type TestFiles = Readonly<Record<string, string | undefined | { readonly link: string }>>;

/** A working repository in a temporary folder. Commits get times one day apart, so that equal steps give equal commits. */
export interface TestRepository {
  readonly folder: string;
  /** Writes files, commits, and returns the commit. */
  commit(files: TestFiles, message?: string): string;
  /** Runs Git in the folder and returns what it prints. */
  git(...args: readonly string[]): string;
  remove(): void;
}

const firstDay = Date.UTC(2024, 0, 1);

/** Makes an empty repository on branch `main`. */
export function createTestRepository(options: { readonly objectFormat?: 'sha1' | 'sha256' } = {}): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-repository-'));
  let day = 0;
  const git = (...args: readonly string[]): string => {
    const date = new Date(firstDay + day * 86_400_000).toISOString();
    return execFileSync('git', [...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Tester',
        GIT_AUTHOR_EMAIL: 'tester@example.com',
        GIT_COMMITTER_NAME: 'Tester',
        GIT_COMMITTER_EMAIL: 'tester@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    }).trim();
  };
  git('init', '--quiet', '--initial-branch=main', `--object-format=${options.objectFormat ?? 'sha1'}`);
  return {
    folder,
    git,
    commit(files, message = 'change') {
      day += 1;
      writeTestFiles(folder, files);
      git('add', '--all', '--force');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes, links and removes files below a folder. */
export function writeTestFiles(folder: string, files: TestFiles): void {
  for (const [path, file] of Object.entries(files)) {
    const place = join(folder, path);
    rmSync(place, { recursive: true, force: true });
    if (file === undefined) continue;
    mkdirSync(dirname(place), { recursive: true });
    if (typeof file === 'string') writeFileSync(place, file);
    else symlinkSync(file.link, place);
  }
}

/** A folder for state that is removed with `remove()`. */
export function createTestFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-folder-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
