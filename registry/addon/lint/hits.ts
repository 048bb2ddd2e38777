import type { TextPosition } from '../metadata/yaml-node.ts';
import type { CueField, CueFile } from './cue-file.ts';
import type { LintSubject, RuleHit } from './types.ts';
import { findEntry } from './yaml-file.ts';

/** Points at a place in a file. */
export function hitAt({ file }: { readonly file: string }, { line, column }: TextPosition, message: string): RuleHit {
  return { file, line, column, message };
}

/** Points at the label of a CUE field. */
export function hitAtField(file: CueFile, field: CueField, message: string): RuleHit {
  return hitAt(file, file.locate(field.offset), message);
}

/** Points at the key at a path of metadata.yaml, or at the top of the file when it is not there. */
export function hitAtMetadata({ documents }: LintSubject, path: readonly string[], message: string): RuleHit {
  const entry = findEntry(documents.metadata?.root, ...path);
  return hitAt({ file: 'metadata.yaml' }, entry?.position ?? { line: 1, column: 1 }, message);
}
