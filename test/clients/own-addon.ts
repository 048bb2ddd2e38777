import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Texts by their path in a catalogue repository. */
export type CommitFiles = Readonly<Record<string, string>>;

/** Folder of the addons that this project maintains. */
export const ownAddons = fileURLToPath(new URL('../../addons', import.meta.url));

/** The files of one of the project's own addons, by path. */
export function readOwnAddon(name: string): Record<string, string> {
  const folder = join(ownAddons, name);
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[`addons/${name}/${relative(folder, path)}`] = readFileSync(path, 'utf8');
  }
  return files;
}

/** The same files with a text replaced in one of them; throws when the text is not there, so that a test never works on an unchanged addon. */
export function withReplaced(files: CommitFiles, path: string, from: RegExp, to: string): CommitFiles {
  const before = files[path];
  if (before === undefined || !from.test(before)) throw new Error(`${path} does not contain ${from}`);
  return { ...files, [path]: before.replace(from, to) };
}
