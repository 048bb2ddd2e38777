import type { TextPosition } from '../metadata/yaml-node.ts';
import type { LintSubject } from './types.ts';
import { findEntry, findText, listItems } from './yaml-file.ts';

/** A dependency as metadata.yaml has it, with the place of its name and of its constraint. */
export interface PlacedDependency {
  /** Empty when it is missing. */
  readonly name: string;
  readonly constraint: string;
  readonly position: TextPosition;
  readonly constraintPosition: TextPosition;
}

/** Lists the dependencies that count, in their order. */
export function listDependencies({ documents }: LintSubject): readonly PlacedDependency[] {
  return listItems(findEntry(documents.metadata?.root, 'dependencies')?.value).map((item) => {
    const version = findEntry(item, 'version');
    return {
      name: findText(item, 'name') ?? '',
      constraint: findText(version?.value) ?? '',
      position: item,
      constraintPosition: version?.position ?? item,
    };
  });
}
