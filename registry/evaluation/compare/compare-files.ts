import type { AddonFile } from '../../../schemas/addon.ts';
import type { FileDifference } from '../../../schemas/version-diff.ts';
import { compareText } from '../../findings.ts';

/** Compares two lists of files by path and content, in path order; a file mode alone changes nothing that a client reads. */
export function compareFiles(before: readonly AddonFile[], after: readonly AddonFile[]): readonly FileDifference[] {
  const was = new Map(before.map((file) => [file.path, file]));
  const is = new Map(after.map((file) => [file.path, file]));
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return paths.flatMap((path): readonly FileDifference[] => {
    const [old, next] = [was.get(path), is.get(path)];
    const file = next ?? old;
    if (file === undefined || old?.digest === next?.digest) return [];
    const change = old === undefined ? 'added' : next === undefined ? 'removed' : 'changed';
    return [
      {
        path,
        change,
        role: file.role,
        ...(old === undefined ? {} : { before: toState(old) }),
        ...(next === undefined ? {} : { after: toState(next) }),
      },
    ];
  });
}

function toState({ sizeBytes, digest }: AddonFile): NonNullable<FileDifference['before']> {
  return { sizeBytes, digest };
}
