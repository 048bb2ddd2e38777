import type { Finding } from '../../schemas/finding.ts';
import { compareFindings } from '../findings.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { findPathFault, toPrintable } from './path-rules.ts';
import { createReadingFinding, type ReadingRuleId } from './reading-rule.ts';
import type { TreeFile, TreeReading } from './types.ts';
import { compareUtf8 } from './utf8-order.ts';

/** What can stand in a folder, a Git tree or an archive. */
export type RawEntryType =
  | 'file'
  | 'directory'
  | 'symlink'
  | 'hardlink'
  | 'device'
  | 'fifo'
  | 'sparse'
  | 'submodule'
  | 'other';

/** An entry as a source found it; nothing about it is trusted yet. */
export interface RawEntry {
  /** Relative to the addon's folder, with `/`. Bytes that are not UTF-8 arrive as U+FFFD. */
  readonly path: string;
  readonly type: RawEntryType;
  /** Permission bits; only "executable by its owner" is kept. */
  readonly mode: number;
  /** Content of a file; empty for everything else. */
  readonly bytes: Uint8Array;
}

/**
 * Makes a tree of entries: regular files with safe, unique paths, sorted by UTF-8 bytes. Whatever else is there is an
 * error finding, and the rest is still read. Files whose paths differ in letter case only are reported and kept.
 */
export function createTree(entries: Iterable<RawEntry>, limits: PackageLimits = defaultPackageLimits): TreeReading {
  const draft = new TreeDraft(limits);
  for (const entry of entries) {
    if (!draft.add(entry)) break;
  }
  return draft.finish();
}

/** A tree in the making: what was accepted so far, and what it has cost. */
class TreeDraft {
  private readonly limits: PackageLimits;
  private readonly files = new Map<string, TreeFile>();
  private readonly folders = new Set<string>();
  private readonly findings: Finding[] = [];
  private entryCount = 0;
  private sizeBytes = 0;

  constructor(limits: PackageLimits) {
    this.limits = limits;
  }

  /** Takes one entry in or reports it; false when a limit of the whole package is reached. */
  add(entry: RawEntry): boolean {
    this.entryCount += 1;
    if (this.entryCount > this.limits.maxEntries) {
      const message = `the package has more than ${this.limits.maxEntries} entries (limit maxEntries); the rest is not read`;
      this.report('package/too-many-files', '', message);
      return false;
    }
    const path = entry.type === 'directory' ? entry.path.replace(/\/$/, '') : entry.path;
    const fault = findPathFault(path, this.limits);
    if (fault !== undefined) {
      this.report(fault.rule, path, fault.message);
      return true;
    }
    switch (entry.type) {
      case 'file':
        return this.addFile(path, entry);
      case 'directory':
        this.addFolders(path);
        break;
      case 'symlink':
      case 'hardlink':
        this.report('package/link', path, `${path} is a ${entry.type === 'symlink' ? 'symbolic' : 'hard'} link`);
        break;
      case 'submodule':
        this.report('package/submodule', path, `${path} is a Git submodule`);
        break;
      case 'device':
      case 'fifo':
      case 'sparse':
      case 'other':
        this.report('package/special-file', path, `${path} is ${specialNames[entry.type]}`);
        break;
    }
    return true;
  }

  finish(): TreeReading {
    for (const path of [...this.files.keys()].filter((file) => this.folders.has(file))) {
      this.report('package/file-and-folder', path, `${path} is a file and a folder`);
      this.files.delete(path);
    }
    const files = [...this.files.values()].sort((left, right) => compareUtf8(left.path, right.path));
    this.reportCaseCollisions(files);
    return { tree: { files }, findings: this.findings.sort(compareFindings) };
  }

  private addFile(path: string, entry: RawEntry): boolean {
    const { maxFileBytes, maxExpandedBytes } = this.limits;
    if (this.files.has(path)) {
      this.report('package/duplicate-path', path, `${path} is there twice; the first one is read`);
      return true;
    }
    const size = entry.bytes.length;
    if (size > maxFileBytes) {
      this.report(
        'package/file-too-large',
        path,
        `${path} has ${size} bytes, more than ${maxFileBytes} (limit maxFileBytes)`,
      );
      return true;
    }
    this.sizeBytes += size;
    if (this.sizeBytes > maxExpandedBytes) {
      const message = `the files have more than ${maxExpandedBytes} bytes (limit maxExpandedBytes); the rest is not read`;
      this.report('package/too-large', path, message);
      return false;
    }
    this.files.set(path, { path, mode: (entry.mode & 0o100) === 0 ? '0644' : '0755', bytes: entry.bytes });
    this.addFolders(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    return true;
  }

  private addFolders(path: string): void {
    for (let folder = path; folder !== '' && !this.folders.has(folder); ) {
      this.folders.add(folder);
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    }
  }

  private reportCaseCollisions(files: readonly TreeFile[]): void {
    const seen = new Map<string, string>();
    for (const { path } of files) {
      const folded = path.normalize('NFC').toLowerCase();
      const other = seen.get(folded);
      if (other === undefined) seen.set(folded, path);
      else
        this.report(
          'package/case-collision',
          path,
          `${path} and ${other} are one file where letter case does not count`,
        );
    }
  }

  private report(rule: ReadingRuleId, path: string, message: string): void {
    this.findings.push(createReadingFinding(rule, { file: toPrintable(path), message }));
  }
}

const specialNames = {
  device: 'a device',
  fifo: 'a pipe',
  sparse: 'a sparse file',
  other: 'neither a file nor a folder',
} as const;
