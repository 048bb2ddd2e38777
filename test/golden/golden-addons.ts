import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { makeTree } from '../../registry/addon/test-support/tree-builder.ts';
import type { FileTree, TreeFile } from '../../registry/addon/types.ts';
import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';

/** What one release line's own code said of one addon with these parameters (`README.md` of the golden data). */
export interface GoldenAddon {
  readonly readError?: string;
  readonly validateError?: string;
  readonly renderError?: string;
  readonly stageErrors?: Readonly<Record<string, string>>;
  readonly parameterSchema?: JsonValue;
  readonly application?: JsonObject;
  readonly auxiliary?: readonly GoldenObject[];
  readonly partial?: { readonly application?: JsonObject; readonly auxiliary?: readonly GoldenObject[] };
  readonly notes?: string;
  readonly notesError?: string;
  readonly secret?: JsonObject;
}

export interface GoldenObject {
  readonly from: string;
  readonly object: JsonObject;
  readonly applied?: false;
}

/** One question of the golden data: an addon and its parameters, with the answer of each line. */
export interface GoldenCase {
  /** `addon/version`, `addon/version.case`, or the name of a made-up addon. */
  readonly name: string;
  /** Without parameters, a version of the corpus. */
  readonly plain: boolean;
  readonly tree: FileTree;
  readonly parameters: JsonObject;
  readonly golden: Readonly<Record<ReleaseLine, GoldenAddon>>;
}

const lines = ['1.9', '1.10', '1.11'] as const satisfies readonly ReleaseLine[];

interface IndexEntry {
  readonly addon: string;
  readonly version: string;
  readonly case?: string;
  readonly commit: string;
  readonly file: string;
  readonly params?: JsonObject;
}

/** Reads every version of the corpus and every parameter case, with the addons out of the corpus itself. */
export function listCorpusCases(goldenFolder: string, shared: string): readonly GoldenCase[] {
  const index: readonly IndexEntry[] = JSON.parse(readFileSync(join(goldenFolder, 'index.json'), 'utf8'));
  const trees = readCorpusTrees(shared, index);
  return index.map((entry) => ({
    name: entry.file.replace(/\.json$/, ''),
    plain: entry.case === undefined,
    tree: getTree(trees, entry),
    parameters: entry.params ?? {},
    golden: {
      '1.9': readGolden(goldenFolder, { line: '1.9', file: entry.file }),
      '1.10': readGolden(goldenFolder, { line: '1.10', file: entry.file }),
      '1.11': readGolden(goldenFolder, { line: '1.11', file: entry.file }),
    },
  }));
}

interface Probe {
  readonly files: Readonly<Record<string, string>>;
  readonly params?: JsonObject;
  readonly result: GoldenAddon | Readonly<Record<ReleaseLine, GoldenAddon>>;
}

/** Reads the made-up addons, one question each. */
export function listProbeCases(shared: string): readonly GoldenCase[] {
  const probes: Readonly<Record<string, Probe>> = JSON.parse(
    readFileSync(join(shared, 'golden', 'probe.json'), 'utf8'),
  );
  return Object.entries(probes).map(([name, { files, params = {}, result }]) => ({
    name,
    plain: false,
    tree: makeTree(files),
    parameters: params,
    golden: isPerLine(result) ? result : { '1.9': result, '1.10': result, '1.11': result },
  }));
}

function isPerLine(result: Probe['result']): result is Readonly<Record<ReleaseLine, GoldenAddon>> {
  return lines.every((line) => line in result);
}

function readGolden(folder: string, place: { readonly line: string; readonly file: string }): GoldenAddon {
  const content: GoldenAddon | { readonly sameAs: string } = JSON.parse(
    readFileSync(join(folder, place.line, place.file), 'utf8'),
  );
  return 'sameAs' in content ? readGolden(folder, { ...place, line: content.sameAs }) : content;
}

type Trees = ReadonlyMap<string, readonly { readonly folder: string; readonly tree: FileTree }[]>;

/** The folder of that name, else the one whose metadata says so. */
function getTree(trees: Trees, { commit, addon }: IndexEntry): FileTree {
  const there = trees.get(commit) ?? [];
  const found =
    there.find(({ folder }) => folder === addon) ?? there.find(({ tree }) => readAddon(tree).metadata?.name === addon);
  if (found === undefined) throw new Error(`the corpus has no ${addon} at ${commit}`);
  return found.tree;
}

function readCorpusTrees(shared: string, index: readonly IndexEntry[]): Trees {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-corpus-'));
  try {
    const repository = join(folder, 'catalog.git');
    const git = (args: readonly string[], input = ''): Buffer =>
      execFileSync('git', ['--git-dir', repository, ...args], { input, maxBuffer: 512 * 1024 * 1024 });
    const bundle = join(shared, 'corpus', 'kubevela-catalog-verified.bundle');
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, repository]);
    const commits = [...new Set(index.map(({ commit }) => commit))];
    const listings = commits.map((commit) => ({
      commit,
      files: listFiles(git(['ls-tree', '-r', '-z', commit, 'addons/'])),
    }));
    const ids = [...new Set(listings.flatMap(({ files }) => files.map(({ id }) => id)))];
    const blobs = readBlobs(git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')), ids);
    return new Map(listings.map(({ commit, files }) => [commit, groupByFolder(files, blobs)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface ListedFile {
  readonly id: string;
  readonly path: string;
}

function listFiles(listing: Buffer): readonly ListedFile[] {
  return listing
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((entry) => ({
      id: entry.slice(0, entry.indexOf('\t')).split(' ')[2] ?? '',
      path: entry.slice(entry.indexOf('\t') + 1),
    }));
}

/** Splits what `git cat-file --batch` prints: a line with the size in bytes, the content, a line end. */
function readBlobs(batch: Buffer, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let offset = 0;
  for (const id of ids) {
    const lineEnd = batch.indexOf('\n', offset);
    const size = Number(batch.toString('utf8', offset, lineEnd).split(' ').at(-1));
    blobs.set(id, new Uint8Array(batch.subarray(lineEnd + 1, lineEnd + 1 + size)));
    offset = lineEnd + 1 + size + 1;
  }
  return blobs;
}

function groupByFolder(
  files: readonly ListedFile[],
  blobs: ReadonlyMap<string, Uint8Array>,
): readonly { readonly folder: string; readonly tree: FileTree }[] {
  const folders = new Map<string, TreeFile[]>();
  for (const { id, path } of files) {
    const [, folder = '', ...rest] = path.split('/');
    if (rest.length === 0) continue;
    const bytes = blobs.get(id) ?? new Uint8Array();
    folders.set(folder, [...(folders.get(folder) ?? []), { path: rest.join('/'), mode: '0644', bytes }]);
  }
  return [...folders].map(([folder, list]) => ({ folder, tree: { files: list } }));
}
