import type { CueField, CueFile } from './cue-file.ts';
import { definitionKinds } from './definition-kinds.ts';
import type { LintSubject } from './types.ts';

/** A definition in CUE form, as far as its text shows (`pkg/definition/definition.go`, FromCUE). */
export interface CueDefinition {
  readonly file: CueFile;
  /** The first top-level field that is not `template`: it names the definition. */
  readonly head: CueField | undefined;
  /** What stands in the head, wherever it is written again. */
  readonly headFields: readonly CueField[];
  /** A top-level field of yet another name, which the client refuses. */
  readonly second: CueField | undefined;
  readonly template: CueField | undefined;
  /** The kind that its `type` stands for; undefined for unknown types and where the text does not show it. */
  readonly kind: string | undefined;
}

/** Lists the definitions in CUE form, one per file. */
export function listCueDefinitions({ documents }: LintSubject): readonly CueDefinition[] {
  return documents.listCue('definition').map((file) => {
    const fields = file.fields.filter(({ labelKind }) => labelKind !== 'let');
    const heads = fields.filter(({ label }) => label !== 'template');
    const head = heads[0];
    const headFields = heads.filter(({ label }) => label === head?.label).flatMap(({ fields }) => fields);
    const type = findLast(headFields, 'type')?.string;
    return {
      file,
      head,
      headFields,
      second: heads.find(({ label }) => label !== head?.label),
      template: fields.find(({ label }) => label === 'template'),
      kind: type === undefined ? undefined : definitionKinds.get(type),
    };
  });
}

/** Finds a field of a list by its label; the last counts where there are several. */
export function findLast(fields: readonly CueField[], label: string): CueField | undefined {
  return fields.findLast((field) => field.label === label);
}
