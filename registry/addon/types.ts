import type { AddonFile, AddonMetadata } from '../../schemas/addon.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { Digest } from '../digest.ts';

/** A regular file of an addon. `path` is relative to the addon's folder, with `/`, never absolute, without `.` and `..`. */
export interface TreeFile {
  readonly path: string;
  readonly mode: '0644' | '0755';
  readonly bytes: Uint8Array;
}

/** The content of one addon: unique paths, sorted by UTF-8 bytes. Nothing but regular files. */
export interface FileTree {
  readonly files: readonly TreeFile[];
}

/** What unpacking gave: the files that may be read, and a finding for each entry that may not. */
export interface TreeReading {
  readonly tree: FileTree;
  readonly findings: readonly Finding[];
}

/** One addon as the KubeVela client would load it, with everything that is wrong or noteworthy about its form. */
export interface Addon {
  /** As the client reads it; undefined when metadata.yaml is missing or cannot be read (then a finding says why). */
  readonly metadata: AddonMetadata | undefined;
  readonly files: readonly AddonFile[];
  readonly readme: { readonly path: string; readonly text: string } | undefined;
  readonly treeDigest: Digest;
  readonly findings: readonly Finding[];
}

/** A canonical archive of one version: `<name>/Chart.yaml`, then the files. Equal trees give equal bytes everywhere. */
export interface AddonArchive {
  readonly bytes: Uint8Array;
  readonly digest: Digest;
  readonly treeDigest: Digest;
}
