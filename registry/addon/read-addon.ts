import type { AddonFile, AddonMetadata } from '../../schemas/addon.ts';
import type { Finding } from '../../schemas/finding.ts';
import { digestOf } from '../digest.ts';
import { compareFindings } from '../findings.ts';
import { type Classification, classifyPath, isRead } from './layout.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { type MetadataReading, readMetadata } from './metadata/read-metadata.ts';
import { createReadingFinding } from './reading-rule.ts';
import { treeDigestOf } from './tree-digest.ts';
import type { Addon, FileTree, TreeFile } from './types.ts';

export interface ReadAddonOptions {
  readonly limits?: PackageLimits;
  /** The folder inside `./` of an archive (`readArchive`, `top` when `nested`); the client finds nothing unless it is the addon's name. */
  readonly nestedTop?: string;
}

/** Reads a tree as the KubeVela client loads it; whatever is wrong is a finding and the rest is still read. */
export function readAddon(tree: FileTree, options: ReadAddonOptions = {}): Addon {
  const { limits = defaultPackageLimits, nestedTop } = options;
  const reading = readMetadataFiles(tree, limits);
  const { metadata } = reading;
  const classified = tree.files.map((file) => ({ file, is: classifyPath(file.path, metadata?.name) }));
  const readme = readReadme(tree, limits);
  const findings = [
    ...reading.findings,
    ...readme.findings,
    ...classified.flatMap(({ file, is }) => findStray(file, is)),
    ...findLost(metadata?.name, classified),
    ...findOtherTop(metadata, nestedTop),
  ];
  return {
    metadata,
    files: classified.map(({ file, is }) => toAddonFile(file, is)),
    readme: readme.shown,
    treeDigest: treeDigestOf(tree),
    findings: findings.sort(compareFindings),
  };
}

/** The client decodes every file whose path begins with `metadata.yaml`, one upon the other. */
function readMetadataFiles(tree: FileTree, limits: PackageLimits): Omit<MetadataReading, 'document'> {
  const files = tree.files.filter((file) => classifyPath(file.path, undefined).role === 'metadata');
  if (files.length === 0) {
    const message = 'the addon has no metadata.yaml';
    return {
      metadata: undefined,
      findings: [createReadingFinding('metadata/missing', { file: 'metadata.yaml', message })],
    };
  }
  const findings: Finding[] = [];
  let metadata: AddonMetadata | undefined;
  for (const file of files) {
    const before = metadata === undefined ? {} : { before: metadata };
    const reading = readMetadata(file.bytes, { path: file.path, limits, ...before });
    findings.push(...reading.findings);
    if (reading.metadata === undefined) return { metadata: undefined, findings };
    metadata = reading.metadata;
  }
  return { metadata, findings };
}

/** Which of both spellings the client shows is left to chance when both stand there; here README.md always wins. */
function readReadme(tree: FileTree, limits: PackageLimits): { shown: Addon['readme']; findings: Finding[] } {
  const file =
    tree.files.find(({ path }) => path === 'README.md') ?? tree.files.find(({ path }) => path === 'readme.md');
  if (file === undefined) return { shown: undefined, findings: [] };
  if (file.bytes.length > limits.maxReadmeBytes) {
    const message = `${file.path} has ${file.bytes.length} bytes, more than ${limits.maxReadmeBytes} (limit maxReadmeBytes)`;
    const finding = createReadingFinding('package/readme-too-large', { file: file.path, message });
    return { shown: undefined, findings: [finding] };
  }
  return { shown: { path: file.path, text: new TextDecoder().decode(file.bytes) }, findings: [] };
}

function findStray(file: TreeFile, is: Classification): Finding[] {
  if (!is.stray || !isRead(is.role)) return [];
  const message = `the client takes ${file.path} for ${is.pattern}, because its path begins so`;
  return [createReadingFinding('package/stray-match', { file: file.path, message })];
}

function findLost(
  name: string | undefined,
  classified: readonly { readonly file: TreeFile; readonly is: Classification }[],
): Finding[] {
  const lost = classified.filter(({ is }) => is.lost !== undefined).map(({ file }) => file.path);
  if (lost.length === 0) return [];
  const shown = lost.length > 5 ? `${lost.slice(0, 5).join(', ')} and ${lost.length - 5} more` : lost.join(', ');
  const message = `an addon called ${name} loses ${shown}: the client does not find files whose path begins with the addon's name`;
  return [createReadingFinding('package/reserved-name', { file: 'metadata.yaml', message })];
}

function findOtherTop(metadata: AddonMetadata | undefined, nestedTop: string | undefined): Finding[] {
  if (nestedTop === undefined || metadata === undefined || metadata.name === nestedTop) return [];
  const message = `the archive holds ./${nestedTop}/…, and the addon is called ${metadata.name}`;
  return [createReadingFinding('package/other-top-folder', { message })];
}

function toAddonFile(file: TreeFile, is: Classification): AddonFile {
  return {
    path: file.path,
    mode: file.mode,
    sizeBytes: file.bytes.length,
    digest: digestOf(file.bytes),
    role: is.role,
  };
}
