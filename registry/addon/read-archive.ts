import type { Finding } from '../../schemas/finding.ts';
import { compareFindings } from '../findings.ts';
import { inflate } from './archive/inflate.ts';
import { readTar, type TarEntry } from './archive/tar-reader.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import { createTree, type RawEntry } from './create-tree.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { toPrintable } from './path-rules.ts';
import { createReadingFinding, type ReadingRuleId } from './reading-rule.ts';
import type { TreeReading } from './types.ts';

/** What an archive holds, or why it cannot be read at all. */
export type ArchiveReading =
  | {
      readonly ok: true;
      readonly reading: TreeReading;
      /** The folder that all files stand in; undefined when there is none or more than one. */
      readonly top: string | undefined;
      /**
       * The folder stands inside another one, as in `./fluxcd/metadata.yaml` of the official archives: the client strips
       * one part only, and finds the files by their remaining first part when it equals the addon's name.
       */
      readonly nested: boolean;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads a package archive (gzip, tar) by the rules of Helm's loader, which the client uses (`pkg/chart/loader/archive.go`,
 * LoadArchiveFiles): folders skipped, the first part of each path stripped, a byte-order mark at the start of a file
 * dropped. What is harmful is refused under the limits; never throws for input.
 */
export function readArchive(archive: Uint8Array, limits: PackageLimits = defaultPackageLimits): ArchiveReading {
  const inflated = inflate(archive, limits);
  if (!inflated.ok) return refuse(inflateRules[inflated.fault], inflated.message);
  const tar = readTar(inflated.bytes, limits);
  if (!tar.ok) return refuse(tarRules[tar.fault], tar.message);
  const findings: Finding[] = [];
  const trailingBytes = inflated.trailingBytes + tar.trailingBytes;
  if (trailingBytes > 0) {
    const message = `${trailingBytes} bytes follow the end of the archive`;
    findings.push(createReadingFinding('package/trailing-data', { message }));
  }
  const entries = tar.entries.flatMap((entry) => stripTop(entry, findings));
  if (!tar.entries.some(({ type }) => type !== 'directory')) {
    return refuse('package/empty', 'the archive holds no file');
  }
  const nested = findNestedTop(entries);
  const reading = createTree(nested === undefined ? entries : entries.map((entry) => below(nested, entry)), limits);
  return {
    ok: true,
    reading: { tree: reading.tree, findings: [...findings, ...reading.findings].sort(compareFindings) },
    top: nested ?? findTop(tar.entries),
    nested: nested !== undefined,
  };
}

const inflateRules = {
  'not-gzip': 'package/not-an-archive',
  broken: 'package/broken-archive',
  'too-large': 'package/too-large',
} as const satisfies Record<string, ReadingRuleId>;

const tarRules = {
  broken: 'package/broken-archive',
  'header-too-large': 'package/too-large',
  'too-many-entries': 'package/too-many-files',
} as const satisfies Record<string, ReadingRuleId>;

function refuse(rule: ReadingRuleId, message: string): ArchiveReading {
  return { ok: false, findings: [createReadingFinding(rule, { message })] };
}

/** Strips the first part of an entry's path; nothing for folders, and for files that the client has no path for. */
function stripTop(entry: TarEntry, findings: Finding[]): RawEntry[] {
  const { name } = entry;
  // What the client would strip away before it looks, and other programs would follow.
  const unsafe = name.startsWith('/') || name.startsWith('../') || name.includes('\\') || /^[A-Za-z]:/.test(name);
  if (unsafe) return [toRawEntry(entry, name)];
  const slash = name.indexOf('/');
  const path = toCleaned(slash === -1 ? '' : name.slice(slash + 1));
  if (entry.type === 'directory') return path === '' ? [] : [toRawEntry(entry, path)];
  if (path === '' || name.startsWith('Chart.yaml/')) {
    const message = `${toPrintable(name)} stands outside of the top folder; the client refuses the archive`;
    findings.push(createReadingFinding('package/outside-top-folder', { file: toPrintable(name), message }));
    return [];
  }
  return [toRawEntry(entry, path)];
}

/** Drops `.` parts and empty ones but the first, as the client's path.Clean does; `..` stays, to be reported. */
function toCleaned(path: string): string {
  return path
    .split('/')
    .filter((segment, index) => segment !== '.' && (segment !== '' || index === 0))
    .join('/');
}

function toRawEntry(entry: TarEntry, path: string): RawEntry {
  return { path, type: entry.type, mode: entry.mode, bytes: withoutByteOrderMark(entry.bytes) };
}

/** The one folder that holds everything when metadata.yaml stands in it and not at the root. */
function findNestedTop(entries: readonly RawEntry[]): string | undefined {
  const files = entries.filter(({ type }) => type === 'file');
  const folder = files[0]?.path.split('/')[0];
  if (folder === undefined || !files.every(({ path }) => path.startsWith(`${folder}/`))) return undefined;
  return files.some(({ path }) => path === `${folder}/metadata.yaml`) ? folder : undefined;
}

function below(folder: string, entry: RawEntry): RawEntry {
  return entry.path.startsWith(`${folder}/`) ? { ...entry, path: entry.path.slice(folder.length + 1) } : entry;
}

function findTop(entries: readonly TarEntry[]): string | undefined {
  const tops = new Set(entries.filter(({ type }) => type === 'file').map(({ name }) => name.split('/')[0]));
  const [top] = tops;
  return tops.size === 1 && top !== '.' && top !== '' ? top : undefined;
}
