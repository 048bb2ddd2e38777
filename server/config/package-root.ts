import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Finds the folder of the package, from the sources or from what is built of them: it holds package.json and `addons/`. */
export function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readPackageName(folder) !== 'chandlery') {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json of chandlery above ${fileURLToPath(import.meta.url)}`);
    folder = parent;
  }
  return folder;
}

/** Reads the version of this program. */
export function readPackageVersion(): string {
  return readManifest(findPackageRoot())?.version ?? '0.0.0';
}

function readPackageName(folder: string): string | undefined {
  return readManifest(folder)?.name;
}

function readManifest(folder: string): { readonly name?: string; readonly version?: string } | undefined {
  const path = join(folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
