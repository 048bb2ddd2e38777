import type { Finding } from '../../../schemas/finding.ts';
import { createLinkFinding, findFolderFindings, findUnusableNames } from '../find-folder-findings.ts';
import { createSourceFinding } from '../source-rules.ts';
import type { HistoryReading } from './read-history.ts';

/**
 * Says what in a history is no version, and why: folders of the tip that cannot be read, and names of any time that cannot be addressed.
 * `path` is the followed folder; files are named from the root of the repository.
 */
export function findHistoryFindings({ folders, tip }: HistoryReading, path: string): readonly Finding[] {
  const unusable = findUnusableNames(folders, path);
  if (tip === undefined) {
    const message = `the folder "${path}" is gone; the versions that it held stay`;
    return [...unusable, createSourceFinding('source/folder-missing', { file: path, message })];
  }
  const links = tip.unreadable.map(({ kind, name }) =>
    createLinkFinding(path, name, kind === 'link' ? 'symbolic link' : 'submodule'),
  );
  return [...unusable, ...links, ...findFolderFindings(tip.folders, path)];
}
