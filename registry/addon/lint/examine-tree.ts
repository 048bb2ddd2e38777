import { compareFindings } from '../../findings.ts';
import { readAddon } from '../read-addon.ts';
import type { Addon, FileTree } from '../types.ts';
import { type LintOptions, lintAddon } from './lint-addon.ts';

export interface ExamineTreeOptions extends LintOptions {
  readonly tree: FileTree;
  /** Path of the folder that the tree stands in, of which the last part counts; empty or undefined when there is none. */
  readonly directory: string | undefined;
  /** `readArchive`, `top` when `nested`. */
  readonly nestedTop?: string | undefined;
}

/** Reads an addon and checks it against every rule; its findings hold both, sorted. */
export function examineTree(options: ExamineTreeOptions): Addon {
  const { tree, directory, nestedTop } = options;
  const addon = readAddon(tree, nestedTop === undefined ? {} : { nestedTop });
  const folder = directory?.split('/').at(-1);
  const linted = lintAddon({ tree, metadata: addon.metadata, directory: folder === '' ? undefined : folder }, options);
  return { ...addon, findings: [...addon.findings, ...linted].sort(compareFindings) };
}
