import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findShared } from '../support/shared.ts';
import { runChecked } from './run-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The largest history at hand: the corpus of the community catalogue, or this project's own when there is none. */
export interface JudgedHistory {
  readonly kind: 'corpus' | 'own';
  /** A bare repository whose branch `main` holds `addons/`. */
  readonly folder: string;
  close(): void;
}

/** Clones the history to be judged, bare. Without the corpus it says so, because much less is then judged. */
export async function openJudgedHistory(): Promise<JudgedHistory> {
  const shared = findShared();
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-judged-history-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  if (shared !== undefined) {
    const bundle = join(shared, 'corpus/kubevela-catalog-verified.bundle');
    await runChecked('git', ['clone', '--quiet', '--bare', bundle, folder]);
    return { kind: 'corpus', folder, close };
  }
  console.warn(
    'The corpus is not here (no shared folder beside the repository): judging the addons of this repository only.',
  );
  await runChecked('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  // HEAD, because a checkout in continuous integration may stand on no branch.
  await runChecked('git', ['fetch', '--quiet', '--update-shallow', root, 'HEAD:refs/heads/main'], { cwd: folder });
  return { kind: 'own', folder, close };
}

/** The pairs of addon and version that the corpus holds, as `name: version`, from the golden data beside it; sorted. */
export async function readCorpusPairs(): Promise<string[]> {
  const shared = findShared();
  if (shared === undefined) throw new Error('there is no corpus');
  const archive = join(shared, 'golden/verified.tar.xz');
  const text = await runChecked('tar', ['-xJOf', archive, 'verified/index.json']);
  // The shape is described in the README beside the archive.
  const rows = JSON.parse(text) as { addon: string; version: string }[];
  return [...new Set(rows.map(({ addon, version }) => `${addon}: ${version}`))].sort();
}
