import type { Finding } from '../../schemas/finding.ts';
import { toPrintable } from '../addon/path-rules.ts';
import { findAddressFault } from './addressable.ts';
import type { IdentityReading } from './read-identity.ts';
import { createSourceFinding } from './source-rules.ts';
import { toVersionIdentity } from './version-identity.ts';

/** A folder that stands where addons stand. */
export interface SourceFolder {
  /** Its name in the followed folder; '' when the followed folder is itself the addon. */
  readonly directory: string;
  /** What metadata.yaml says; undefined when there is none. */
  readonly identity: IdentityReading | undefined;
}

/** Name and version of a folder that is a version; undefined when it cannot be read or addressed. */
export function findIdentity({
  identity,
}: SourceFolder): { readonly name: string; readonly version: string } | undefined {
  if (identity === undefined || 'fault' in identity) return undefined;
  const faults = [identity.name, identity.version].map(findAddressFault);
  return faults.every((fault) => fault === undefined) ? identity : undefined;
}

/** Says which folders are no addons, which cannot be read, and which claim the same. `path` stands before every file. */
export function findFolderFindings(folders: readonly SourceFolder[], path: string): readonly Finding[] {
  return [...folders.flatMap((folder) => findUnreadable(folder, path)), ...findDuplicates(folders, path)];
}

/** Says which names and versions cannot be addressed. */
export function findUnusableNames(folders: readonly SourceFolder[], path: string): readonly Finding[] {
  const found = folders.flatMap((folder) => findUnusable(folder, path));
  return [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** A link, submodule or device stands in place of a folder. */
export function createLinkFinding(path: string, name: string, what: string): Finding {
  return createSourceFinding('source/folder-is-link', {
    file: joinPath(path, name),
    message: `${quote(name)} is a ${what} and is not followed`,
  });
}

/** Joins the parts of a path that are not empty. Names come from strangers: control characters become escapes. */
export function joinPath(...parts: readonly string[]): string {
  return toPrintable(parts.filter((part) => part !== '').join('/'));
}

function findUnreadable({ directory, identity }: SourceFolder, path: string): readonly Finding[] {
  if (identity === undefined) {
    // Such as .github: nobody takes it for an addon.
    if (directory.startsWith('.')) return [];
    const message = `${quote(directory)} holds no metadata.yaml and is therefore no addon`;
    return [createSourceFinding('source/not-an-addon', { file: joinPath(path, directory), message })];
  }
  if (!('fault' in identity)) return [];
  return [
    createSourceFinding('source/metadata-unreadable', {
      file: toMetadataPath(path, directory),
      line: identity.line,
      column: identity.column,
      message: `name and version cannot be read: ${identity.fault}`,
    }),
  ];
}

function findUnusable({ directory, identity }: SourceFolder, path: string): readonly Finding[] {
  if (identity === undefined || 'fault' in identity) return [];
  const file = toMetadataPath(path, directory);
  const nameFault = findAddressFault(identity.name);
  if (nameFault !== undefined) {
    const message = `the name ${quote(identity.name)} ${nameFault} and cannot be addressed`;
    return [createSourceFinding('source/name-unusable', { file, message })];
  }
  const versionFault = findAddressFault(identity.version);
  if (versionFault === undefined) return [];
  const message = `the version ${quote(identity.version)} of ${quote(identity.name)} ${versionFault} and cannot be addressed`;
  return [createSourceFinding('source/version-unusable', { file, message })];
}

function findDuplicates(folders: readonly SourceFolder[], path: string): readonly Finding[] {
  const nameOwners = new Map<string, string>();
  const versionOwners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const folder of folders) {
    const identity = findIdentity(folder);
    if (identity === undefined) continue;
    const { directory } = folder;
    const key = toVersionIdentity(identity);
    const rival = versionOwners.get(key);
    const owner = nameOwners.get(identity.name);
    if (rival !== undefined) {
      const message = `${quote(directory)} claims ${quote(identity.name)} ${toPrintable(identity.version)} as ${quote(rival)} does, which comes first and counts`;
      findings.push(createSourceFinding('source/duplicate-name', { file: toMetadataPath(path, directory), message }));
    } else if (owner !== undefined) {
      const message = `${quote(directory)} has the same name ${quote(identity.name)} as ${quote(owner)}`;
      findings.push(createSourceFinding('source/duplicate-name', { file: toMetadataPath(path, directory), message }));
    }
    if (owner === undefined) nameOwners.set(identity.name, directory);
    if (rival === undefined) versionOwners.set(key, directory);
  }
  return findings;
}

function toMetadataPath(path: string, directory: string): string {
  return joinPath(path, directory, 'metadata.yaml');
}

function quote(text: string): string {
  return `"${toPrintable(text.length > 80 ? `${text.slice(0, 80)}…` : text)}"`;
}
