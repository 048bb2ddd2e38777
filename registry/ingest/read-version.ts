import type { Finding } from '../../schemas/finding.ts';
import { examineTree } from '../addon/lint/examine-tree.ts';
import type { ParseCache } from '../addon/lint/parse-cache.ts';
import { textRuleSet } from '../addon/lint/rule-set.ts';
import { createEmptyMetadata } from '../addon/metadata/decode-metadata.ts';
import { packAddon } from '../addon/pack-addon.ts';
import type { AddonArchive, TreeReading } from '../addon/types.ts';
import type { Source, SourceVersion } from '../sources/types.ts';
import type { Evaluation, VersionRecord } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';

/** One version, read, linted and packed: everything that is stored of it but the history of its source. */
export interface ReadVersion {
  readonly record: VersionRecord;
  readonly evaluation: Evaluation;
  readonly archive: AddonArchive;
  /** What the tree could not take in; belongs to the place and not to the content. */
  readonly treeFindings: readonly Finding[];
}

export interface ReadVersionOptions {
  readonly catalog: string;
  readonly source: Source;
  readonly version: SourceVersion;
  readonly reading: TreeReading;
  readonly cache: ParseCache;
}

/** Turns a file tree into what the store keeps (stages 3 to 5). Content that no client can load is kept as it is, with its findings. */
export function readVersion({ catalog, source, version, reading, cache }: ReadVersionOptions): ReadVersion {
  const addon = examineTree({ tree: reading.tree, directory: version.directory, cache });
  // Of content that the client cannot load, name and number are all that is known; the source has read them.
  const metadata = addon.metadata ?? { ...createEmptyMetadata(), name: version.name, version: version.version };
  const archive = packAddon(reading.tree, { ...metadata, name: version.name, version: version.version });
  return {
    record: {
      catalog,
      addon: version.name,
      key: normalizeVersion(version.version),
      version: version.version,
      treeDigest: archive.treeDigest,
      digest: archive.digest,
      sizeBytes: archive.bytes.byteLength,
      published: version.published,
      source: source.id,
      revision: version.content.revision,
      directory: [source.folder, version.directory].filter((part) => part !== '').join('/'),
      contentId: version.content.contentId,
      metadata,
      files: addon.files.filter((file) => file.role !== 'chart'),
      readmePath: addon.readme?.path,
    },
    evaluation: {
      treeDigest: archive.treeDigest,
      ruleSet: textRuleSet,
      findings: addon.findings,
    },
    archive,
    treeFindings: reading.findings,
  };
}
