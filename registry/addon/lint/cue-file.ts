import type { TextPosition } from '../metadata/yaml-node.ts';

/** How a label is written: bare, in quotes, computed (`(x)`, `"\(x)"`), as a constraint for many fields (`[string]`), or behind `let`. */
export type CueLabelKind = 'identifier' | 'string' | 'computed' | 'pattern' | 'let';

/** What a value looks like: one literal, one pair of braces or brackets, or anything else. */
export type CueValueKind = 'string' | 'number' | 'word' | 'struct' | 'list' | 'expression';

/** One field as the text shows it. A field of a struct that is embedded, conditional, or part of a list or an expression counts as a field of the enclosing one. */
export interface CueField {
  /** Without quotes; empty for computed labels and patterns. */
  readonly label: string;
  readonly labelKind: CueLabelKind;
  readonly marker: '' | '?' | '!';
  readonly offset: number;
  readonly parent: CueField | undefined;
  /** Stands under `if` or `for` inside its parent. */
  readonly conditional: boolean;
  readonly fields: readonly CueField[];
  readonly valueKind: CueValueKind;
  /** The value as written. */
  readonly valueText: string;
  /** Content of a string literal without interpolation or escapes; undefined for anything else. */
  readonly string: string | undefined;
  readonly valueOffset: number;
}

/** What the text of one CUE file shows without evaluating it. */
export interface CueFile {
  readonly file: string;
  readonly package: { readonly name: string; readonly offset: number } | undefined;
  /** Fields of the file itself. */
  readonly fields: readonly CueField[];
  /** Every field at any depth, in the order of the text. */
  readonly allFields: readonly CueField[];
  /** Whether the file embeds something at its top, so that it may have fields that the text does not show. */
  readonly embeds: boolean;
  /** Whether the file has no byte: the client then takes it for missing. */
  readonly isEmpty: boolean;
  locate(offset: number): TextPosition;
}

/** The labels from the top of the file down to a field, the field's own last. */
export function pathOf(field: CueField): readonly string[] {
  const path: string[] = [];
  for (let step: CueField | undefined = field; step !== undefined; step = step.parent) path.unshift(step.label);
  return path;
}
