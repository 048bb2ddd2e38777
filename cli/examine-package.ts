import { examineTree } from '../registry/addon/lint/examine-tree.ts';
import type { Addon, FileTree, TreeReading } from '../registry/addon/types.ts';
import { compareFindings } from '../registry/findings.ts';
import type { Finding } from '../schemas/finding.ts';

/** An addon that stands on this machine as a folder or an archive, before it is looked into. */
export interface LocalPackage {
  /** As the person named it, or below that. */
  readonly path: string;
  /** Name of the folder; undefined for an archive. */
  readonly directory: string | undefined;
  /** What unpacking gave, or why nothing can be read. */
  readonly content:
    | { readonly reading: TreeReading; readonly nestedTop: string | undefined }
    | { readonly findings: readonly Finding[] };
}

/** A package of this machine with everything that is wrong or noteworthy about it. */
export interface ExaminedPackage {
  readonly path: string;
  readonly tree: FileTree;
  /** Undefined when the archive cannot be read at all. */
  readonly addon: Addon | undefined;
  /** Sorted. */
  readonly findings: readonly Finding[];
}

/** Reads and lints one package. */
export function examinePackage({ path, directory, content }: LocalPackage): ExaminedPackage {
  if ('findings' in content) return { path, tree: { files: [] }, addon: undefined, findings: content.findings };
  const { reading, nestedTop } = content;
  const addon = examineTree({ tree: reading.tree, directory, nestedTop });
  const findings = [...reading.findings, ...addon.findings].sort(compareFindings);
  return { path, tree: reading.tree, addon, findings };
}
