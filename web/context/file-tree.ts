import type { AddonFile } from '../../schemas/addon.ts';

/** A folder of a version with what lies in it, folders and files each in the order of their names. */
export interface FileFolder {
  readonly name: string;
  /** Empty for the outermost folder; never ends in a slash. */
  readonly path: string;
  readonly folders: readonly FileFolder[];
  readonly files: readonly AddonFile[];
  /** How many files lie in it and below. */
  readonly count: number;
}

interface OpenFolder {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, OpenFolder>;
  readonly files: AddonFile[];
}

/** Lays a list of files out in folders. */
export function toFileTree(files: readonly AddonFile[]): FileFolder {
  const root = openFolder('', '');
  for (const file of files) {
    let folder = root;
    for (const segment of file.path.split('/').slice(0, -1)) {
      const path = folder.path === '' ? segment : `${folder.path}/${segment}`;
      const next = folder.folders.get(segment) ?? openFolder(segment, path);
      folder.folders.set(segment, next);
      folder = next;
    }
    folder.files.push(file);
  }
  return closeFolder(root);
}

/** Finds a folder by its path; undefined when no file lies in or below it. */
export function findFolder(tree: FileFolder, path: string): FileFolder | undefined {
  if (path === '') return tree;
  return path
    .split('/')
    .reduce<FileFolder | undefined>((folder, name) => folder?.folders.find((each) => each.name === name), tree);
}

/** The last segment of a path. */
export function toFileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function openFolder(name: string, path: string): OpenFolder {
  return { name, path, folders: new Map(), files: [] };
}

function closeFolder({ name, path, folders, files }: OpenFolder): FileFolder {
  const closed = [...folders.values()].map(closeFolder).sort((left, right) => compare(left.name, right.name));
  return {
    name,
    path,
    folders: closed,
    files: [...files].sort((left, right) => compare(left.path, right.path)),
    count: files.length + closed.reduce((sum, folder) => sum + folder.count, 0),
  };
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
