/** What reading a package may cost. Every reader takes these as a parameter; an input beyond one of them is a finding that names it. */
export interface PackageLimits {
  /** Bytes of an archive as it arrives. */
  readonly maxArchiveBytes: number;
  /** Bytes of all files of a package together, and of an archive once it is inflated. */
  readonly maxExpandedBytes: number;
  /** Expanded bytes for each compressed byte of an archive. */
  readonly maxExpansionRatio: number;
  /** Bytes of one file. */
  readonly maxFileBytes: number;
  /** Entries of a package: files, and in an archive folders too. */
  readonly maxEntries: number;
  /** Segments of a path. */
  readonly maxDepth: number;
  /** UTF-8 bytes of a path. */
  readonly maxPathBytes: number;
  /** Bytes of one extended (PAX or GNU) header of an archive. */
  readonly maxHeaderBytes: number;
  /** Bytes of metadata.yaml. */
  readonly maxMetadataBytes: number;
  /** Bytes of the readme that is shown. */
  readonly maxReadmeBytes: number;
  /** Collections inside one another in a YAML document. */
  readonly maxYamlDepth: number;
  /** Lexical tokens of a YAML document: bounds the time that a hostile one can take. */
  readonly maxYamlTokens: number;
}

const kib = 1024;
const mib = 1024 * kib;

/** The limits that hold unless a caller says otherwise. */
export const defaultPackageLimits: PackageLimits = {
  maxArchiveBytes: 10 * mib,
  maxExpandedBytes: 50 * mib,
  maxExpansionRatio: 100,
  maxFileBytes: 5 * mib,
  maxEntries: 5_000,
  maxDepth: 32,
  maxPathBytes: 1_024,
  maxHeaderBytes: 64 * kib,
  maxMetadataBytes: 256 * kib,
  maxReadmeBytes: 1 * mib,
  maxYamlDepth: 64,
  maxYamlTokens: 50_000,
};
