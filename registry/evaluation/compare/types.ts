import type { AddonFile, AddonMetadata } from '../../../schemas/addon.ts';
import type { DefinitionFacts } from '../../../schemas/definition.ts';
import type { Effect } from '../../../schemas/effects.ts';
import type { Finding } from '../../../schemas/finding.ts';
import type { VersionDiff } from '../../../schemas/version-diff.ts';
import type { FileTree } from '../../addon/types.ts';
import type { BundleObject } from '../../render/create-bundle.ts';

/** One side of a comparison, as far as its users are bound to it. */
export interface ComparedContent {
  readonly metadata: AddonMetadata;
  readonly tree: FileTree;
  /** What a release line found in it. */
  readonly definitions: readonly DefinitionFacts[];
  readonly effects: readonly Effect[];
}

/** One side of a comparison, whole. */
export interface ComparedVersion extends ComparedContent {
  /** Absent for a folder or an archive. */
  readonly catalog?: string;
  readonly digest?: string;
  readonly treeDigest: string;
  readonly files: readonly AddonFile[];
  /** What enabling without parameters writes, or why a release line refuses it. */
  readonly rendering: { readonly objects: readonly BundleObject[] } | { readonly refused: string };
}

/** What changes for those who use a version: all of it, nothing cut off. */
export type ContractDiff = Pick<
  VersionDiff,
  'parameters' | 'definitions' | 'dependencies' | 'requirements' | 'effects' | 'verdict'
> & {
  /** Why something could not be compared. */
  readonly findings: readonly Finding[];
};
