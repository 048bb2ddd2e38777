import type { ReleaseLine } from '../../schemas/release-line.ts';
import { compareText } from '../findings.ts';
import type { DefinitionEntry, VersionId } from './types.ts';
import { compareVersionIds } from './version-order.ts';

/** Orders release lines by age, the oldest first. */
export function compareLines(left: ReleaseLine, right: ReleaseLine): number {
  return Number(left.split('.')[1]) - Number(right.split('.')[1]);
}

/** Orders contents that are to be judged: published last first, then by catalog, addon and key. */
export function compareQuestions(
  left: VersionId & { readonly published: string },
  right: VersionId & { readonly published: string },
): number {
  return (
    compareText(right.published, left.published) ||
    compareText(left.catalog, right.catalog) ||
    compareVersionIds(left, right)
  );
}

/** Orders definitions by content, kind, name and file. */
export function compareDefinitionEntries(left: DefinitionEntry, right: DefinitionEntry): number {
  return (
    compareText(left.treeDigest, right.treeDigest) ||
    compareText(left.kind, right.kind) ||
    compareText(left.name, right.name) ||
    compareText(left.file, right.file)
  );
}
