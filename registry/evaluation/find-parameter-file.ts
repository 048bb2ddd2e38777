import type { FileRole } from '../../schemas/addon.ts';

/** The file that the client takes the parameters of an addon from: parameter.cue, or the legacy one where that is missing (`pkg/addon/addon.go`). */
export function findParameterFile<File extends { readonly path: string; readonly role: FileRole }>(
  files: readonly File[],
): File | undefined {
  const candidates = files.filter(({ path, role }) => role === 'parameter' && path.endsWith('.cue'));
  return candidates.find(({ path }) => path === 'parameter.cue') ?? candidates[0];
}
