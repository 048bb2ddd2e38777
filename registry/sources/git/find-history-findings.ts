import type { Finding } from '../../../schemas/finding.ts';
import { findAddressFault } from '../addressable.ts';
import { createSourceFinding } from '../source-rules.ts';
import { toVersionIdentity } from './adopt-history.ts';
import type { HistoryFolder, HistoryReading } from './read-history.ts';

/**
 * Says what in a history is no version, and why: folders of the tip that cannot be read, and names of any time that cannot be addressed.
 * `path` is the followed folder; files are named from the root of the repository.
 */
export function findHistoryFindings(history: HistoryReading, path: string): readonly Finding[] {
  const unusable = history.folders.flatMap((folder) => findUnusable(folder, path));
  const { tip } = history;
  if (tip === undefined) return [...unusable, createFolderMissing(path)];
  const unreadable = tip.unreadable.map(({ kind, name }) =>
    createSourceFinding('source/folder-is-link', {
      file: join(path, name),
      message: `"${name}" is a ${kind === 'link' ? 'symbolic link' : 'submodule'} and is not followed`,
    }),
  );
  return [
    ...distinct(unusable),
    ...unreadable,
    ...tip.folders.flatMap((folder) => findAtTip(folder, path)),
    ...findDuplicates(tip.folders, path),
  ];
}

function findAtTip({ directory, identity }: HistoryFolder, path: string): readonly Finding[] {
  if (identity === undefined) {
    // Such as .github: nobody takes it for an addon.
    if (directory.startsWith('.')) return [];
    return [
      createSourceFinding('source/not-an-addon', {
        file: join(path, directory),
        message: `"${directory}" holds no metadata.yaml and is therefore no addon`,
      }),
    ];
  }
  if (!('fault' in identity)) return [];
  return [
    createSourceFinding('source/metadata-unreadable', {
      file: join(path, directory, 'metadata.yaml'),
      line: identity.line,
      column: identity.column,
      message: `metadata.yaml cannot be read: ${identity.fault}`,
    }),
  ];
}

function findUnusable({ directory, identity }: HistoryFolder, path: string): readonly Finding[] {
  if (identity === undefined || 'fault' in identity) return [];
  const file = join(path, directory, 'metadata.yaml');
  const name = findAddressFault(identity.name);
  if (name !== undefined) {
    return [
      createSourceFinding('source/name-unusable', {
        file,
        message: `the name ${quote(identity.name)} ${name} and cannot be addressed`,
      }),
    ];
  }
  const version = findAddressFault(identity.version);
  if (version === undefined) return [];
  return [
    createSourceFinding('source/version-unusable', {
      file,
      message: `the version ${quote(identity.version)} of "${identity.name}" ${version} and cannot be addressed`,
    }),
  ];
}

function findDuplicates(folders: readonly HistoryFolder[], path: string): readonly Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { directory, identity } of folders) {
    if (identity === undefined || 'fault' in identity) continue;
    const key = toVersionIdentity(identity);
    const owner = owners.get(identity.name);
    const rival = owners.get(key);
    if (rival !== undefined || owner !== undefined) {
      findings.push(
        createSourceFinding('source/duplicate-name', {
          file: join(path, directory, 'metadata.yaml'),
          message:
            rival === undefined
              ? `"${directory}" has the same name "${identity.name}" as "${owner}"`
              : `"${directory}" claims "${identity.name}" ${identity.version} as "${rival}" does; "${rival}" comes first and counts`,
        }),
      );
    }
    if (owner === undefined) owners.set(identity.name, directory);
    if (rival === undefined) owners.set(key, directory);
  }
  return findings;
}

function createFolderMissing(path: string): Finding {
  return createSourceFinding('source/folder-missing', {
    file: path,
    message: `the folder "${path}" is gone; the versions that it held stay`,
  });
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
