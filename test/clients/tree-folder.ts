import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileTree } from '../../registry/addon/types.ts';

/** Addons as folders in a temporary folder. */
export interface TreeFolder {
  readonly folder: string;
  /** Writes another file; the path is relative to the folder. Returns where it stands. */
  write(path: string, text: string | Uint8Array): string;
  remove(): void;
}

/** Writes addons by name into a folder, as a source of the kind `local` reads them. */
export function openTreeFolder(addons: ReadonlyMap<string, FileTree>): TreeFolder {
  const root = mkdtempSync(join(tmpdir(), 'chandlery-trees-'));
  const folder = join(root, 'addons');
  mkdirSync(folder);
  const write: TreeFolder['write'] = (path, text) => {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };
  for (const [name, { files }] of addons) for (const { path, bytes } of files) write(join(name, path), bytes);
  return { folder, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
