import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How Node runs the program of a child: the arguments that name it, after Node's own options. */
export type EngineProgram = readonly string[];

/** Finds the program of a child below the package's folder: the built one when this runs built, else its source through tsx. */
export function findEngineProgram(root: string): EngineProgram {
  const here = fileURLToPath(import.meta.url);
  if (here.startsWith(join(root, 'dist', sep))) return [join(root, 'dist', 'registry', 'engine', 'child', 'main.js')];
  return ['--import', import.meta.resolve('tsx'), join(root, 'registry', 'engine', 'child', 'main.ts')];
}
