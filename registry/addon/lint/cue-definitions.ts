import type { CueField, CueFile } from './cue-file.ts';
import { definitionKinds } from './definition-kinds.ts';
import type { LintSubject } from './types.ts';

/** A definition in CUE form, as far as its text shows (`pkg/definition/definition.go`, FromCUE). */
export interface CueDefinition {
  readonly file: CueFile;
  /** Every top-level field but `template`: exactly one is right, and it names the definition. */
  readonly heads: readonly CueField[];
  readonly template: CueField | undefined;
  /** The kind that its `type` stands for; undefined for unknown types and where the text does not show it. */
  readonly kind: string | undefined;
}

/** Lists the definitions in CUE form, one per file. */
export function listCueDefinitions({ documents }: LintSubject): readonly CueDefinition[] {
  return documents.listCue('definition').map((file) => {
    const fields = file.fields.filter(({ labelKind }) => labelKind !== 'let');
    const heads = fields.filter(({ label }) => label !== 'template');
    const type = findField(heads[0], 'type')?.string;
    return {
      file,
      heads,
      template: fields.find(({ label }) => label === 'template'),
      kind: type === undefined ? undefined : definitionKinds.get(type),
    };
  });
}

/** Finds a field directly below another one; the last counts where the text has several. */
export function findField(parent: CueField | undefined, label: string): CueField | undefined {
  return parent?.fields.findLast((field) => field.label === label);
}
