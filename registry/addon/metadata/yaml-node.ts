import type { ScalarValue } from './resolve-scalar.ts';

/** Where something stands: line and column count from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** One value. `source` is the scalar as it is written when it has no quotes and no tag, else undefined. */
export interface YamlScalar extends TextPosition {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  readonly source: string | undefined;
}

export interface YamlList extends TextPosition {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

/** A key as it stands in the text. `overridden` tells that a later one of the same name wins. */
export interface YamlEntry {
  readonly key: string;
  readonly position: TextPosition;
  readonly value: YamlNode;
  readonly overridden: boolean;
}

export interface YamlMapping extends TextPosition {
  readonly kind: 'mapping';
  /** As written, in order; keys that a merge (`<<`) brings in are not among them. */
  readonly entries: readonly YamlEntry[];
  /** What each key stands for in the end: the last one wins, merges counted at their place. */
  readonly values: ReadonlyMap<string, YamlNode>;
}

/** A YAML value with positions. An alias is the very node that its anchor names. */
export type YamlNode = YamlScalar | YamlList | YamlMapping;

/** Something that keeps the text from being read, as the client would say it or beyond a limit. */
export interface YamlFault extends TextPosition {
  readonly kind: 'syntax' | 'tab' | 'aliases' | 'value' | 'limit';
  readonly message: string;
}

/** The first document of a text, and where a second one begins; or every fault that was found. */
export type YamlReading =
  | { readonly ok: true; readonly root: YamlNode; readonly secondDocument: TextPosition | undefined }
  | { readonly ok: false; readonly faults: readonly YamlFault[] };
